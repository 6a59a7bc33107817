import { describe, expect, it, vi } from "vitest";
import { Drafts } from "./drafts.svelte";

const stored = { value: "", seq: 0 };
const saving = () => vi.fn(async (value: string, _leaving: boolean, _step: string) => ({ value, seq: 1 }));
const failing = () => vi.fn(() => Promise.reject({ code: "busy", happened: "h", safe: "s", now: "n" }));

describe("settle", () => {
  it("leaves the focused field first, so that its last keystroke counts", async () => {
    const drafts = new Drafts();
    const save = saving();
    const draft = drafts.open("a", stored, save);
    const field = document.body.appendChild(document.createElement("input"));
    field.addEventListener("blur", () => void draft.leave(field.value));
    field.focus();
    field.value = "最後の字";
    expect(await drafts.settle()).toBe(true);
    expect(save).toHaveBeenCalledWith("最後の字", true, expect.any(String));
    expect(document.activeElement).not.toBe(field);
  });

  it("waits until every draft was answered", async () => {
    const drafts = new Drafts();
    const saves = [saving(), saving()];
    saves.forEach((save, at) => drafts.open(`d${at}`, stored, save).input(`text ${at}`));
    expect(drafts.state).toBe("dirty");
    expect(await drafts.settle()).toBe(true);
    saves.forEach((save) => expect(save).toHaveBeenCalledOnce());
    expect(drafts.state).toBe("clean");
  });

  it("says no when one could not be saved, and keeps it", async () => {
    const drafts = new Drafts();
    drafts.open("a", stored, failing()).input("x");
    expect(await drafts.settle()).toBe(false);
    expect(drafts.state).toBe("failed");
    expect(drafts.fault?.code).toBe("busy");
  });
});

describe("a field that leaves the screen", () => {
  it("is saved and then forgotten", async () => {
    const drafts = new Drafts();
    const save = saving();
    const draft = drafts.open("a", stored, save);
    draft.input("x");
    await drafts.close("a");
    expect(save).toHaveBeenCalledOnce();
    expect(drafts.open("a", stored, save)).not.toBe(draft);
  });

  it("finds what was typed when the save had failed", async () => {
    const drafts = new Drafts();
    const draft = drafts.open("a", stored, failing());
    draft.input("x");
    await drafts.close("a");
    expect(drafts.open("a", stored, saving()).text).toBe("x");
    expect(drafts.state).toBe("failed");
  });
});
