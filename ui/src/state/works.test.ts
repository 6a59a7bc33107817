import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { call as Call } from "../backend/call";
import { Works } from "./works.svelte";

const called = vi.fn(async () => ({}));
const works = () => new Works(called as unknown as typeof Call);
const news = (done: number) => ({ what: "working", work: "print", doing: "placing", done, all: 10 }) as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A task that ends when it is told to. */
function task() {
  let end: () => void = () => undefined;
  const done = new Promise<string>((resolve) => (end = () => resolve("done")));
  return { done, end: () => end() };
}

it("shows what takes more than a moment, as heard last, and nothing when it is done", async () => {
  const [all, one] = [works(), task()];
  const answer = all.during(["print"], () => one.done);
  all.heard(news(1));
  expect(all.shown).toEqual([]);
  vi.advanceTimersByTime(1000);
  all.heard(news(2));
  all.heard(news(3));
  expect(all.shown).toEqual([{ work: "print", doing: "placing", done: 3, all: 10 }]);
  one.end();
  expect(await answer).toBe("done");
  expect(all.shown).toEqual([]);
});

it("knows nothing of works of other windows", () => {
  const all = works();
  vi.advanceTimersByTime(1000);
  all.heard(news(1));
  expect(all.shown).toEqual([]);
});

it("goes on showing another of the sort when the first one ends", async () => {
  const [all, first, second] = [works(), task(), task()];
  const answer = all.during(["print"], () => first.done);
  vi.advanceTimersByTime(100);
  void all.during(["print"], () => second.done);
  vi.advanceTimersByTime(1000);
  all.heard(news(5));
  first.end();
  await answer;
  expect(all.shown).toHaveLength(1);
});

it("cancels by name, and a fault of what was cancelled is passed on", async () => {
  const all = works();
  await all.cancel("import");
  expect(called).toHaveBeenCalledWith("cancel", { work: "import" });
  await expect(all.during(["import"], () => Promise.reject(new Error("cancelled")))).rejects.toThrow("cancelled");
});
