import { expect, it } from "vitest";
import type { RowView } from "../backend/contract";
import { calledBy, callerOf, siblingsOf } from "./tree";

const place = (id: string, above?: string): RowView => ({
  id, title: id, fields: above ? { above } : {}, shown: {}, draft: false, alone: false, source: null, private: [],
});
const places = [place("top"), place("a", "top"), place("other"), place("b", "top"), place("lost", "removed")];
const at = (id: string) => places.find((one) => one.id === id) as RowView;
const ids = (list: RowView[]) => list.map((one) => one.id);

it("finds who calls, and nobody where the caller is gone", () => {
  expect(callerOf(places, at("a"))).toBe("top");
  expect(callerOf(places, at("top"))).toBeUndefined();
  expect(callerOf(places, at("lost"))).toBeUndefined();
});

it("puts a place whose caller is gone beside the heads, as the drawing does", () => {
  expect(ids(siblingsOf(places, at("top")))).toEqual(["top", "other", "lost"]);
  expect(ids(siblingsOf(places, at("b")))).toEqual(["a", "b"]);
});

it("tells whom a place calls", () => {
  expect(ids(calledBy(places, "top"))).toEqual(["a", "b"]);
  expect(calledBy(places, "b")).toEqual([]);
});
