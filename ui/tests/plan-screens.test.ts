import { screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, it, vi } from "vitest";
import { reset, section } from "./fake";
import { at, find, open, sent } from "./app";

vi.mock("../src/backend/call", async () => ({ call: (await import("./fake")).call }));
vi.mock("../src/backend/close", () => ({ onClosing: async () => () => undefined, closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({ startFile: async () => null, pickFile: async () => "/usb", showInFolder: async () => true }));
vi.mock("../src/backend/preview", () => ({ preview: async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" }) }));

const clean = async () => {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
};

beforeEach(() => {
  reset();
  sessionStorage.clear();
  section.edited = false;
  section.newer = [];
});

async function procedure() {
  const user = await open("procedures");
  await user.click(screen.getByRole("button", { name: "Paper orders" }));
  await at('[data-row="procedure_steps"]');
  return user;
}

it("a procedure shows its steps in order, numbered, under its form", async () => {
  await procedure();
  const texts = [...document.querySelectorAll<HTMLTextAreaElement>('[data-field="procedure_steps.text"]')].map((one) => one.value);
  expect(texts).toEqual(["one", "two", "three"]);
  await clean();
});

it("Alt with an arrow moves the step in which one writes, and the focus stays", async () => {
  const user = await procedure();
  const second = document.querySelectorAll<HTMLElement>('[data-field="procedure_steps.text"]')[1] as HTMLElement;
  await user.click(second);
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await waitFor(() => expect(sent("move_record")[0]).toEqual({ kind: "procedure_steps", id: "t2", after: null }));
  await waitFor(() => expect(second).toHaveFocus());
});

it("a new step goes below the one it was asked at", async () => {
  const user = await procedure();
  await user.click(document.querySelectorAll<HTMLElement>('[data-do="step-below"]')[0] as HTMLElement);
  await waitFor(() => expect(sent("move_record")).toHaveLength(1));
  expect(sent("add_record")[0]).toEqual({ kind: "procedure_steps", values: { procedure: "p1" } });
  expect(sent("move_record")[0]).toMatchObject({ after: "t1" });
});

it("a procedure is adopted with its steps, and both are counted", async () => {
  const user = await open("procedures");
  await user.click(await at('[data-do="adopt"]'));
  expect(find("dialog li")).toHaveTextContent("Paper orders（手順 1 件）");
  await user.type(await at('[data-field="adopt.by"]'), "Mihon");
  await user.click(await at('[data-do="adopt-now"]'));
  await waitFor(() => expect(sent("adopt")[0]).toEqual({ kinds: ["procedures", "procedure_steps", "procedure_forms"], ids: [], by: "Mihon" }));
});

async function tree() {
  const user = await open("contacts");
  await user.click(await at('[data-tab="contact_tree"]'));
  await at('[data-tree-box="c2"]');
  return user;
}

it("a box of the contact tree opens its form by Enter, and what is added hangs on it", async () => {
  const user = await tree();
  await clean();
  find('[data-tree-box="c2"]')?.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(find('[data-tree-box="c2"]')).toHaveAttribute("aria-pressed", "true"));
  await waitFor(() => expect(find(".detail h2")).toHaveFocus());
  await user.click(await at('[data-do="tree-beside"]'));
  await waitFor(() => expect(sent("add_record")[0]).toEqual({ kind: "contact_tree", values: { above: "c1" } }));
  await user.click(await at('[data-tree-box="c2"]'));
  await user.click(await at('[data-do="tree-below"]'));
  await waitFor(() => expect(sent("add_record")[1]).toEqual({ kind: "contact_tree", values: { above: "c2" } }));
});

it("a place with others below it says where they go when it is removed", async () => {
  const user = await tree();
  await user.click(await at('[data-tree-box="c1"]'));
  await user.click(await at('[data-do="tree-remove"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("その下の 1 か所は残り"));
  await user.click(await at('[data-do="restore"]'));
  expect(sent("restore_record")[0]).toEqual({ kind: "contact_tree", id: "c1" });
});

it("words are asked for once and can be opened where they stand", async () => {
  await open("guide");
  const word = await at('[data-term="asked"]');
  expect(word).toHaveAttribute("aria-expanded", "false");
  expect(find(`#${word.getAttribute("aria-controls") ?? ""}`)).toBeInTheDocument();
  expect(sent("terms")).toHaveLength(1);
});

it("a text is read with its chips and typed with its marks; a chip can be taken out", async () => {
  const user = await open("text");
  const first = await at('[data-field="blocks.paragraph"]');
  expect(find(".cell-shown .chip")).toHaveTextContent("Clinic");
  await user.click(first);
  await user.click(await at('[data-do="chip-remove"]'));
  await waitFor(() => expect(sent("edit_section")).toHaveLength(1));
  expect(sent("edit_section")[0]?.blocks).toMatchObject([{ id: "b1", cells: [[[{ text: "by " }]]] }, { id: "b2" }]);
});

it("a section with its own text shows what the pack says anew, and takes either", async () => {
  section.edited = true;
  section.newer = [{ sort: "changed", before: "old", now: "new" }, { sort: "added", before: "", now: "more" }];
  const user = await open("text");
  await at("[data-newer]");
  await user.click(screen.getByText("ひな形の文が変わりました"));
  expect(find('[data-newer-sort="added"]')).toHaveTextContent("足された");
  await user.click(await at('[data-do="keep-own"]'));
  await waitFor(() => expect(sent("keep_own_text")[0]).toEqual({ number: "1" }));
  await user.click(await at('[data-do="follow-pack"]'));
  await waitFor(() => expect(sent("follow_pack")[0]).toEqual({ number: "1" }));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("ひな形の文にしました。"));
});

it("a pack from a stick shows what it changes before it is taken", async () => {
  const user = await open("overview");
  await user.click(await at('main [data-go="packs"]'));
  await user.click(await at('[data-do="packs-folder"]'));
  await at('[data-pack-change="removed"]');
  expect(sent("packs").at(-1)).toEqual({ source: "folder", at: "/usb" });
  expect(find("[data-pack]")).toHaveTextContent("この計画の答え 2 件は、そのまま残ります。");
  await clean();
  await user.click(await at('[data-do="accept-pack"]'));
  await waitFor(() => expect(sent("accept_pack")[0]).toEqual({ source: "folder", at: "/usb", hash: "h2" }));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("Newer"));
});
