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

it("cancels by name, says so once, and passes the fault on", async () => {
  const stopped = vi.fn();
  const all = new Works(called as unknown as typeof Call, stopped);
  await all.cancel("import");
  expect(called).toHaveBeenCalledWith("cancel", { work: "import" });
  const fault = { code: "cancelled", happened: "", safe: "", now: "" };
  await expect(all.during(["import"], () => Promise.reject(fault))).rejects.toEqual(fault);
  expect(stopped).toHaveBeenCalledTimes(1);
  await expect(all.during(["import"], () => Promise.reject({ ...fault, code: "disk" }))).rejects.toBeTruthy();
  expect(stopped).toHaveBeenCalledTimes(1);
});

it("shows what tells of itself only once, if it lasts", async () => {
  const [all, one] = [works(), task()];
  const answer = all.during(["print"], () => one.done);
  all.heard(news(1));
  vi.advanceTimersByTime(2000);
  expect(all.shown).toHaveLength(1);
  one.end();
  await answer;
  vi.advanceTimersByTime(2000);
  expect(all.shown).toEqual([]);
});

it("drops the first work of a task when the second is heard", () => {
  const [all, one] = [works(), task()];
  void all.during(["open", "keep"], () => one.done);
  vi.advanceTimersByTime(1000);
  all.heard({ ...news(1), work: "open" });
  all.heard({ ...news(1), work: "keep" });
  expect(all.shown.map((running) => running.work)).toEqual(["keep"]);
});
