import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { call as Call } from "../backend/call";
import type { FindRequest } from "../backend/contract";
import { Find } from "./find.svelte";

/** A core whose answers come when the test lets them. */
function core() {
  const waiting: (() => void)[] = [];
  const answer = (command: string, { words }: FindRequest) =>
    command === "find_pages" ? { pages: [{ label: words, why: "" }] } : { groups: [], screens: [words] };
  const call = (command: string, request: FindRequest) =>
    new Promise((done) => waiting.push(() => done(answer(command, request))));
  return { call: call as unknown as typeof Call, let: () => waiting.splice(0).forEach((one) => one()) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("shows no page that was found for other words", async () => {
  const { call, let: go } = core();
  const find = new Find(call);
  void find.type("RTO", {});
  await vi.advanceTimersByTimeAsync(1000);
  go();
  await vi.advanceTimersByTimeAsync(0);
  expect(find.pages.map((one) => one.label)).toEqual(["RTO"]);
  void find.type("プリンタ", {});
  expect(find.pages).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  go();
  await vi.advanceTimersByTimeAsync(0);
  expect(find.pages.map((one) => one.label)).toEqual(["プリンタ"]);
});

it("gives the line of the words typed last, however late they are answered", async () => {
  const { call, let: go } = core();
  const find = new Find(call);
  void find.type("印刷", {});
  go();
  await vi.advanceTimersByTimeAsync(0);
  void find.type("異動", {});
  const chosen = find.answered();
  go();
  expect(await chosen).toMatchObject({ sort: "screen", id: "異動" });
});

it("opens nothing where the newest question failed, and waits for what is typed meanwhile", async () => {
  const { call, let: go } = core();
  let fails = false;
  const find = new Find(((command: string, request: FindRequest) => (fails ? Promise.reject(new Error("gone")) : (call as (a: string, b: FindRequest) => unknown)(command, request))) as unknown as typeof Call);
  void find.type("印刷", {});
  go();
  await vi.advanceTimersByTimeAsync(0);
  void find.type("異動", {});
  const chosen = find.answered();
  void find.type("異動届", {});
  go();
  expect(await chosen).toMatchObject({ id: "異動届" });
  fails = true;
  find.type("無い", {}).catch(() => null);
  expect(await find.answered()).toBeUndefined();
});
