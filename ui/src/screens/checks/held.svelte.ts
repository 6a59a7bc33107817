import { SvelteMap } from "svelte/reactivity";
import type { FindingView } from "../../backend/contract";

/** Findings somebody has open: one that is mended while one types stays in its place until it is closed. */
export class Held {
  #open = new SvelteMap<string, { finding: FindingView; at: number }>();

  isOpen(finding: FindingView): boolean {
    return this.#open.has(finding.key);
  }

  toggle(finding: FindingView, at: number) {
    if (!this.#open.delete(finding.key)) this.#open.set(finding.key, { finding, at });
  }

  /** Whether it is found no more; one that was set aside still is. */
  isMended(finding: FindingView, found: FindingView[]): boolean {
    return !found.some((one) => one.key === finding.key);
  }

  /** What fits, and between it what is open and was mended. What is found and does not fit stays out. */
  among(fitting: FindingView[], found: FindingView[]): FindingView[] {
    const all = [...fitting];
    const gone = [...this.#open.values()].filter(({ finding }) => this.isMended(finding, found));
    for (const { finding, at } of gone.sort((a, b) => a.at - b.at)) all.splice(Math.min(at, all.length), 0, finding);
    return all;
  }
}
