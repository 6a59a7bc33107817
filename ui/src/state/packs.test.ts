import type { PackOf, PackWhat } from "../backend/contract";
import { expect, it } from "vitest";
import { counted, grouped } from "./packs";

const change = (of: PackOf, what: PackWhat, id: string) => ({ of, what, id, title: id, touches: 0 });
const changes = [
  change("term", "added", "t"),
  change("item", "removed", "1-2"),
  change("entry", "changed", "e"),
  change("item", "added", "1-9"),
  change("rest", "added", "n"),
  change("item", "added", "2-1"),
];

it("groups what changes, known things first, new ones before changed and dropped", () => {
  const groups = grouped(changes);
  expect(groups.map((group) => group.of)).toEqual(["item", "entry", "term", "rest"]);
  expect(groups[0]?.changes.map((one) => one.id)).toEqual(["1-9", "2-1", "1-2"]);
});

it("loses nothing", () => {
  expect(grouped(changes).flatMap((group) => group.changes)).toHaveLength(changes.length);
  expect(grouped([])).toEqual([]);
});

it("counts by what happens, leaving out what does not", () => {
  expect(counted(changes)).toEqual([{ what: "added", count: 4 }, { what: "changed", count: 1 }, { what: "removed", count: 1 }]);
});
