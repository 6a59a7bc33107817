import { tick } from "svelte";
import { call } from "../backend/call";
import { closeWindow } from "../backend/close";
import type { Opened } from "../backend/contract";
import { pickFile, showInFolder } from "../backend/dialogs";
import { session as words } from "../text/session";
import { exercise, drafts, find, findings, nav, notes, plan, unfolded, works } from "./app";

/** A plan was opened: everything shown belongs to it from now on. */
export function begin(opened: Opened) {
  drafts.clear();
  notes.clear();
  // Nothing of the plan before is said of this one, not even for a moment.
  findings.forget();
  find.forget();
  unfolded.forget();
  plan.take(opened);
  // Why nothing can be saved stands above every screen; the rest is said once.
  const news = opened.notices.filter((notice) => notice !== opened.status.read_only);
  if (news.length > 0) notes.say(news.join(" "));
  nav.begin();
}

/** Back to the start screen. Nothing unsaved is left behind. */
export async function end() {
  if (await nav.settled()) await leave();
  else nav.giveUp = leave;
}

async function leave() {
  await notes.try(() => works.during(["keep"], () => call("close_plan", {})));
  forget();
}

/** No plan is open any more. */
export function forget() {
  drafts.clear();
  findings.forget();
  find.forget();
  plan.close();
  nav.end();
}

/** The window wants to close. */
export async function mayClose(): Promise<boolean> {
  if (!plan.opened) return true;
  const saved = await nav.settled();
  if (!saved) {
    nav.giveUp = async () => {
      await closePlan();
      await closeWindow();
    };
    return false;
  }
  await closePlan();
  return true;
}

// Failing to keep an automatic copy must not hold the person up.
const closePlan = () => works.during(["keep"], () => call("close_plan", {})).catch(() => null);

/** The way back beside a note: the same undo as everywhere, offered as long as nothing was done since. */
export const undoNote = (seq: number, id: string) => ({ label: words.undo, id, seq, run: undo });

export const undo = () => stepBack("undo");
export const redo = () => stepBack("redo");

/** While an exercise is led, undo would take back an edit of the plan that nobody sees there. */
export const leading = () => exercise.going !== null && nav.at.screen === "exercise" && nav.tab === "exercises";

async function stepBack(direction: "undo" | "redo") {
  if (leading()) return;
  const field = document.activeElement;
  if (!(await nav.settled())) return;
  const what = plan.status?.[direction] ?? null;
  if (what === null) return;
  const done = await notes.try(() => plan.edit(direction, {}));
  if (done) {
    // Of one record it says which; of one that is gone now nobody can be named.
    const [one, more] = done.changed;
    const title = (one && !more && plan.row(one.kind, one.id)?.title) || "";
    notes.say(direction === "undo" ? words.undone(what, title) : words.redone(what, title));
  }
  await tick();
  // A button with nothing left to do cannot hold the focus; its counterpart can.
  const spent = field instanceof HTMLButtonElement && field.disabled;
  const next = spent ? document.querySelector(`[data-do="${direction === "undo" ? "redo" : "undo"}"]`) : field;
  if (next instanceof HTMLElement && next.isConnected) next.focus();
}

/** A checked copy where the person wants it; also the way out when the plan's own file cannot be written. */
export async function saveCopy() {
  const whole = await drafts.settle();
  const path = await notes.try(() => pickFile("copy", words.copyName(plan.status?.facility ?? "")));
  if (!path) return;
  const saved = await notes.try(() => works.during(["copy"], () => call("save_copy", { path })));
  if (saved) notes.say(whole ? words.copied(path) : words.copiedWithout(path));
}

export async function showPlan() {
  if (plan.opened) await notes.try(() => showInFolder(plan.opened?.path ?? ""));
}
