import { expect, test } from "vitest";
import type { CauseInfo, FindingView } from "../backend/contract";
import { byCause, workIn } from "./causes";

const causes: CauseInfo[] = [
  { id: "numbers", title: "番号", minutes: 1 },
  { id: "deciders", title: "決める人", minutes: 5 },
  { id: "check-table", title: "確認表", minutes: 5 },
];
const finding = (cause: string, severity: FindingView["severity"], at: string, text: string): FindingView => ({
  severity, word: severity, cause, open: false, text, at: { kind: "departments", id: at }, beside: null, field: null, item: null, go: "", key: "", secret: false, aside: null,
});

test("one missing number is one line that holds everybody who misses it, and the worst thing stands first", () => {
  const groups = byCause(
    [
      finding("numbers", "mend", "ward", "カード1"),
      finding("numbers", "mend", "ward", "連絡網"),
      finding("numbers", "note", "lab", "カード2"),
      finding("deciders", "stop", "x", "夜"),
      finding("check-table", "note", "y", "1-1"),
    ],
    causes,
  );
  expect(groups.map((group) => [group.cause.id, group.severity, group.lines.length])).toEqual([
    ["deciders", "stop", 1],
    ["numbers", "mend", 2],
    ["check-table", "note", 1],
  ]);
  expect(groups[1]?.lines[0]?.others.map((one) => one.text)).toEqual(["連絡網"]);
  expect(workIn(groups)).toEqual({ things: 2, minutes: 5 });
});

test("nothing to mend is no work", () => expect(workIn([])).toEqual({ things: 0, minutes: 5 }));
