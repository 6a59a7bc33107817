// The window that only looks: nothing it offers asks for more than looking.
import { render, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import App from "../src/App.svelte";
import { call } from "../src/backend/call";
import { onClosing } from "../src/backend/close";
import type { Contract, News, Opened, Status } from "../src/backend/contract";
import { pickFile, showInFolder, startFile } from "../src/backend/dialogs";
import { follow } from "../src/backend/follow";
import { openLook, windowRights } from "../src/backend/windows";
import { RAIL, TABS } from "../src/state/places";
import { at, find, open } from "./app";
import * as core from "./fake";

vi.mock("../src/backend/call", () => ({ call: vi.fn() }));
vi.mock("../src/backend/close", () => ({ onClosing: vi.fn(async () => () => undefined), closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({ startFile: vi.fn(async () => null), pickFile: vi.fn(async () => null), showInFolder: vi.fn(async () => true) }));
vi.mock("../src/backend/preview", () => ({ preview: async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" }) }));

const LOOKS = "only looks";
const ALLOWED: (keyof Contract)[] = [
  "current", "status", "rows", "catalogue", "guide", "sections", "section", "first_hour", "overview", "agenda", "contact_tree",
  "dependency_map", "recovery", "some_rows", "terms", "earlier_packs", "findings", "first_pages", "stock", "compare_steps", "to_reprint",
  "reach", "drills",
];
/** What is chosen on a screen and kept nowhere in the plan. */
const CHOICES = /^(agenda|print|reach|what-if)\./;
/** Where the stand-in has nothing to show. */
const BARE = ["stock", "reach", "drills"];

let plan = true;
let asked: string[] = [];
let tell: (news: News) => void;

/** The core as it answers a window that only looks. */
async function answer(name: keyof Contract, request: unknown): Promise<unknown> {
  if (!ALLOWED.includes(name)) {
    asked.push(name);
    throw { code: "window-may-not", happened: "", safe: "", now: "" };
  }
  if (!plan) throw { code: "not-found", happened: "", safe: "", now: "" };
  const reply = await core.call(name, request);
  const status = (real: Status): Status => ({ ...real, read_only: LOOKS, undo: null, redo: null });
  if (name === "status") return status(reply as Status);
  if (name === "current") return { ...(reply as Opened), status: status((reply as Opened).status) };
  return reply;
}

beforeEach(() => {
  vi.clearAllMocks();
  sessionStorage.clear();
  core.reset();
  [plan, asked] = [true, []];
  vi.mocked(windowRights).mockResolvedValue({ look: true, edit: false, files: false });
  vi.mocked(call).mockImplementation(answer as typeof call);
  vi.mocked(follow).mockImplementation(async (told) => {
    tell = told;
    return () => undefined;
  });
});

const stops = RAIL.flatMap((screen) => (TABS[screen] ?? [""]).map((tab) => ({ screen, tab }))).filter(({ tab }) => !BARE.includes(tab));

/** One row stands for all of its list; the way back comes last. */
const name = (button: HTMLElement) => button.dataset.row ?? button.dataset.do ?? button.textContent.trim();
const order = (button: HTMLElement) => Number(["close-detail", "close-dialog"].includes(button.dataset.do ?? ""));

it.each(stops)("nothing to press or fill in on $screen $tab asks for more than looking", async ({ screen, tab }) => {
  const user = await open(screen);
  const pressed = new Set<string>();
  for (;;) {
    if (!find("dialog[open]")) {
      await user.click(await at(`.rail [data-go="${screen}"]`));
      if (tab) await user.click(await at(`[data-tab="${tab}"]`));
    }
    await new Promise((done) => setTimeout(done, 20));
    const fields = [...document.querySelectorAll<HTMLInputElement>("main :is(input, select, textarea)[data-field]")];
    const fillable = fields.filter((one) => !one.disabled && !one.readOnly).map((one) => one.dataset.field ?? "");
    expect(fillable.filter((one) => !CHOICES.test(one))).toEqual([]);
    const buttons = [...document.querySelectorAll<HTMLElement>(":is(.top, main, dialog[open]) button:not([data-tab]):enabled")];
    const next = buttons.sort((a, b) => order(a) - order(b)).find((one) => !pressed.has(name(one)));
    if (!next) break;
    pressed.add(name(next));
    await user.click(next);
  }
  expect(asked).toEqual([]);
  for (const shell of [pickFile, showInFolder, startFile, openLook, onClosing]) expect(shell).not.toHaveBeenCalled();
});

it("it says on every screen that it only looks", async () => {
  await open("systems");
  expect(find(".troubles")).toHaveTextContent(LOOKS);
  for (const act of ["undo", "redo", "copy", "folder", "close", "open-look"]) expect(find(`[data-do="${act}"]`)).toBeNull();
});

it("without a plan it shows a sentence and no way to files, and follows the main window to a plan and away again", async () => {
  plan = false;
  render(App);
  await waitFor(() => expect(find("h1")).toHaveTextContent("開いている計画はありません"));
  expect(find("button")).toBeNull();
  plan = true;
  tell({ what: "opened" });
  await at('.rail [data-go="systems"]');
  plan = false;
  tell({ what: "opened" });
  await waitFor(() => expect(find("h1")).toHaveTextContent("開いている計画はありません"));
  expect(asked).toEqual([]);
  expect(startFile).not.toHaveBeenCalled();
});

it("a change made in the main window is shown", async () => {
  await open("systems");
  await at('[data-row="systems"]');
  const first = core.rows.systems?.[0];
  if (first) core.rows.systems = [{ ...first, title: "Renamed", shown: { name: "Renamed" } }];
  tell({ what: "changed", seq: 1, changed: [{ kind: "systems", id: "s1" }] });
  await waitFor(() => expect(find('[data-row="systems"]')).toHaveTextContent("Renamed"));
});

it("the main window opens it from the foot of the rail and keeps its own start screen", async () => {
  vi.mocked(windowRights).mockResolvedValue({ look: true, edit: true, files: true });
  vi.mocked(call).mockImplementation(core.call as typeof call);
  const user = await open("systems");
  await user.click(await at('[data-do="open-look"]'));
  expect(openLook).toHaveBeenCalledOnce();
  // Whoever opens and closes plans does not follow: it would lose its place.
  const before = vi.mocked(call).mock.calls.filter(([name]) => name === "current").length;
  tell({ what: "opened" });
  expect(vi.mocked(call).mock.calls.filter(([name]) => name === "current")).toHaveLength(before);
});
