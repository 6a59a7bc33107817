import type { call as Call } from "../backend/call";
import type { FindingView } from "../backend/contract";
import { Newest } from "./newest.svelte";

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
    const texts = new Map<string, string>();
    for (const one of this.list ?? []) {
      const key = one.beside && `${one.beside.kind}/${one.beside.id}/${one.field}`;
      if (key && !texts.has(key)) texts.set(key, one.text);
    }
    return texts;
  });

  /** What is said beside a field. */
  beside(noun: string, record: string, field: string): string | undefined {
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
