// The window that only looks: nothing it offers asks for more than looking. What it may, the core itself says.
import { waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { call } from "../src/backend/call";
import { onClosing } from "../src/backend/close";
import type { Contract, Fault } from "../src/backend/contract";
import { pickFile, showInFolder, startFile } from "../src/backend/dialogs";
import { follow } from "../src/backend/follow";
import { openLook, windowRights } from "../src/backend/windows";
import { RAIL, TABS } from "../src/state/places";
import { all, at, find, open, showTab, start } from "./app";
import * as core from "./core";

/** What is chosen on a screen and kept nowhere in the plan. */
const CHOICES = /^(agenda|checklists|inspect|print|reach|what-if)\./;

const ids = { network: "" };
core.scene(async () => {
  const { id } = await core.row("systems", "network");
  ids.network = id;
  const role = await core.row("roles", "chief");
  await core.add("contact_tree", { of_kind: "roles", of: role.id });
  await core.add("devices", { asset_no: "A-1", name: "PC-001" });
  await core.add("drills", { name: "朝の訓練" });
  await core.add("diagrams", { name: "構成図" });
  await core.add("backups", { system: id });
});

let refused: string[] = [];

/** The core as it answers a window that only looks. */
async function look<K extends keyof Contract>(name: K, request: Contract[K]["request"]): Promise<Contract[K]["reply"]> {
  try {
    return await core.call(name, request, "look");
  } catch (fault) {
    if ((fault as Fault).code === "window-may-not") refused.push(name);
    throw fault;
  }
}

beforeEach(() => {
  vi.clearAllMocks();
  refused = [];
  vi.mocked(windowRights).mockResolvedValue({ look: true, edit: false, files: false, room: false });
  vi.mocked(call).mockImplementation(look as typeof call);
  vi.mocked(follow).mockImplementation(async (told) => {
    core.hearing.told = told;
    return () => undefined;
  });
});

const stops = RAIL.flatMap((screen) => (TABS[screen] ?? [""]).map((tab) => ({ screen, tab })));

/** One row stands for all of its list; the way back comes last. */
const name = (button: HTMLElement) => button.dataset.row ?? button.dataset.do ?? Object.keys(button.dataset)[0] ?? button.textContent.trim();
const order = (button: HTMLElement) => Number(["close-detail", "close-dialog"].includes(button.dataset.do ?? ""));

it.each(stops)("nothing to press or fill in on $screen $tab asks for more than looking", async ({ screen, tab }) => {
  const { seq } = await core.ask("status", {});
  const user = await open(screen);
  const pressed = new Set<string>();
  for (;;) {
    if (!find("dialog[open]")) {
      await user.click(await at(`.rail [data-go="${screen}"]`));
      if (tab) await showTab(user, tab);
    }
    await new Promise((done) => setTimeout(done, 40));
    const fields = [...document.querySelectorAll<HTMLInputElement>("main :is(input, select, textarea)[data-field]")];
    const fillable = fields.filter((one) => !one.disabled && !one.readOnly).map((one) => one.dataset.field ?? "");
    expect(fillable.filter((one) => !CHOICES.test(one))).toEqual([]);
    const buttons = all(":is(.top, main, dialog[open]) button:not([data-tab]):enabled");
    const next = buttons.sort((a, b) => order(a) - order(b)).find((one) => !pressed.has(name(one)));
    if (!next) break;
    pressed.add(name(next));
    await user.click(next);
  }
  expect(refused).toEqual([]);
  expect((await core.ask("status", {})).seq).toBe(seq);
  for (const shell of [pickFile, showInFolder, startFile, openLook, onClosing]) expect(shell).not.toHaveBeenCalled();
});

it("it says on every screen that it only looks", async () => {
  const { read_only } = await core.ask("status", {}, "look");
  expect(read_only).not.toBe("");
  await open("systems");
  expect(find(".troubles")).toHaveTextContent(read_only);
  for (const act of ["undo", "redo", "copy", "folder", "close", "open-look"]) expect(find(`[data-do="${act}"]`)).toBeNull();
});

it("without a plan it shows a sentence and no way to files, and follows the main window to a plan and away again", async () => {
  await core.ask("close_plan", {});
  start();
  await waitFor(() => expect(find("h1")).toHaveTextContent("開いている計画はありません"));
  expect(find("button")).toBeNull();
  await core.ask("open_plan", { path: core.file("計画.sonae") });
  await at('.rail [data-go="systems"]');
  await core.ask("close_plan", {});
  await waitFor(() => expect(find("h1")).toHaveTextContent("開いている計画はありません"));
  expect(refused).toEqual([]);
  expect(startFile).not.toHaveBeenCalled();
});

it("a change made in the main window is shown", async () => {
  await open("systems");
  await at(`[data-row="systems"][data-id="${ids.network}"]`);
  await core.put("systems", ids.network, "name", "別の名前");
  await waitFor(() => expect(find(`[data-row="systems"][data-id="${ids.network}"]`)).toHaveTextContent("別の名前"));
});

it("the main window opens it from the foot of the rail and keeps its own start screen", async () => {
  vi.mocked(windowRights).mockResolvedValue({ look: true, edit: true, files: true, room: true });
  vi.mocked(call).mockImplementation(core.call as typeof call);
  const user = await open("systems");
  await user.click(await at('[data-do="open-look"]'));
  expect(openLook).toHaveBeenCalledOnce();
  // Whoever opens and closes plans does not follow: it would lose its place.
  const before = core.sent("current").length;
  core.hearing.told({ what: "opened" });
  expect(core.sent("current")).toHaveLength(before);
});
