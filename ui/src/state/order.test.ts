import { describe, expect, it } from "vitest";
import { behind } from "./order";

const all = ["x", "a", "y", "b", "c", "z"];
const own = ["a", "b", "c"];

describe("the place behind which a record moves", () => {
  it("is its new neighbour", () => {
    expect(behind(all, own, "a", 1)).toBe("b");
    expect(behind(all, own, "c", 1)).toBe("a");
    expect(behind(all, own, "a", 2)).toBe("c");
  });

  it("is what stands before its own when it becomes the first of them", () => {
    expect(behind(all, own, "b", 0)).toBe("x");
    expect(behind(["a", "b"], ["a", "b"], "b", 0)).toBeNull();
  });

  it("is never the record itself", () => {
    expect(behind(["b", "a", "c"], ["a", "c"], "c", 0)).toBe("b");
    expect(behind(["c", "a"], ["a", "c"], "c", 0)).toBeNull();
  });
});
