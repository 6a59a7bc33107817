import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Draft, PAUSE } from "./draft.svelte";
import { core } from "./draft.test-core";

const draftOf = (save: ReturnType<typeof core>["save"], normalises = false, value = "") =>
  new Draft({ value, seq: 0 }, save, normalises);
const turn = () => vi.advanceTimersByTimeAsync(0);
const pause = () => vi.advanceTimersByTimeAsync(PAUSE);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("typing", () => {
  it("is saved as it stands after a pause, not before", async () => {
    const { sent, save } = core();
    const draft = draftOf(save);
    draft.focus();
    draft.input("電");
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(sent).toHaveLength(0);
    expect(draft.state).toBe("dirty");
    await vi.advanceTimersByTimeAsync(1);
    expect(sent[0]).toMatchObject({ text: "電", leaving: false });
    expect(draft.state).toBe("saving");
    sent[0]?.answer();
    await turn();
    expect(draft.state).toBe("clean");
  });

  it("is never overtaken by the reply to an older request", async () => {
    const { sent, save } = core();
    const draft = draftOf(save, true);
    draft.focus();
    draft.input("１");
    void draft.leave();
    await turn();
    draft.focus();
    draft.input("１２");
    sent[0]?.answer({ value: "1" });
    await turn();
    expect(draft.text).toBe("１２");
    expect(draft.state).toBe("dirty");
    await pause();
    expect(sent[1]?.text).toBe("１２");
  });

  it("from focus to leaving is one step, the next focus another", async () => {
    const { sent, save } = core();
    const draft = draftOf(save);
    draft.focus();
    draft.input("a");
    await pause();
    sent[0]?.answer();
    draft.input("ab");
    void draft.leave();
    await turn();
    sent[1]?.answer();
    draft.focus();
    draft.input("abc");
    void draft.leave();
    await turn();
    expect(sent[1]?.step).toBe(sent[0]?.step);
    expect(sent[2]?.step).not.toBe(sent[0]?.step);
  });
});

describe("leaving", () => {
  it("normalises even when nothing changed since the last pause", async () => {
    const { sent, save } = core();
    const draft = draftOf(save, true);
    draft.focus();
    draft.input("０３－１");
    await pause();
    sent[0]?.answer();
    await turn();
    void draft.leave();
    await turn();
    expect(sent[1]).toMatchObject({ text: "０３－１", leaving: true });
    sent[1]?.answer({ value: "03-1" });
    await turn();
    expect(draft.text).toBe("03-1");
  });

  it("sends nothing when nothing was typed", async () => {
    const { sent, save } = core();
    const draft = draftOf(save, true, "03-1");
    draft.focus();
    await draft.leave();
    expect(sent).toHaveLength(0);
  });
});

describe("a failed save", () => {
  it("keeps text and fault, and is tried again", async () => {
    const { sent, save } = core();
    const draft = draftOf(save);
    draft.input("大事な文");
    void draft.leave();
    await turn();
    sent[0]?.fail();
    await turn();
    expect(draft.state).toBe("failed");
    expect(draft.text).toBe("大事な文");
    expect(draft.fault?.code).toBe("disk-full");
    draft.accept({ value: "", seq: 9 });
    expect(draft.text).toBe("大事な文");
    void draft.retry();
    await turn();
    sent[1]?.answer();
    await turn();
    expect(draft.state).toBe("clean");
    expect(draft.fault).toBeNull();
  });

  it("settles as not saved", async () => {
    const { sent, save } = core();
    const draft = draftOf(save);
    draft.input("x");
    const settled = draft.settle();
    await turn();
    sent[0]?.fail();
    expect(await settled).toBe(false);
  });
});

describe("a stored value that comes anew", () => {
  it("shows when nothing is being typed", () => {
    const draft = draftOf(core().save, false, "前");
    draft.accept({ value: "後", seq: 3 });
    expect(draft.text).toBe("後");
  });

  it("is dropped when it is older than what was saved", async () => {
    const { sent, save } = core();
    const draft = draftOf(save, false, "前");
    draft.input("新");
    void draft.leave();
    await turn();
    sent[0]?.answer({ seq: 7 });
    await turn();
    draft.accept({ value: "前", seq: 6 });
    expect(draft.text).toBe("新");
  });
});
