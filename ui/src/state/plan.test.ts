import { expect, it, vi } from "vitest";
import type { call as Call } from "../backend/call";
import type { KindInfo, Opened, Status } from "../backend/contract";
import { Plan } from "./plan.svelte";

const status = (seq: number): Status => ({
  seq, facility: "見本", institution: "clinic", has_beds: false, saved_at: "10:32", read_only: "",
  undo: null, redo: null, stops: 0, found: 1, answered: 0, questions: 0,
});
const kind = (noun: string, link: string | null = null): KindInfo => ({
  noun, name: noun, about: "", example: "", title: "name", columns: [], by_reading: false, part_of: null, joins: false, program: false, sheet: null, written: false,
  fields: [{ id: "x", kind: link ? "link" : "text", label: "", help: "", required: false, private: false, choices: [], link }],
});
const opened: Opened = { path: "/p", notices: [], kinds: [kind("systems", "organisations"), kind("organisations"), kind("roles")], documents: [], causes: [], status: status(1) };

function planOf(seq: () => number) {
  const rows = ({ kind }: { kind: string }) => ({ seq: seq(), reads: kind === "systems" ? ["systems", "organisations"] : [kind], rows: [] });
  const call = vi.fn(async (name: string, request: unknown) => (name === "rows" ? rows(request as { kind: string }) : status(seq())));
  const plan = new Plan(call as unknown as typeof Call);
  plan.take(opened);
  const asked = () => call.mock.calls.filter(([name]) => name === "rows").map(([, request]) => (request as { kind: string }).kind);
  return { plan, asked };
}

it("reloads only lists that are shown and were read from what changed", async () => {
  let seq = 1;
  const { plan, asked } = planOf(() => seq);
  await plan.need("systems", "roles");
  expect(asked()).toEqual(["systems", "roles"]);
  seq = 2;
  await plan.heard({ seq: 2, changed: [{ kind: "organisations", id: "o" }] });
  expect(asked()).toEqual(["systems", "roles", "systems"]);
  await plan.heard({ seq: 2, changed: [] });
  expect(asked().length, "an edit that changed nothing").toBe(3);
  seq = 3;
  await plan.heard({ seq: 3, changed: [] });
  expect(asked().length, "only newer").toBe(3);
  await plan.heard({ seq: 3, changed: [], everything: true });
  expect(asked().slice(3), "another pack: everything").toEqual(["systems", "roles"]);
});

it("knows the newest change of what a reply was read from", async () => {
  const { plan } = planOf(() => 9);
  await plan.heard({ seq: 4, changed: [{ kind: "systems", id: "s" }] });
  await plan.heard({ seq: 5, changed: [{ kind: "roles", id: "r" }] });
  expect([plan.newest(["systems"]), plan.newest(["systems", "roles"]), plan.newest(["people"]), plan.newest(undefined)]).toEqual([4, 5, 0, 5]);
  await plan.heard({ seq: 6, changed: [], everything: true });
  expect(plan.newest(["people"]), "another pack").toBe(6);
});

it("asks again while an answer is older than the news", async () => {
  let asked = 0;
  const { plan } = planOf(() => Math.min(++asked, 3));
  await plan.need("roles");
  await plan.heard({ seq: 3, changed: [{ kind: "roles", id: "r" }] });
  expect(plan.seqOf("roles")).toBe(3);
});

it("drops news that are older than what is known", async () => {
  const { plan } = planOf(() => 5);
  await plan.heard({ seq: 5, changed: [] });
  await plan.heard({ seq: 4, changed: [] });
  expect(plan.seq).toBe(5);
});

it("asks for the words anew when a column is called otherwise, and keeps the lists", async () => {
  const renamed = { ...opened, kinds: [kind("devices")] };
  const call = vi.fn(async (name: string) => (name === "rows" ? { seq: 1, reads: [], rows: [] } : renamed));
  const plan = new Plan(call as unknown as typeof Call);
  plan.take(opened);
  await plan.need("roles");
  await plan.heard({ seq: 2, changed: [{ kind: "column_names", id: "c" }] });
  expect(plan.kind("devices")).toBeDefined();
  expect(plan.loaded("roles")).toBe(true);
});

it("loads a list of the plan that is open now, though the same list of the one before is still under way", async () => {
  const answers: (() => void)[] = [];
  const call = vi.fn((name: string, _: unknown) => new Promise((done) => answers.push(() => done(name === "rows" ? { seq: 1, reads: [], rows: [] } : status(1)))));
  const plan = new Plan(call as unknown as typeof Call);
  plan.take(opened);
  const before = plan.need("roles");
  plan.take({ ...opened, path: "/q" });
  const now = plan.need("roles");
  answers.forEach((answer) => answer());
  await Promise.all([before, now]);
  expect(call).toHaveBeenCalledTimes(2);
  expect(plan.loaded("roles")).toBe(true);
});
