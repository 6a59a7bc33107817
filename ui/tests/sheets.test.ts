import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { waitFor } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import type { RowView } from "../src/backend/contract";
import { pickFile } from "../src/backend/dialogs";
import { all, at, clean, find, open, openRow } from "./app";
import { add, ask, file, rows, scene, sent } from "./core";

const LEDGER = 250;
const ids = { diagram: "", devices: [] as RowView[] };

/** A sheet of devices. */
function sheet(name: string, lines: string[][]) {
  writeFileSync(file(name), [["資産番号", "機器名"], ...lines].map((cells) => cells.join(",")).join("\r\n"));
  return file(name);
}
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, nth) => [`A-${nth + from}`, `PC-${String(nth + from).padStart(3, "0")}`]);

scene(async () => {
  ids.diagram = await add("diagrams", { name: "構成図" });
  const request = { what: "devices", path: sheet("台帳.csv", numbered(LEDGER)), sheet: null, header: null, columns: {}, blocks: null, headings: {}, leave_hidden: false, one_list: false, make_missing: false, token: "" } as const;
  const { token } = await ask("look_at_sheet", request);
  await ask("import_sheet", { ...request, token });
  ids.devices = await rows("devices");
});

/** The ledger as it was before the sheet, with two devices. */
async function few() {
  await ask("undo", {});
  await add("devices", { asset_no: "A-1", name: "PC-001" });
  await add("devices", { asset_no: "A-2", name: "PC-002" });
}

it("the ledger is never loaded whole: it is turned over and searched", async () => {
  const user = await open("systems", "devices");
  await at('[data-row="devices"]');
  expect(all('[data-row="devices"]')).toHaveLength(100);
  await user.click(await at('[data-do="page-next"]'));
  await waitFor(() => expect(find('[data-row="devices"]')).toHaveTextContent("PC-100"));
  await user.type(await at('[data-search="devices"]'), "249");
  await waitFor(() => expect(find('[data-found="1"]')).toHaveTextContent("250 台のうち 1 台"));
  await clean();
  expect(sent("rows").map((one) => one.kind)).not.toContain("devices");
});

it("a device keeps its form open while one searches, and what is typed is stored", async () => {
  const device = ids.devices[3]?.id ?? "";
  const user = await open("systems", "devices");
  await openRow(user, device);
  await user.type(await at('[data-field="devices.asset_no"]'), "7");
  await user.type(await at('[data-search="devices"]'), "249");
  await at('[data-found="1"]');
  expect(find('[data-field="devices.asset_no"]')).toHaveValue("A-37");
  expect(sent("rows").map((one) => one.kind)).not.toContain("devices");
  expect((await rows("devices")).find((one) => one.id === device)?.fields.asset_no).toBe("A-37");
});

it("a new device is on the last page, with the focus in its first field", async () => {
  const user = await open("systems", "devices");
  await user.click(await at('[data-do="add-devices"]'));
  await waitFor(() => expect(document.activeElement).toHaveAttribute("data-field", "devices.asset_no"));
  await waitFor(() => expect(all('[data-row="devices"]')).toHaveLength(51));
});

it("a column gets the word of the institution, and the usual one again", async () => {
  const word = async () => {
    const device = (await ask("current", {})).kinds.find((one) => one.noun === "devices");
    return device?.fields.find((one) => one.id === "asset_no")?.label;
  };
  const usual = await word();
  await few();
  const user = await open("systems", "devices");
  await user.click(await at('[data-do="name-columns"]'));
  await user.type(await at('[data-column="asset_no"]'), "札の番号");
  await clean();
  await user.click(await at('[data-do="save-columns"]'));
  await waitFor(async () => expect(await word()).toBe("札の番号"));
  await waitFor(() => expect(all("thead th").map((one) => one.textContent.trim())).toContain("札の番号"));
  await user.click(await at('[data-do="name-columns"]'));
  await user.click(await at('[data-do="column-usual"]'));
  await user.click(await at('[data-do="save-columns"]'));
  await waitFor(async () => expect(await word()).toBe(usual));
});

