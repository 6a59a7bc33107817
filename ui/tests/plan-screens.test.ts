import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { waitFor } from "@testing-library/svelte";
import { beforeAll, expect, it, vi } from "vitest";
import { pickFile } from "../src/backend/dialogs";
import { all, at, clean, find, open, openRow, values } from "./app";
import { add, ask, file, row, rows, scene, sent } from "./core";

const OWN = "自分たちの言葉で書いた目的。";
const ids = { procedure: "", head: "", below: "" };
const templates = file("templates");

scene(async () => {
  ids.procedure = await add("procedures", { name: "紙の指示" });
  for (const text of ["一", "二", "三"]) await add("procedure_steps", { procedure: ids.procedure, text });
  const chief = await row("roles", "chief");
  ids.head = await add("contact_tree", { of_kind: "roles", of: chief.id });
  ids.below = await add("contact_tree", { of_kind: "roles", of: (await row("roles", "safety-manager")).id, above: ids.head });
  const blocks = [{ id: null, form: "paragraph", cells: [[[{ text: OWN }]]] }];
  for (const number of ["1.1", "1.3.2"]) await ask("edit_section", { number, blocks, step: number });
});

/** A pack on a stick that says something else in one section and has another under a new number. */
beforeAll(() => {
  cpSync(resolve("../templates"), templates, { recursive: true });
  const chapter = `${templates}/packs/mhlw-2024/sections/chapter-1.toml`;
  const [head, rest = ""] = readFileSync(chapter, "utf8").replace('number = "1.3.2"', 'number = "1.3.9"').split('number = "1.1"');
  writeFileSync(chapter, `${head}number = "1.1"${rest.replace(/\ntext = ".*"/u, '\ntext = "新しい目的の文。"')}`);
});

const steps = async () => (await rows("procedure_steps")).filter((one) => one.fields.procedure === ids.procedure).map((one) => one.fields.text);
const texts = () => values('[data-field="procedure_steps.text"]');

async function procedure() {
  const user = await open("procedures");
  await openRow(user, ids.procedure);
  await waitFor(() => expect(texts()).toEqual(["一", "二", "三"]));
  return user;
}

it("a procedure shows its steps in order, numbered, under its form", async () => {
  await procedure();
  await clean();
});

it("Alt with an arrow moves the step in which one writes, and the focus stays", async () => {
  const user = await procedure();
  const second = all('[data-field="procedure_steps.text"]')[1] as HTMLElement;
  await user.click(second);
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await waitFor(() => expect(texts()).toEqual(["二", "一", "三"]));
  await waitFor(() => expect(document.activeElement).toHaveValue("二"));
  expect(await steps()).toEqual(["二", "一", "三"]);
});

it("a new step goes below the one it was asked at", async () => {
  const user = await procedure();
  await user.click(all('[data-do="step-below"]')[0] as HTMLElement);
  await waitFor(() => expect(texts()).toEqual(["一", "", "二", "三"]));
  expect(await steps()).toEqual(["一", undefined, "二", "三"]);
});

it("Ctrl+Enter writes a step below, by the same people in the same span; Enter goes down a column and marks what stands there", async () => {
  const user = await procedure();
  const cells = (field: string) => all(`[data-field="procedure_steps.${field}"]`);
  await user.selectOptions(cells("band")[0] as HTMLSelectElement, "h2");
  await user.type(cells("minutes")[1] as HTMLInputElement, "5");
  await user.click(cells("minutes")[0] as HTMLInputElement);
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(cells("minutes")[1]);
  expect([(document.activeElement as HTMLInputElement).selectionStart, (document.activeElement as HTMLInputElement).selectionEnd]).toEqual([0, 1]);

  await user.click(cells("text")[0] as HTMLInputElement);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(texts()).toEqual(["一", "", "二", "三"]));
  const fresh = (await rows("procedure_steps")).find((one) => one.fields.procedure === ids.procedure && !one.fields.text);
  expect(fresh?.fields.band).toBe("h2");
});

it("a procedure is adopted by itself with its steps, and both are counted", async () => {
  const visit = await row("procedures", "clinic-visit");
  const its = (await rows("procedure_steps")).filter((one) => one.fields.procedure === visit.id);
  const user = await open("procedures");
  await at(`[data-row="procedures"][data-id="${visit.id}"]`);
  expect(find('[data-do="adopt"]')).not.toBeInTheDocument();
  await user.click(await at(`[data-row="procedures"][data-id="${visit.id}"]`));
  await user.click(await at('[data-do="adopt-row"]'));
  await waitFor(() => expect(all("dialog li b").map((one) => one.textContent.trim())).toContain(`${visit.title}（手順 ${its.length} 件）`));
  await user.type(await at('[data-field="adopt.by"]'), "見本");
  await user.click(await at('[data-do="adopt-now"]'));
  await waitFor(() => expect(find("[data-note]")).toBeInTheDocument());
  for (const kind of ["procedures", "procedure_steps", "procedure_forms"]) {
    const own = (await rows(kind)).filter((one) => one.id === visit.id || one.fields.procedure === visit.id);
    expect(own.filter((one) => one.draft)).toEqual([]);
  }
  expect((await rows("procedures")).some((one) => one.draft)).toBe(true);
});

