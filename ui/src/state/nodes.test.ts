import { describe, expect, it } from "vitest";
import { TokenBook, type Node } from "./nodes";

const facility = { field: { kind: "facility", record: "f", field: "name" } };
const book = () => new TokenBook((token) => ("field" in token ? token.field.field : "空欄"), (label, count) => `${label}(${count})`);

describe("the text of a block", () => {
  it("comes back as the same nodes", () => {
    const nodes: Node[] = [{ text: "連絡は" }, facility, { text: "の" }, { bold: "当直" }, { text: "へ。" }, { blank: 4 }];
    const one = book();
    expect(one.nodes(one.text(nodes))).toEqual(nodes);
  });

  it("shows placeholders by name and bold in stars", () => {
    expect(book().text([facility, { bold: "今すぐ" }])).toBe("⟦name⟧**今すぐ**");
  });

  it("keeps a token that nobody knows as it was typed", () => {
    expect(book().nodes("⟦だれか⟧へ")).toEqual([{ text: "⟦だれか⟧へ" }]);
  });

  it("tells which tokens would print as they stand", () => {
    const one = book();
    expect(one.broken(one.text([facility]) + "⟦だれか⟧")).toEqual(["⟦だれか⟧"]);
  });

  it("keeps single stars and an unclosed pair as text", () => {
    expect(book().nodes("a*b ** c")).toEqual([{ text: "a*b ** c" }]);
  });

  it("gives two placeholders of the same name different names", () => {
    const one = book();
    const other: Node = { field: { kind: "roles", record: "r", field: "name" } };
    expect(one.text([facility, other])).toBe("⟦name⟧⟦name(2)⟧");
    expect(one.nodes("⟦name(2)⟧")).toEqual([other]);
  });

  it("is empty for no text", () => {
    expect(book().nodes("")).toEqual([]);
  });
});
