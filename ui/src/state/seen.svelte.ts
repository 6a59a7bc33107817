import type { FindingView } from "../backend/contract";
import { remember, remembered } from "./remembered";

/** A plan's findings as they were when somebody looked last: only what makes them the same, no word of the plan. */
const key = (plan: string) => `sonae.findings.${plan}`;

/** What was mended since, and what is new; nothing on the first look. */
export class Seen {
  #before: Set<string> | null = null;
  #plan: string;

  constructor(plan: string) {
    this.#plan = plan;
    const kept = remembered(localStorage, key(plan));
    this.#before = kept === null ? null : new Set(kept.split("\n").filter(Boolean));
  }

  /** The key without the sentence: part of it may be typed text, so only a sum is kept. */
  static sum(text: string): string {
    let sum = 0;
    for (const sign of text) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) | 0;
    return (sum >>> 0).toString(36);
  }

  isFresh(finding: FindingView): boolean {
    return this.#before !== null && !this.#before.has(Seen.sum(finding.key));
  }

  mended(now: FindingView[]): number {
    if (!this.#before) return 0;
    const keys = new Set(now.map((one) => Seen.sum(one.key)));
    return [...this.#before].filter((one) => !keys.has(one)).length;
  }

  keep(now: FindingView[]) {
    remember(localStorage, key(this.#plan), now.map((one) => Seen.sum(one.key)).join("\n"));
  }
}