async function tree() {
  const user = await open("contacts", "contact_tree");
  await at(`[data-tree-box="${ids.below}"]`);
  return user;
}
const places = async () => (await rows("contact_tree")).map((one) => [one.id, one.fields.above]);

it("a box of the contact tree opens its form by Enter, and what is added hangs on it", async () => {
  const user = await tree();
  await clean();
  const box = `[data-tree-box="${ids.below}"]`;
  find(box)?.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(find(box)).toHaveAttribute("aria-pressed", "true"));
  await waitFor(() => expect(find(".detail h2")).toHaveFocus());
  await user.click(await at('[data-do="tree-beside"]'));
  await waitFor(() => expect(all("[data-tree-box]")).toHaveLength(3));
  await user.click(await at(box));
  await user.click(await at('[data-do="tree-below"]'));
  await waitFor(() => expect(all("[data-tree-box]")).toHaveLength(4));
  expect((await places()).map(([, above]) => above).sort()).toEqual([undefined, ids.head, ids.head, ids.below].sort());
});

it("a place with others below it says where they go when it is removed", async () => {
  const user = await tree();
  await user.click(await at(`[data-tree-box="${ids.head}"]`));
  await user.click(await at('[data-do="tree-remove"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("その下の 1 か所は残り"));
  expect((await places()).map(([id]) => id)).toEqual([ids.below]);
  await user.click(await at('[data-do="restore"]'));
  await at(`[data-tree-box="${ids.head}"]`);
  expect(await places()).toEqual([[ids.head, undefined], [ids.below, ids.head]]);
});

it("words are asked for once and can be opened where they stand", async () => {
  await open("guide");
  const word = await at("[data-term]");
  expect(word).toHaveAttribute("aria-expanded", "false");
  expect(find(`#${word.getAttribute("aria-controls") ?? ""}`)).toBeInTheDocument();
  expect(sent("terms")).toHaveLength(1);
});

it("a text is read with its chips and typed with its marks; a chip can be taken out", async () => {
  const user = await open("text");
  await user.click(await at('[data-section="1.2"]'));
  const block = (await at(".cell-shown .chip")).closest<HTMLElement>("[data-block]");
  const shown = block?.querySelectorAll(".chip").length ?? 0;
  const field = block?.querySelector<HTMLTextAreaElement>("textarea");
  await user.click(field as HTMLElement);
  expect(field?.value.match(/⟦/gu)).toHaveLength(shown);
  await user.click(await at('[data-do="chip-remove"]'));
  await waitFor(async () => expect((await ask("section", { number: "1.2" })).edited).toBe(true));
  await waitFor(() => expect(field?.value.match(/⟦/gu) ?? []).toHaveLength(shown - 1));
});

/** The plan on the pack of the stick. */
async function newer() {
  const [pack] = await ask("packs", { source: "folder", at: templates });
  await ask("accept_pack", { source: "folder", at: templates, hash: pack?.hash ?? "" });
}

it.each([["keep-own", OWN], ["follow-pack", "新しい目的の文。"]])("a section with its own text shows what the pack says anew: %s", async (take, says) => {
  await newer();
  const user = await open("text");
  await user.click(await at('[data-section="1.1"]'));
  await at("[data-newer]");
  expect(find('[data-newer-sort="changed"]')).toHaveTextContent("新しい目的の文。");
  await clean();
  await user.click(await at(`[data-do="${take}"]`));
  await waitFor(() => expect(find("[data-newer]")).toBeNull());
  expect(JSON.stringify((await ask("section", { number: "1.1" })).blocks)).toContain(says);
  if (take === "follow-pack") expect(find("[data-note]")).toHaveTextContent("ひな形の文にしました。");
});

it("a pack from a stick shows what it changes before it is taken", async () => {
  vi.mocked(pickFile).mockResolvedValue(templates);
  const user = await open("overview");
  await user.click(await at('main [data-go="packs"]'));
  await user.click(await at('[data-do="packs-folder"]'));
  const gone = await at('[data-pack-change="removed"]');
  expect(gone).toHaveTextContent("1.3.2");
  expect(gone.querySelector(".pack-touches")).toBeInTheDocument();
  await clean();
  expect((await ask("packs", { source: "folder", at: templates }))[0]?.current).toBe(false);
  await user.click(await at('[data-do="accept-pack"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("を使うことにしました。"));
  expect((await ask("packs", { source: "folder", at: templates }))[0]?.current).toBe(true);
});
