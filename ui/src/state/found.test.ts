import { expect, test } from "vitest";
import type { RowView } from "../backend/contract";
import { found } from "./found";

const row = (title: string, shown: Record<string, string> = {}): RowView => ({
  id: title, title, fields: {}, shown, draft: false, alone: false, source: null,
});
const rows = [row("髙橋 花子", { kana: "タカハシ ハナコ", job: "看護師" }), row("佐藤 太郎", { extension: "内線 ７０１" })];

test("all words must occur, whatever their width and case, in any field that is shown", () => {
  expect(found(rows, "タカハシ 看護").map((one) => one.title)).toEqual(["髙橋 花子"]);
  expect(found(rows, "内線 701").map((one) => one.title)).toEqual(["佐藤 太郎"]);
  expect(found(rows, "ﾊﾅｺ").map((one) => one.title)).toEqual(["髙橋 花子"]);
  expect(found(rows, "花子 701")).toEqual([]);
});

test("an empty search finds everything in its order", () => expect(found(rows, "　 ")).toEqual(rows));
