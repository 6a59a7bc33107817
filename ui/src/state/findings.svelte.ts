import type { call as Call } from "../backend/call";
import type { FindingView } from "../backend/contract";
import { Newest } from "./newest.svelte";

/** What is said beside a field; `open`: it is still to be filled in, rather than wrong. */
export type Beside = { text: string; open: boolean };

/** What is open or odd in the plan: asked for once, shared by whoever shows it. */
export class Findings {
  #newest: Newest<FindingView[]>;

  constructor(call: typeof Call) {
    this.#newest = new Newest(() => call("findings", {}));
  }

  /** `null` until the first answer. */
  list = $derived.by(() => this.#newest.value);

  /** The sentences that stand beside fields, by kind, record and field: of several the first. */
  #beside = $derived.by(() => {
    const texts = new Map<string, Beside>();
    for (const one of this.list ?? []) {
      const key = one.beside && `${one.beside.kind}/${one.beside.id}/${one.field}`;
      if (key && !texts.has(key)) texts.set(key, { text: one.text, open: one.open });
    }
    return texts;
  });

  /** What is said beside a field. */
  beside(noun: string, record: string, field: string): Beside | undefined {
    return this.#beside.get(`${noun}/${record}/${field}`);
  }

  async refresh(): Promise<void> {
    await this.#newest.refresh();
  }

  /** Another plan: nothing is known of it, and no answer about the one before counts. */
  forget() {
    this.#newest.forget();
  }
}
