import type { CauseInfo, FindingView } from "../backend/contract";

/** One place where something is to be mended, with everything that is said of it. */
export type CauseLine = { key: string; first: FindingView; others: FindingView[] };
/** One thing to do. */
export type CauseGroup = { cause: CauseInfo; severity: string; word: string; lines: CauseLine[]; minutes: number };

const ORDER = ["stop", "mend", "note"];
/** Minutes are a guess: said to the nearest five. */
const STEP = 5;

const keyOf = (one: FindingView) => (one.at ? `${one.at.kind}/${one.at.id || one.text}` : `${one.go}/${one.text}`);

/** Findings by what they ask for, the worst first: one missing number is one line, however many are told of it. */
export function byCause(findings: FindingView[], causes: CauseInfo[]): CauseGroup[] {
  const groups = causes.flatMap((cause): CauseGroup[] => {
    const own = findings.filter((one) => one.cause === cause.id);
    const worst = [...own].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const [first] = worst;
    if (!first) return [];
    const lines = new Map<string, CauseLine>();
    for (const one of worst) {
      const line = lines.get(keyOf(one));
      if (line) line.others.push(one);
      else lines.set(keyOf(one), { key: keyOf(one), first: one, others: [] });
    }
    return [{ cause, severity: first.severity, word: first.word, lines: [...lines.values()], minutes: lines.size * cause.minutes }];
  });
  return groups.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.lines.length - a.lines.length);
}

/** How many things are to be mended, and about how many minutes they take. What was only noticed is no work. */
export function workIn(groups: CauseGroup[]): { things: number; minutes: number } {
  const work = groups.filter((group) => group.severity !== "note");
  const minutes = work.reduce((sum, group) => sum + group.minutes, 0);
  return { things: work.length, minutes: Math.max(STEP, Math.round(minutes / STEP) * STEP) };
}
