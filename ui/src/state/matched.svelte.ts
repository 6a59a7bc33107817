import type { call as Call } from "../backend/call";
import type { Matching, RowView } from "../backend/contract";
import { Newest } from "./newest.svelte";

/** So many rows are drawn at once; the rest is found by searching. */
export const MOST = 200;

/** The search of a list whose rows are loaded: the core alone says what is alike. */
export class Matched {
  search = $state("");
  #answer: Newest<Matching>;
  #ids = $derived.by(() => new Set(this.#answer.value?.ids));

  constructor(call: typeof Call, kind: string) {
    this.#answer = new Newest(() => call("matching", { kind, words: this.search }));
  }

  get searching(): boolean {
    return this.search.trim() !== "";
  }

  /** Rows that answer; all while nothing is searched for, or before the first answer. */
  of(rows: RowView[]): RowView[] {
    return this.searching && this.#answer.value ? rows.filter((row) => this.#ids.has(row.id)) : rows;
  }

  async type(text: string) {
    this.search = text;
    await this.refresh();
  }

  /** Asked again when the list changed. */
  async refresh() {
    if (this.searching) await this.#answer.refresh();
  }
}
