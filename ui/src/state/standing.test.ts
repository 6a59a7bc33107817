import { expect, it } from "vitest";
import type { FindingView, Overview, OwedView } from "../backend/contract";
import { byRole, nextAct } from "./standing";

const standing = (more: Partial<Overview> = {}): Overview => ({
  seq: 1, phases: [], next: [], owed: [], hour_answered: 15, hour_later: 0, hour_questions: 15, saved_at: "", prints: [], due: [], ...more,
});
const stop: FindingView = { severity: "stop", word: "stop", cause: "numbers", open: false, text: "text", at: null, beside: null, field: null, item: null, go: "", key: "", secret: false, aside: null };
const step = { id: "a", title: "a", value: "", minutes: 10, go: "print" };
const owed = (remark: string, role: string): OwedView => ({ remark, role, place: "", text: "", go: "", at: null, field: null });

it("leads to the first hour while a question of it was neither answered nor put off", () => {
  expect(nextAct(standing({ hour_answered: 0 }), [stop])).toEqual({ sort: "hour", done: 0, all: 15, begun: false });
  expect(nextAct(standing({ hour_answered: 3, hour_later: 11 }), [stop])).toMatchObject({ sort: "hour", begun: true });
});

it("after it, what would make the paper useless comes before what is worth most", () => {
  expect(nextAct(standing({ hour_answered: 13, hour_later: 2, next: [step] }), [stop]).sort).toBe("stop");
  expect(nextAct(standing({ next: [step] }), [{ ...stop, severity: "mend" }])).toEqual({ sort: "step", step });
  expect(nextAct(standing(), []).sort).toBe("print");
});

it("puts what nobody in particular owes last and keeps the order of the rest", () => {
  const groups = byRole([owed("1", ""), owed("2", "b"), owed("3", "a"), owed("4", "b")]);
  expect(groups.map((group) => [group.role, group.owed.map((one) => one.remark)])).toEqual([
    ["b", ["2", "4"]],
    ["a", ["3"]],
    ["", ["1"]],
  ]);
});
