import { waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, it, vi } from "vitest";
import { reset, rows } from "./fake";
import { at, find, open, sent } from "./app";

vi.mock("../src/backend/call", async () => ({ call: (await import("./fake")).call }));
vi.mock("../src/backend/close", () => ({ onClosing: async () => () => undefined, closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({ startFile: async () => null, pickFile: async () => "/usb/ledger.xlsx", showInFolder: async () => true }));
vi.mock("../src/backend/preview", () => ({ preview: async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" }) }));

const clean = async () => {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
};

async function systems(tab: string) {
  const user = await open("systems");
  await user.click(await at(`[data-tab="${tab}"]`));
  return user;
}

beforeEach(() => {
  reset();
  sessionStorage.clear();
});

it("the ledger is never loaded whole: it is turned over and searched", async () => {
  const user = await systems("devices");
  await at('[data-row="devices"]');
  expect(document.querySelectorAll('[data-row="devices"]')).toHaveLength(100);
  await user.click(await at('[data-do="page-next"]'));
  await waitFor(() => expect(find('[data-row="devices"]')).toHaveTextContent("PC-100"));
  await user.type(await at('[data-search="devices"]'), "249");
  await waitFor(() => expect(find('[data-found="1"]')).toHaveTextContent("250 台のうち、1 台"));
  await clean();
  expect(sent("rows").map((one) => one.kind)).not.toContain("devices");
});

it("a device keeps its form open while one searches, and what is typed is stored", async () => {
  const user = await systems("devices");
  await user.click(await at('[data-id="d3"]'));
  await user.type(await at('[data-field="devices.asset_no"]'), "7");
  await user.type(await at('[data-search="devices"]'), "249");
  await waitFor(() => expect(sent("set_field")[0]).toMatchObject({ kind: "devices", id: "d3", field: "asset_no", value: "7" }));
  await at('[data-found="1"]');
  expect(find('[data-field="devices.asset_no"]')).toHaveValue("7");
  expect(sent("rows").map((one) => one.kind)).not.toContain("devices");
});

it("a new device is on the last page, with the focus in its first field", async () => {
  const user = await systems("devices");
  await user.click(await at('[data-do="add-devices"]'));
  await waitFor(() => expect(document.activeElement).toHaveAttribute("data-field", "devices.asset_no"));
  expect(sent("some_rows").filter((one) => Number(one.most) > 1).at(-1)).toMatchObject({ from: 200 });
});

it("a column gets the word of the institution, and the usual one again", async () => {
  rows.devices = (rows.devices ?? []).slice(0, 2);
  const user = await systems("devices");
  await user.click(await at('[data-do="name-columns"]'));
  await user.type(await at('[data-column="asset_no"]'), "Tag");
  await clean();
  await user.click(await at('[data-do="save-columns"]'));
  await waitFor(() => expect(sent("name_column")[0]).toEqual({ kind: "devices", field: "asset_no", label: "Tag" }));
  await waitFor(() => expect(sent("current").length).toBeGreaterThan(1));
  await user.click(await at('[data-do="name-columns"]'));
  await user.click(await at('[data-do="column-usual"]'));
  await user.click(await at('[data-do="save-columns"]'));
  await waitFor(() => expect(sent("name_column")[1]).toMatchObject({ label: "" }));
});

it("a picture is chosen, said in words and taken off", async () => {
  const user = await systems("diagrams");
  await user.click(await at('[data-row="diagrams"]'));
  await user.click(await at('[data-do="choose-picture"]'));
  await waitFor(() => expect(find('[data-field="diagrams.image"]')).toHaveTextContent("PNG 1200×800"));
  expect(sent("attach")[0]).toEqual({ kind: "diagrams", id: "m1", field: "image", path: "/usb/ledger.xlsx" });
  await user.click(await at('[data-do="remove-picture"]'));
  await waitFor(() => expect(sent("set_field")[0]).toMatchObject({ field: "image", value: "" }));
});

it("a file of any type is kept with a device, saved out again and taken off", async () => {
  const user = await systems("devices");
  await user.click(await at('[data-id="d3"]'));
  expect(find('[data-do="save-file"]')).toBeNull();
  await user.click(await at('[data-do="choose-file"]'));
  await waitFor(() => expect(sent("attach")[0]).toEqual({ kind: "devices", id: "d3", field: "answer_file", path: "/usb/ledger.xlsx" }));
  await clean();
  await user.click(await at('[data-do="save-file"]'));
  await waitFor(() => expect(sent("save_attachment")[0]).toMatchObject({ id: "d3", field: "answer_file", path: "/usb/ledger.xlsx" }));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("/usb/ledger.xlsx"));
  await user.click(await at('[data-do="remove-file"]'));
  await waitFor(() => expect(sent("set_field")[0]).toMatchObject({ field: "answer_file", value: "" }));
});

it("a sheet is looked at, corrected, and only then written, as one step", async () => {
  rows.devices = (rows.devices ?? []).slice(0, 2);
  const user = await systems("devices");
  await user.click(await at('[data-do="import-devices"]'));
  expect(await at('[data-field="import.what"]:checked')).toHaveAttribute("value", "devices");
  await user.click(await at('[data-do="pick-sheet"]'));
  await at('[data-verdicts="301"]');
  expect(document.querySelectorAll("[data-verdict]")).toHaveLength(200);
  await user.click(await at('[data-do="verdict-problem"]'));
  expect(document.querySelectorAll("[data-verdict]")).toHaveLength(1);
  await user.selectOptions(await at('[data-field="import.target"][data-column="1"]'), "");
  await waitFor(() => expect(sent("look_at_sheet").at(-1)).toMatchObject({ columns: { 1: "" }, token: "" }));
  await clean();
  expect(sent("import_sheet")).toEqual([]);
  await user.click(await at('[data-do="import-now"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("300 行を足し"));
  expect(sent("import_sheet")[0]).toMatchObject({ what: "devices", path: "/usb/ledger.xlsx", token: "token" });
  await at('[data-tab="devices"][aria-selected="true"]');
  await user.click(await at('[data-do="undo-import"]'));
  await waitFor(() => expect(sent("undo")).toHaveLength(1));
});

it("a list is written as a sheet", async () => {
  const user = await systems("systems");
  await user.click(await at('[data-do="export-systems"]'));
  await user.click(await at('[data-field="export.format"][value="csv"]'));
  await clean();
  await user.click(await at('[data-do="export-now"]'));
  await waitFor(() => expect(sent("export_sheet")[0]).toEqual({ what: "systems", format: "csv", path: "/usb/ledger.xlsx" }));
});

it("an empty ledger offers the sheet first", async () => {
  rows.devices = [];
  await systems("devices");
  expect(await at('[data-do="import-devices"]')).toHaveClass("is-primary");
});
