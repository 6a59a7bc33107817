import { screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, it, vi } from "vitest";
import { RAIL } from "../src/state/places";
import { reset } from "./fake";
import { at, find, open, sent } from "./app";

vi.mock("../src/backend/call", async () => ({ call: (await import("./fake")).call }));
vi.mock("../src/backend/close", () => ({ onClosing: async () => () => undefined, closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({ startFile: async () => null, pickFile: async () => "/x.sonae", showInFolder: async () => true }));
vi.mock("../src/backend/preview", () => ({ preview: async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" }) }));

beforeEach(() => {
  reset();
  sessionStorage.clear();
});

it.each(RAIL)("the screen %s has no accessibility fault", async (place) => {
  await open(place);
  await new Promise((done) => setTimeout(done, 50));
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
});

it("changing the screen moves the focus to its heading", async () => {
  await open("contacts");
  await waitFor(() => expect(find("h1")).toHaveFocus());
});

it("changing the screen saves what was just typed", async () => {
  const user = await open("systems");
  await user.click(screen.getByRole("button", { name: "Network" }));
  const name = await at('[data-field="systems.name"]');
  await user.type(name, "2");
  await user.click(await at('[data-go="guide"]'));
  await waitFor(() => expect(sent("set_field")).toHaveLength(1));
  expect(sent("set_field")[0]).toMatchObject({ kind: "systems", id: "s2", field: "name", value: "Network2", leaving: true });
  await at('[data-item="1-1"]');
});

it("a row that was removed can be brought back from the note", async () => {
  const user = await open("systems");
  await user.click(screen.getByRole("button", { name: "Charts" }));
  await user.click(await at('[data-do="remove"]'));
  await user.click(await at('[data-do="restore"]'));
  expect(sent("restore_record")[0]).toEqual({ kind: "systems", id: "s1" });
});

it("adopting asks for a name, remembers it and says how many rows it was", async () => {
  const user = await open("systems");
  await user.click(await at('[data-do="adopt"]'));
  await user.type(await at('[data-field="adopt.by"]'), "Mihon");
  await user.click(await at('[data-do="adopt-now"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("1 行を採用しました。"));
  expect(sent("set_person")[0]).toEqual({ person: "Mihon" });
  expect(sent("adopt")[0]).toEqual({ kinds: ["systems"], ids: [], by: "Mihon" });
});

it("a new row opens its form with the focus in the first field", async () => {
  const user = await open("contacts");
  await user.click(await at('[data-tab="organisations"]'));
  await user.click(await at('[data-do="add-organisations"]'));
  await waitFor(() => expect(find('[data-field="organisations.name"]')).toHaveFocus());
});

it("private fields say so, required ones too, and help is tied to the control", async () => {
  const user = await open("systems");
  await user.click(screen.getByRole("button", { name: "Charts" }));
  const name = await at('[data-field="systems.name"]');
  expect(name).toHaveAccessibleName(/label-name.*必須/);
  expect(name).toHaveAccessibleDescription("help-name");
  expect(find('[data-field="systems.address"]')).toHaveAccessibleName(/本部用だけ/);
});

it("an answer is sent at once", async () => {
  const user = await open("guide");
  const radios = within(await at(".item-body")).getAllByRole("radio");
  await user.click(radios[0] as HTMLElement);
  await waitFor(() => expect(sent("answer")[0]).toMatchObject({ item: "1-1", field: "a", value: "yes" }));
});

it("an edited block keeps its placeholders and the other blocks", async () => {
  const user = await open("text");
  const first = await at('[data-field="blocks.paragraph"]');
  expect(first).toHaveValue("by ⟦label-name⟧");
  await user.type(first, "!");
  await user.tab();
  await waitFor(() => expect(sent("edit_section")).toHaveLength(1));
  expect(sent("edit_section")[0]?.blocks).toEqual([
    { id: "b1", form: "paragraph", cells: [[[{ text: "by " }, { field: { kind: "facility", record: "f", field: "name" } }, { text: "!" }]]] },
    { id: "b2", form: "table", cells: [[[{ text: "a" }], [{ text: "b" }]]] },
  ]);
});

it("Ctrl+Z in a field with unsaved text stays in the field", async () => {
  const user = await open("systems");
  await user.click(screen.getByRole("button", { name: "Charts" }));
  await user.type(await at('[data-field="systems.name"]'), "x");
  await user.keyboard("{Control>}z{/Control}");
  expect(sent("undo")).toHaveLength(0);
});
