import type { FindingView, NextView, Overview, OwedView } from "../backend/contract";

/** The one obvious next act. */
export type Act =
  | { sort: "hour"; done: number; all: number; begun: boolean }
  | { sort: "stop"; finding: FindingView }
  | { sort: "step"; step: NextView }
  | { sort: "print" };

/** First the first hour; then what would make the paper useless; then what is worth most. */
export function nextAct(standing: Overview, findings: FindingView[]): Act {
  const { hour_answered: done, hour_later: later, hour_questions: all } = standing;
  if (done + later < all) return { sort: "hour", done, all, begun: done + later > 0 };
  const finding = findings.find((one) => one.severity === "stop");
  if (finding) return { sort: "stop", finding };
  const step = standing.next[0];
  return step ? { sort: "step", step } : { sort: "print" };
}

/** What is owed, by the role that is asked; what nobody in particular owes comes last. */
export function byRole(owed: OwedView[]): { role: string; owed: OwedView[] }[] {
  const roles = [...new Set(owed.map((one) => one.role))].sort((a, b) => Number(a === "") - Number(b === ""));
  return roles.map((role) => ({ role, owed: owed.filter((one) => one.role === role) }));
}
