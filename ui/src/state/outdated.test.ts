import { describe, expect, it } from "vitest";
import type { OutdatedView } from "../backend/contract";
import { byWhy, toPrint } from "./outdated";

const sheet = (title: string, document: string, why: OutdatedView["why"]): OutdatedView => ({ title, document, printed_on: "2026-11-22", why });

describe("sheets on the shelves that are out of date", () => {
  const sheets = [sheet("院長", "cards", "compare"), sheet("守衛", "cards", "gone"), sheet("当直医", "cards", "changed"), sheet("共-01", "forms", "compare")];

  it("stand by what is to be done, what is certain first", () => {
    const titles = byWhy(sheets).map((group) => [group.why, group.sheets.map((one) => one.title)]);
    expect(titles).toEqual([["changed", ["当直医"]], ["gone", ["守衛"]], ["compare", ["院長", "共-01"]]]);
  });

  it("are printed anew with their own documents, and not at all when they are used no more", () => {
    expect(toPrint(sheets)).toEqual(["cards", "forms"]);
    expect(toPrint([sheet("守衛", "cards", "gone")])).toEqual([]);
  });
});
