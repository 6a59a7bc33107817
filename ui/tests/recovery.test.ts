import { waitFor } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { all, at, clean, find, open, openRow } from "./app";
import { add, ask, row, rows, scene, sent } from "./core";

const ids = { network: "", charts: "", task: "" };

scene(async () => {
  ids.network = (await row("systems", "network")).id;
  ids.charts = await add("systems", { name: "電子カルテ", wave_tier: "l2", wave_reason: "診察に要る" });
  await add("system_links", { system: ids.charts, needs: ids.network });
  ids.task = await add("clinical_tasks", { name: "入院の受け付け" });
});

it("the gate stands between the network and the first wave after it", async () => {
  await open("recovery");
  await at(`[data-wave-system="${ids.charts}"]`);
  const order = all("[data-tier], [data-gate]").map((one) => one.dataset.tier ?? "gate");
  expect(order).toEqual(["l0", "gate", "l2", "l3", "lx"]);
  await clean();
});

it("a wave without a duty gets one, and one is led to who tests it", async () => {
  const user = await open("recovery");
  await user.click(await at('[data-tier="l2"] [data-do="wave-duty"]'));
  await waitFor(() => expect(find('[data-field="wave_duties.tester"]')).toHaveFocus());
  expect((await rows("wave_duties")).map((one) => one.fields.tier)).toEqual(["l2"]);
});

it("a system leads to its form, and the sheet to the printing", async () => {
  const user = await open("recovery");
  await user.click(await at('[data-do="print-recovery"]'));
  expect(await at('[data-field="print.document"][value="recovery"]')).toBeChecked();
  await user.click(await at('[data-go="recovery"]'));
  await user.click(await at(`[data-wave-system="${ids.charts}"]`));
  expect(await at('[data-field="systems.name"]')).toHaveValue("電子カルテ");
});

it.each(["recovery", "map", "what-if"])("without systems %s says what comes first", async (tab) => {
  for (const one of await rows("systems")) await ask("remove_record", { kind: "systems", id: one.id });
  const user = await open("recovery", tab);
  await user.click(await at('[data-do="to-systems"]'));
  await at('[data-do="add-systems"]');
});

it("a box is chosen by keyboard; what it needs is said in a word and listed", async () => {
  const user = await open("recovery", "map");
  const { title } = await row("systems", "network");
  (await at(`[data-map-box="${ids.charts}"]`)).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(find(".map-detail h2")).toHaveFocus());
  expect(find(`[data-map-box="${ids.network}"]`)).toHaveAccessibleName(new RegExp(`${title}（要る）$`, "u"));
  expect(find('[data-map-list="needs"]')).toHaveTextContent(title);
  await clean();
  await user.click(find('[data-map-list="needs"]') as HTMLElement);
  await waitFor(() => expect(find(`[data-map-box="${ids.charts}"]`)).toHaveAttribute("data-mark", "neededBy"));
  await user.click(await at('[data-do="map-edit"]'));
  expect(await at('[data-field="systems.name"]')).toHaveValue(title);
});

it("what is hit is ticked, answered and remembered; an open task leads to its field", async () => {
  const user = await open("recovery", "what-if");
  const { seq } = await ask("status", {});
  await user.click(await at(`[data-field="what-if.hit"][data-of="${ids.network}"]`));
  const { stopped } = await ask("recovery", { hit: [ids.network] });
  expect(stopped, "what needs it stops with it").toBeGreaterThan(1);
  await at(`[data-stopped="${stopped}"]`);
  expect(sent("recovery").at(-1)).toEqual({ hit: [ids.network] });
  expect(find('[data-system-state="hit"]')).toHaveTextContent("攻撃を受けた");
  expect((await ask("status", {})).seq, "nothing is written").toBe(seq);
  await clean();
  await user.click(await at('[data-do="decide-beyond"]'));
  await waitFor(() => expect(find('[data-field="clinical_tasks.beyond"]')).toHaveFocus());
  await user.click(await at('[data-go="recovery"]'));
  expect(await at(`[data-field="what-if.hit"][data-of="${ids.network}"]`)).toBeChecked();
});

it("a circle of needs is said, with the way to its links", async () => {
  await add("system_links", { system: ids.network, needs: ids.charts });
  const user = await open("recovery");
  expect(await at('[data-circles="1"]')).toHaveTextContent("電子カルテ");
  await user.click(await at('[data-do="to-links"]'));
  await at('[data-tab="system_links"][aria-selected="true"]');
});

it("the systems a task needs are ticked under its form", async () => {
  const user = await open("systems", "clinical_tasks");
  await openRow(user, ids.task);
  await user.click(await at(`[data-field="task_needs.system"][data-of="${ids.charts}"]`));
  const needs = async () => (await rows("task_needs")).filter((one) => one.fields.task === ids.task).map((one) => one.fields.system);
  await waitFor(async () => expect(await needs()).toEqual([ids.charts]));
  await clean();
});
