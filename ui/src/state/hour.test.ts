import { expect, it } from "vitest";
import type { StandingView } from "../backend/contract";
import { after, before, DONE, goOnAt, mustTell, tally } from "./hour";

const asked = (...standings: StandingView[]) => standings.map((standing, at) => ({ id: `q${at + 1}`, standing }));

it("goes on at the first question nobody reached, then at the first put off, then at the end", () => {
  expect(goOnAt(asked("answered", "later", "open"))).toBe("q3");
  expect(goOnAt(asked("answered", "later", "answered"))).toBe("q2");
  expect(goOnAt(asked("answered", "answered"))).toBe(DONE);
});

it("leads from question to question and past the last one to the closing page", () => {
  const questions = asked("open", "open");
  expect(after(questions, "q1")).toBe("q2");
  expect(after(questions, "q2")).toBe(DONE);
  expect(before(questions, "q1")).toBeUndefined();
  expect(before(questions, DONE)).toBe("q2");
});

it("counts how the questions stand", () => {
  expect(tally(asked("answered", "later", "open", "answered"))).toEqual({ answered: 2, later: 1, open: 1 });
});

it("leafing through a question that was put off leaves it put off", () => {
  expect(mustTell("later", false, false)).toBe(false);
  expect(mustTell("later", false, true)).toBe(true);
  expect(mustTell("later", true, false)).toBe(true);
  expect(mustTell("open", false, false)).toBe(true);
});