it("a picture is chosen, said in words and taken off", async () => {
  const picture = file("構成図.png");
  copyFileSync(resolve("../icons/128x128.png"), picture);
  vi.mocked(pickFile).mockResolvedValue(picture);
  const user = await open("systems", "diagrams");
  await openRow(user, ids.diagram);
  await user.click(await at('[data-do="choose-picture"]'));
  await waitFor(() => expect(find('[data-field="diagrams.image"]')).toHaveTextContent("128×128"));
  await user.click(await at('[data-do="remove-picture"]'));
  await waitFor(async () => expect((await rows("diagrams"))[0]?.fields).toEqual({ name: "構成図" }));
});

it("a file of any type is kept with a device, saved out again and taken off", async () => {
  const [answer, again] = [file("回答.txt"), file("書き出し.txt")];
  writeFileSync(answer, "外から入る道はありません。");
  vi.mocked(pickFile).mockResolvedValue(answer);
  const device = ids.devices[3]?.id ?? "";
  const kept = async () => (await rows("devices")).find((one) => one.id === device)?.fields.answer_file;
  const user = await open("systems", "devices");
  await openRow(user, device);
  expect(find('[data-do="save-file"]')).toBeNull();
  await user.click(await at('[data-do="choose-file"]'));
  await waitFor(async () => expect(await kept()).toContain("回答.txt"));
  await clean();
  vi.mocked(pickFile).mockResolvedValue(again);
  await user.click(await at('[data-do="save-file"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent(again));
  expect(readFileSync(again, "utf8")).toBe("外から入る道はありません。");
  await user.click(await at('[data-do="remove-file"]'));
  await waitFor(async () => expect(await kept()).toBeUndefined());
});

it("a sheet is looked at, corrected, and only then written, as one step", async () => {
  await few();
  const { seq } = await ask("status", {});
  vi.mocked(pickFile).mockResolvedValue(sheet("足す.csv", [...numbered(300, 1000), ["A-9999", ""]]));
  const user = await open("systems", "devices");
  await user.click(await at('[data-do="import-devices"]'));
  expect(await at('[data-field="import.what"]:checked')).toHaveAttribute("value", "devices");
  await user.click(await at('[data-do="pick-sheet"]'));
  await at('[data-verdicts="301"]');
  expect(all("[data-verdict]")).toHaveLength(200);
  await user.click(await at('[data-do="verdict-problem"]'));
  expect(all("[data-verdict]")).toHaveLength(1);
  await user.selectOptions(await at('[data-field="import.target"][data-column="0"]'), "serial");
  await waitFor(() => expect(sent("look_at_sheet").at(-1)).toMatchObject({ columns: { 0: "serial" }, token: "" }));
  await clean();
  expect((await ask("status", {})).seq, "nothing is written yet").toBe(seq);
  await waitFor(() => expect(find('[data-do="import-now"]')).toBeEnabled());
  await user.click(await at('[data-do="import-now"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("300 行を足し"));
  const devices = await rows("devices");
  expect([devices.length, devices.at(-1)?.fields.serial]).toEqual([302, "A-1299"]);
  await at('[data-tab="devices"][aria-selected="true"]');
  await user.click(await at('[data-do="undo-import"]'));
  await waitFor(async () => expect(await rows("devices")).toHaveLength(2));
});

it("a list is written as a sheet", async () => {
  const csv = file("システム.csv");
  vi.mocked(pickFile).mockResolvedValue(csv);
  const user = await open("systems", "systems");
  await user.click(await at('[data-do="export-systems"]'));
  await user.click(await at('[data-field="export.format"][value="csv"]'));
  await clean();
  await user.click(await at('[data-do="export-now"]'));
  await waitFor(() => expect(sent("export_sheet")).toEqual([{ what: "systems", format: "csv", path: csv }]));
  await waitFor(() => expect(find("[data-note]")).toBeInTheDocument());
  const written = readFileSync(csv, "utf8");
  for (const { title } of await rows("systems")) expect(written).toContain(title);
});

it("an empty ledger offers the sheet first", async () => {
  await ask("undo", {});
  await open("systems", "devices");
  await waitFor(() => expect(find('[data-do="import-devices"]')).toHaveClass("is-primary"));
});
