import { expect, test } from "vitest";
import type { call as Call } from "../backend/call";
import type { FindingView } from "../backend/contract";
import { Findings } from "./findings.svelte";

const found = (text: string, id: string | null, field: string | null): FindingView => ({
  severity: "mend", word: "mend", cause: "numbers", open: false, text, at: null, beside: id === null ? null : { kind: "roles", id }, field, item: null, go: "", key: "", secret: false, aside: null,
});

test("a sentence stands beside its field, the first of several, and one that is about no field beside none", async () => {
  const all = [found("first", "r1", "phone"), found("second", "r1", "phone"), found("elsewhere", null, "phone")];
  const findings = new Findings((async () => all) as unknown as typeof Call);
  expect(findings.list).toBeNull();
  await findings.refresh();
  expect(findings.beside("roles", "r1", "phone")).toEqual({ text: "first", open: false });
  expect([findings.beside("roles", "r2", "phone"), findings.beside("people", "r1", "phone"), findings.beside("roles", "r1", "name")]).toEqual(
    [undefined, undefined, undefined],
  );
});

test("of another plan nothing is known, and an answer about the one before does not count", async () => {
  const answers: ((all: FindingView[]) => void)[] = [];
  const findings = new Findings((() => new Promise((done) => answers.push(done as never))) as unknown as typeof Call);
  const asked = findings.refresh();
  findings.forget();
  answers[0]?.([found("old", "r1", "phone")]);
  await asked;
  expect(findings.list).toBeNull();
});
