import { flushSync } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";
import type { Opened, Status } from "../backend/contract";

const status = (seq: number): Status => ({
  seq, facility: "", institution: "clinic", has_beds: false, saved_at: "", read_only: "",
  undo: null, redo: null, stops: 0, found: 1, answered: 0, questions: 0,
});
const opened = (seq: number): Opened => ({ path: "/p", notices: [], kinds: [], documents: [], causes: [], status: status(seq) });
vi.mock("../backend/call", () => ({ call: async () => ({ seq: 1, reads: [], rows: [] }) }));

const { plan } = await import("./app");
const { keepFresh } = await import("./fresh.svelte");

/** A screen whose reply was read from systems; how often it asked. */
function screen(more?: () => unknown) {
  let asked = 0;
  const reply = { reads: ["systems"] };
  const off = $effect.root(() => keepFresh(() => (asked > 0 ? reply : null), async () => (asked += 1), more));
  return { off, asked: () => (flushSync(), asked) };
}
const heard = (seq: number, ...kinds: string[]) => plan.heard({ seq, changed: kinds.map((kind) => ({ kind, id: "x" })) });

beforeEach(() => plan.take(opened(5)));

it("asks once, and again only when something changed that the reply was read from", async () => {
  const one = screen();
  expect(one.asked()).toBe(1);
  await heard(6, "roles");
  expect(one.asked(), "something else").toBe(1);
  await heard(7, "systems");
  expect(one.asked()).toBe(2);
  await heard(7, "systems");
  expect(one.asked(), "the same news as everybody").toBe(2);
  plan.status = status(7);
  expect(one.asked(), "the top line").toBe(2);
  await plan.heard({ seq: 8, changed: [], everything: true });
  expect(one.asked(), "another pack").toBe(3);
  one.off();
});

it("asks again for another plan, though it has as many changes, and when what else it depends on is not the same", async () => {
  const one = screen(() => plan.status?.found);
  expect(one.asked()).toBe(1);
  plan.take(opened(5));
  expect(one.asked()).toBe(2);
  plan.status = { ...status(5), found: 2 };
  expect(one.asked()).toBe(3);
  plan.status = { ...status(5), saved_at: "10:32", found: 2 };
  expect(one.asked()).toBe(3);
  one.off();
});
