import { waitFor, within } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { RAIL } from "../src/state/places";
import { all, at, clean, find, open, openRow } from "./app";
import { add, ask, row, rows, scene, sent } from "./core";

let charts = "";
scene(async () => {
  charts = await add("systems", { name: "電子カルテ" });
});

it.each(RAIL)("the screen %s has no accessibility fault", async (place) => {
  await open(place);
  await new Promise((done) => setTimeout(done, 50));
  await clean(place);
});

it("changing the screen moves the focus to its heading", async () => {
  await open("contacts");
  await waitFor(() => expect(find("h1")).toHaveFocus());
});

it("changing the screen saves what was just typed", async () => {
  const user = await open("systems");
  await openRow(user, charts);
  await user.type(await at('[data-field="systems.name"]'), "2");
  await user.click(await at('[data-go="guide"]'));
  await at('[data-item="1-1"]');
  expect(sent("set_field").at(-1)).toMatchObject({ kind: "systems", id: charts, field: "name", value: "電子カルテ2", leaving: true });
  expect((await row("systems", "電子カルテ2")).id).toBe(charts);
});

it("a row that was removed can be brought back from the note", async () => {
  const user = await open("systems");
  await openRow(user, charts);
  await user.click(await at('[data-do="remove"]'));
  await at('[data-do="restore"]');
  expect((await rows("systems")).map((one) => one.id)).not.toContain(charts);
  await user.click(await at('[data-do="restore"]'));
  await at(`[data-row="systems"][data-id="${charts}"]`);
  expect((await rows("systems")).map((one) => one.id)).toContain(charts);
});

it("adopting asks for a name, remembers it and says how many rows it was", async () => {
  const drafts = (await rows("systems")).filter((one) => one.draft).length;
  const user = await open("systems");
  await user.click(await at('[data-do="adopt"]'));
  await user.type(await at('[data-field="adopt.by"]'), "見本");
  await user.click(await at('[data-do="adopt-now"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent(`${drafts} 行を採用しました。`));
  expect(sent("set_person")[0]).toEqual({ person: "見本" });
  expect((await rows("systems")).filter((one) => one.draft)).toEqual([]);
  expect((await rows("departments")).filter((one) => one.draft), "only what is on the screen").not.toEqual([]);
});

it("a new row opens its form with the focus in the first field", async () => {
  const user = await open("contacts", "organisations");
  await user.click(await at('[data-do="add-organisations"]'));
  await waitFor(() => expect(find('[data-field="organisations.name"]')).toHaveFocus());
});

it("private fields say so, required ones too, and help is tied to the control", async () => {
  const { kinds } = await ask("current", {});
  const fields = kinds.find((one) => one.noun === "systems")?.fields;
  const words = (id: string) => fields?.find((one) => one.id === id) ?? { label: "", help: "" };
  const user = await open("systems");
  await openRow(user, charts);
  const name = await at('[data-field="systems.name"]');
  expect(words("name").help).not.toBe("");
  expect(name).toHaveAccessibleName(new RegExp(`${words("name").label}.*必須`, "u"));
  expect(name).toHaveAccessibleDescription(words("name").help);
  expect(find('[data-field="systems.address"]')).toHaveAccessibleName(/本部用だけ/);
});

it("an answer is sent at once", async () => {
  const user = await open("guide");
  const radios = within(await at(".item-body")).getAllByRole("radio");
  await user.click(radios[0] as HTMLElement);
  await waitFor(() => expect(sent("answer")[0]).toMatchObject({ item: "1-1", value: "yes" }));
  await waitFor(async () => expect((await ask("status", {})).answered).toBe(1));
});

it("an edited block keeps its placeholders and the other blocks", async () => {
  const before = await ask("section", { number: "1.1" });
  const user = await open("text");
  await user.click(await at('[data-section="1.1"]'));
  const first = await at('[data-field="blocks.paragraph"]');
  expect((first as HTMLTextAreaElement).value).toContain("⟦施設名⟧");
  await user.type(first, "！");
  await user.tab();
  await waitFor(async () => expect((await ask("section", { number: "1.1" })).edited).toBe(true));
  const after = await ask("section", { number: "1.1" });
  const typed = (cells: unknown) => JSON.stringify(cells);
  expect(after.blocks.map((one) => one.form)).toEqual(before.blocks.map((one) => one.form));
  expect(after.blocks.slice(1).map((one) => typed(one.cells))).toEqual(before.blocks.slice(1).map((one) => typed(one.cells)));
  expect(typed(after.blocks[0]?.cells ?? [])).toContain("！");
  expect(typed(after.blocks[0]?.cells ?? [])).toContain('"field"');
});

it("Ctrl+Z in a field with unsaved text stays in the field", async () => {
  const user = await open("systems");
  await openRow(user, charts);
  await user.type(await at('[data-field="systems.name"]'), "x");
  await user.keyboard("{Control>}z{/Control}");
  expect(sent("undo")).toHaveLength(0);
  expect(all("[data-fault]")).toEqual([]);
});
