import { SvelteMap } from "svelte/reactivity";
import type { FindingView } from "../../backend/contract";

/** Findings somebody has open: one that is mended while one types stays in its place until it is closed. */
export class Held {
  #open = new SvelteMap<string, { finding: FindingView; at: number }>();

  set(finding: FindingView, open: boolean, at: number) {
    if (open) this.#open.set(finding.key, { finding, at });
    else this.#open.delete(finding.key);
  }

  isMended(finding: FindingView, now: FindingView[]): boolean {
    return !now.some((one) => one.key === finding.key);
  }

  /** What is to be shown: the findings as they are, and between them those that are open and gone. */
  among(now: FindingView[]): FindingView[] {
    const all = [...now];
    const gone = [...this.#open.values()].filter(({ finding }) => this.isMended(finding, now));
    for (const { finding, at } of gone.sort((a, b) => a.at - b.at)) all.splice(Math.min(at, all.length), 0, finding);
    return all;
  }
}
