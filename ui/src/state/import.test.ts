import { expect, it, vi } from "vitest";
import type { call as Call } from "../backend/call";
import type { ImportPreview, ImportRequest } from "../backend/contract";
import { Import } from "./import.svelte";

const preview = (more: Partial<ImportPreview> = {}): ImportPreview => ({
  list: "devices", token: "t", sheets: ["a", "b"], sheet: 0, header: 3, lines: [], columns: [], targets: [], rows: [], trouble: "",
  how: [], blocks: 1, hidden: 0, mixed: false, missing: [], account: { cells: 0, names: 0, taken: 0, left: 0, lost: [] },
  counts: { new: 1, update: 0, same: 0, skipped: 0, problem: 0 }, ...more,
});
function looked(answer: () => ImportPreview | Promise<ImportPreview> = preview) {
  const call = vi.fn(async (_name: string, _request: ImportRequest) => answer());
  const sheet = new Import(call as unknown as typeof Call, "devices");
  const asked = () => call.mock.calls.at(-1)?.[1];
  return { sheet, asked, call };
}

it("asks nothing before there is a file", async () => {
  const { sheet, call } = looked();
  await sheet.choose("people");
  expect(call).not.toHaveBeenCalled();
  expect(sheet.ready).toBe(false);
});

it("looks without a token and hands it back only with what is imported", async () => {
  const { sheet, asked } = looked();
  await sheet.open("/a.xlsx");
  expect(asked()).toMatchObject({ what: "devices", path: "/a.xlsx", sheet: null, header: null, columns: {}, blocks: null, token: "" });
  expect(sheet.ready).toBe(true);
  expect(sheet.request().token).toBe("t");
});

it("sends only the columns that were corrected, and guesses anew for another line or sheet", async () => {
  const { sheet, asked } = looked();
  await sheet.open("/a.xlsx");
  await sheet.toTarget(2, "name");
  await sheet.toTarget(4, "");
  expect(asked()?.columns).toEqual({ 2: "name", 4: "" });
  await sheet.toHeader(5);
  expect(asked()).toMatchObject({ sheet: 0, header: 5, columns: {} });
  await sheet.toSheet(1);
  expect(asked()).toMatchObject({ sheet: 1, header: null });
});

it("is not ready when nothing would change or something is in the way", async () => {
  const none = looked(() => preview({ counts: { new: 0, update: 0, same: 3, skipped: 0, problem: 1 } }));
  await none.sheet.open("/a.xlsx");
  expect(none.sheet.ready).toBe(false);
  const trouble = looked(() => preview({ trouble: "no column names" }));
  await trouble.sheet.open("/a.xlsx");
  expect(trouble.sheet.ready).toBe(false);
});

it("a file that cannot be read shows why and nothing else", async () => {
  const { sheet } = looked(() => Promise.reject({ code: "password", happened: "locked", safe: "", now: "" }));
  await sheet.open("/a.xlsx");
  expect([sheet.preview, sheet.fault?.happened, sheet.busy]).toEqual([null, "locked", false]);
});

it("keeps a mixed ledger one list until another file is opened", async () => {
  const { sheet, asked } = looked();
  await sheet.open("/a.xlsx");
  await sheet.toOneList(true);
  expect(asked()).toMatchObject({ one_list: true });
  await sheet.open("/b.xlsx");
  expect(asked()).toMatchObject({ one_list: false });
});
