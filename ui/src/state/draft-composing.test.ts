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

describe("an input method", () => {
  it("keeps everything here while it composes", async () => {
    const { sent, save } = core();
    const draft = draftOf(save);
    draft.focus();
    draft.composing();
    draft.input("でん");
    await vi.advanceTimersByTimeAsync(PAUSE * 5);
    expect(sent).toHaveLength(0);
    draft.composed("電話");
    await pause();
    expect(sent[0]?.text).toBe("電話");
  });

  it("stops a save that waits from before the composition", async () => {
    const { sent, save } = core();
    const draft = draftOf(save);
    draft.focus();
    draft.input("院");
    draft.composing();
    await vi.advanceTimersByTimeAsync(PAUSE * 5);
    expect(sent).toHaveLength(0);
  });

  it("ends with the text the field holds when it is left, without its end event", async () => {
    const { sent, save } = core();
    const draft = draftOf(save);
    draft.focus();
    draft.composing();
    void draft.leave("電話");
    await turn();
    expect(sent[0]).toMatchObject({ text: "電話", leaving: true });
  });

  it("is not disturbed by a stored value", () => {
    const { save } = core();
    const draft = draftOf(save, false, "前");
    draft.composing();
    draft.accept({ value: "後", seq: 5 });
    expect(draft.text).toBe("前");
  });
});
