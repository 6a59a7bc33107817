import { readFileSync } from "node:fs";
import { waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { pickFile } from "../src/backend/dialogs";
import { at, find, open, type User, values } from "./app";
import { ask, file, row, rows, scene, sent } from "./core";

scene();
const names: string[] = [];
beforeEach(() => {
  names.length = 0;
  vi.mocked(pickFile).mockImplementation(async (_, name = "") => (names.push(name), file(`${names.length}.pdf`)));
});

const offered = (of: string) => values(`[data-field="print.${of}"]`);
const choose = async (user: User, of: string, value: string) => user.click(await at(`[data-field="print.${of}"][value="${value}"]`));

it("the documents the core lists can be printed, in its order, with its words", async () => {
  const { documents, status } = await ask("current", {});
  const fits = (one: (typeof documents)[number]) => one.institutions.length === 0 || one.institutions.includes(status.institution);
  const listed = documents.filter((one) => one.listed && fits(one));
  const user = await open("print");
  await at('[data-field="print.document"]');
  expect(offered("document")).toEqual(listed.map((one) => one.name));
  for (const one of listed) {
    expect(find(".print-cards")).toHaveTextContent(one.title);
    await choose(user, "document", one.name);
    await waitFor(() => expect(find(".form")).toHaveTextContent(one.caution === "" ? one.title : one.caution));
  }
});

it("a copy is offered where there is one, and a department where it makes a difference", async () => {
  const user = await open("print");
  const departments = (await rows("departments")).length;
  for (const [name, copies, wards] of [["recovery", 0, 0], ["minimum", 2, 0], ["cards", 2, departments], ["binder", 2, departments]] as const) {
    await choose(user, "document", name);
    await waitFor(() => expect(offered("copy")).toHaveLength(copies));
    if (copies > 0) await choose(user, "copy", "ward");
    await waitFor(() => expect(document.querySelectorAll('[data-field="print.ward"] option:not([value=""])')).toHaveLength(wards));
  }
});

it("what is asked for is the copy as the record of prints keeps it, in a file of the core's name", async () => {
  const ward = await row("departments", "outpatient");
  const user = await open("print");
  await choose(user, "copy", "ward");
  await user.selectOptions(await at('[data-field="print.ward"]'), ward.id);
  for (const name of ["binder", "minimum", "recovery"]) {
    await choose(user, "document", name);
    await user.click(await at('[data-do="print"]'));
    await waitFor(() => expect(sent("print").at(-1)?.document).toBe(name));
    await at("[data-printed]");
  }
  const asked = sent("print").map((one) => `${String(one.document)} ${String(one.copy)}`);
  expect(asked).toEqual([`binder ward:${ward.id}`, "minimum ward", "recovery hq"]);
  expect(names).toEqual(["みほん診療所_部署用_外来.pdf", "みほん診療所_最小の綴じ物_部署用.pdf", "みほん診療所_復旧の順.pdf"]);
  for (const nth of [1, 2, 3]) await waitFor(() => expect(readFileSync(file(`${nth}.pdf`)).subarray(0, 5).toString()).toBe("%PDF-"));
  await waitFor(async () => expect((await rows("prints")).map((one) => `${one.fields.document ?? ""} ${one.fields.copy ?? ""}`).sort()).toEqual([...asked].sort()));
});
