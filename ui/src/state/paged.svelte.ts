import type { call as Call } from "../backend/call";
import type { SomeRows } from "../backend/contract";

/** How many records one sees at once. */
export const MOST = 100;
/** How long a pause is before what was typed is searched for. */
export const PAUSE = 250;

/** A list that is too long to load: a hundred records of it, searched and turned over. */
export class Paged {
  page = $state.raw<SomeRows | null>(null);
  search = $state("");
  /** How many are passed over; `null` = wherever the record is with which it began. */
  from = $state<number | null>(0);
  #with = "";
  #call: typeof Call;
  #kind: string;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(call: typeof Call, kind: string, record = "") {
    this.#call = call;
    this.#kind = kind;
    this.#with = record;
    if (record) this.from = null;
  }

  hasNext = $derived(this.from !== null && this.from + MOST < (this.page?.found ?? 0));
  hasPrevious = $derived(this.from !== null && this.from > 0);

  /** Only the newest answer counts. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const mine = ++this.#asked;
    const from = this.from ?? 0;
    const page = await this.#call("some_rows", {
      kind: this.#kind,
      search: this.search,
      from,
      most: MOST,
      with: this.from === null ? this.#with : "",
    });
    if (mine !== this.#asked) return;
    this.page = page;
    // Records went away: the last page there is.
    if (page.rows.length > 0 || from === 0) return;
    this.from = Math.max(0, from - MOST);
    await this.refresh();
  }

  /** Searches as one types. `failed` is told why it could not. */
  type(text: string, run: (work: () => Promise<void>) => unknown) {
    this.search = text;
    this.from = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => run(() => this.refresh()), PAUSE);
  }

  /** Turns over by so many pages. */
  async turn(by: number): Promise<void> {
    this.from = Math.max(0, (this.from ?? 0) + by * MOST);
    await this.refresh();
  }

  first(): Promise<void> {
    this.from = 0;
    return this.refresh();
  }

  /** The page with what was added last. */
  async last(): Promise<void> {
    this.from ??= 0;
    await this.refresh();
    const start = Math.max(0, Math.ceil((this.page?.found ?? 0) / MOST) - 1) * MOST;
    if (start === this.from) return;
    this.from = start;
    await this.refresh();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }
}
