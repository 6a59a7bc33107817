import { expect, test } from "vitest";
import type { call as Call } from "../backend/call";
import type { RowView } from "../backend/contract";
import { Matched } from "./matched.svelte";

const row = (id: string): RowView => ({ id, title: id, fields: {}, shown: {}, draft: false, alone: false, source: null, private: [] });
const rows = [row("a"), row("b"), row("c")];
const ids = (list: RowView[]) => list.map((one) => one.id);

test("shows what the core finds, in the order of the list, and everything without words", async () => {
  const asked: unknown[] = [];
  const call = (async (_name: string, request: unknown) => {
    asked.push(request);
    return { seq: 1, ids: ["c", "a"] };
  }) as unknown as typeof Call;
  const matched = new Matched(call, "people");
  expect(ids(matched.of(rows))).toEqual(["a", "b", "c"]);
  await matched.type("看護");
  expect(asked).toEqual([{ kind: "people", words: "看護" }]);
  expect(ids(matched.of(rows))).toEqual(["a", "c"]);
  await matched.type(" ");
  expect(asked).toHaveLength(1);
  expect(ids(matched.of(rows))).toEqual(["a", "b", "c"]);
});
