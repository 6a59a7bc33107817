import { waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { reset, rows } from "./fake";
import { at, find, open, sent } from "./app";

const picked = vi.hoisted(() => ({ names: [] as string[] }));
vi.mock("../src/backend/call", async () => ({ call: (await import("./fake")).call }));
vi.mock("../src/backend/close", () => ({ onClosing: async () => () => undefined, closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({
  startFile: async () => null,
  pickFile: async (_: string, name: string) => (picked.names.push(name), "/usb/x.pdf"),
  showInFolder: async () => true,
}));

beforeEach(() => {
  reset();
  sessionStorage.clear();
  picked.names = [];
  rows.departments = [{ id: "w1", title: "Ward", fields: { name: "Ward" }, shown: { name: "Ward" }, draft: false, source: null }];
});

const radios = (of: string) => [...document.querySelectorAll<HTMLInputElement>(`[data-field="print.${of}"]`)].map((one) => one.value);
const choose = async (user: Awaited<ReturnType<typeof open>>, of: string, value: string) =>
  user.click(await at(`[data-field="print.${of}"][value="${value}"]`));

it("the documents the core lists can be printed, in its order, with its words", async () => {
  const user = await open("print");
  await at('[data-field="print.document"]');
  expect(radios("document")).toEqual(["binder", "minimum", "recovery", "wallet", "cards"]);
  expect(find(".form")).toHaveTextContent("title-cards");
  expect(find(".form")).not.toHaveTextContent("secret");
  await choose(user, "document", "wallet");
  await waitFor(() => expect(find(".form")).toHaveTextContent("secret"));
});

it("a copy is offered where there is one, and a department where it makes a difference", async () => {
  const user = await open("print");
  for (const [name, copies, wards] of [["recovery", 0, 0], ["minimum", 2, 0], ["cards", 2, 1], ["binder", 2, 1]] as const) {
    await choose(user, "document", name);
    await waitFor(() => expect(radios("copy")).toHaveLength(copies));
    if (copies > 0) await choose(user, "copy", "ward");
    await waitFor(() => expect(radios("ward")).toHaveLength(wards));
  }
});

it("what is asked for is the copy as the record of prints keeps it, in a file of the core's name", async () => {
  const user = await open("print");
  await choose(user, "copy", "ward");
  await user.selectOptions(await at('[data-field="print.ward"]'), "w1");
  for (const name of ["binder", "minimum", "recovery"]) {
    await choose(user, "document", name);
    await user.click(await at('[data-do="print"]'));
    await at("[data-printed]");
  }
  expect(sent("print").map((one) => `${String(one.document)} ${String(one.copy)}`)).toEqual([
    "binder ward:w1",
    "minimum ward",
    "recovery hq",
  ]);
  expect(picked.names).toEqual(["Clinic_ward_Ward.pdf", "Clinic_file-minimum.pdf", "Clinic_file-recovery.pdf"]);
});
