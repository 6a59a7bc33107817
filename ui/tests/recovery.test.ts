import { waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, it, vi } from "vitest";
import { reset, rows } from "./fake";
import { at, find, open, sent } from "./app";

vi.mock("../src/backend/call", async () => ({ call: (await import("./fake")).call }));
vi.mock("../src/backend/close", () => ({ onClosing: async () => () => undefined, closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({ startFile: async () => null, pickFile: async () => "/x.xlsx", showInFolder: async () => true }));
vi.mock("../src/backend/preview", () => ({ preview: async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" }) }));

const clean = async () => {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
};

async function tab(name: string) {
  const user = await open("recovery");
  await user.click(await at(`[data-tab="${name}"]`));
  return user;
}

beforeEach(() => {
  reset();
  sessionStorage.clear();
});

it("the gate stands between the network and the first wave after it", async () => {
  await open("recovery");
  await at('[data-wave="L2"]');
  const order = [...document.querySelectorAll("[data-wave], [data-gate]")].map((one) => one.getAttribute("data-wave") ?? "gate");
  expect(order).toEqual(["L0", "gate", "L2"]);
  await clean();
});

it("a wave without a duty gets one, and one is led to who tests it", async () => {
  const user = await open("recovery");
  await user.click(await at('[data-tier="l2"] [data-do="wave-duty"]'));
  await waitFor(() => expect(find('[data-field="wave_duties.tester"]')).toHaveFocus());
  expect(sent("add_record")[0]).toEqual({ kind: "wave_duties", values: { tier: "l2" } });
});

it("a system leads to its form, and the sheet to the printing", async () => {
  const user = await open("recovery");
  await user.click(await at('[data-do="print-recovery"]'));
  expect(await at('[data-field="print.document"][value="recovery"]')).toBeChecked();
  await user.click(await at('[data-go="recovery"]'));
  await user.click(await at('[data-wave-system="s1"]'));
  await at('[data-field="systems.name"]');
});

it("without systems every place says what comes first", async () => {
  rows.systems = [];
  const user = await tab("map");
  await user.click(await at('[data-do="to-systems"]'));
  await at('[data-do="add-systems"]');
});

it("a box is chosen by keyboard; what it needs is said in a word and listed", async () => {
  const user = await tab("map");
  (await at('[data-map-box="s1"]')).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(find(".map-detail h2")).toHaveFocus());
  expect(find('[data-map-box="s2"]')).toHaveAccessibleName("Network（要る）");
  expect(find('[data-map-list="needs"]')).toHaveTextContent("Network");
  await clean();
  await user.click(find('[data-map-list="needs"]') as HTMLElement);
  await waitFor(() => expect(find('[data-map-box="s1"]')).toHaveAttribute("data-mark", "neededBy"));
  await user.click(await at('[data-do="map-edit"]'));
  await at('[data-field="systems.name"]');
});

it("what is hit is ticked, answered and remembered; an open task leads to its field", async () => {
  const user = await tab("what-if");
  await user.click(await at('[data-field="what-if.hit"][data-of="s2"]'));
  await at('[data-stopped="2"]');
  expect(sent("recovery").at(-1)).toEqual({ hit: ["s2"] });
  expect(find('[data-system-state="hit"]')).toHaveTextContent("攻撃を受けた");
  expect(sent("add_record")).toEqual([]);
  await clean();
  await user.click(await at('[data-do="decide-beyond"]'));
  await waitFor(() => expect(find('[data-field="clinical_tasks.beyond"]')).toHaveFocus());
  await user.click(await at('[data-go="recovery"]'));
  expect(await at('[data-field="what-if.hit"][data-of="s2"]')).toBeChecked();
});

it("the systems a task needs are ticked under its form", async () => {
  const user = await open("systems");
  await user.click(await at('[data-tab="clinical_tasks"]'));
  await user.click(await at('[data-row="clinical_tasks"]'));
  await user.click(await at('[data-field="task_needs.system"][data-of="s1"]'));
  await waitFor(() => expect(sent("add_record")[0]).toEqual({ kind: "task_needs", values: { task: "k1", system: "s1" } }));
  await clean();
});
