import type { call as Call } from "../backend/call";
import type { Changed, Contract, DocumentInfo, KindInfo, Opened, Ref, Rows, RowView, Status } from "../backend/contract";

type Edit = {
  [K in keyof Contract]: Contract[K]["reply"] extends Changed ? (Changed extends Contract[K]["reply"] ? K : never) : never;
}[keyof Contract];

const NONE: RowView[] = [];

/** The open plan as the screens know it: kinds, where it stands, and the lists that were asked for. */
export class Plan {
  opened = $state.raw<Opened | null>(null);
  status = $state.raw<Status | null>(null);
  /** Number of the newest change known; screens reload by it. */
  seq = $state(0);
  /** Number of the newest change of each kind; of everything, where a change named no rows (another pack). */
  #touched = $state.raw<Record<string, number>>({});
  #rows = $state.raw<Record<string, Rows>>({});
  #wanted = new Map<string, number>();
  #loading = new Map<string, Promise<void>>();
  /** Counts the plans that were opened and closed: an answer about an earlier one is dropped. */
  openings = $state(0);
  #call: typeof Call;

  constructor(call: typeof Call) {
    this.#call = call;
  }

  readOnly = $derived((this.status?.read_only ?? "") !== "");

  take(opened: Opened) {
    this.openings += 1;
    this.opened = opened;
    this.status = opened.status;
    this.seq = opened.status.seq;
    this.#rows = {};
    this.#touched = {};
    this.#wanted.clear();
    this.#loading.clear();
  }

  close() {
    this.openings += 1;
    this.opened = null;
    this.status = null;
    this.#rows = {};
    this.#touched = {};
    this.#wanted.clear();
    this.#loading.clear();
  }

  kind(noun: string): KindInfo | undefined {
    return this.opened?.kinds.find((kind) => kind.noun === noun);
  }

  /** The kind whose records those of this one are written under. */
  wholeOf = (noun: string): string | undefined => this.kind(noun)?.part_of?.kind;

  /** What is known of a document that can be printed. */
  document(name: string): DocumentInfo | undefined {
    return this.opened?.documents.find((one) => one.name === name);
  }

  /** Records of a kind as last loaded. */
  rows(noun: string): RowView[] {
    return this.#rows[noun]?.rows ?? NONE;
  }

  row(noun: string, id: string | null | undefined): RowView | undefined {
    return this.rows(noun).find((row) => row.id === id);
  }

  loaded(noun: string): boolean {
    return noun in this.#rows;
  }

  /** The change number the list of a kind shows. */
  seqOf(noun: string): number {
    return this.#rows[noun]?.seq ?? 0;
  }

  /** The newest change of what a reply says it was read from; of anything, while there is no reply. */
  newest(reads: string[] | undefined): number {
    if (!reads) return this.seq;
    return Math.max(0, this.#touched[""] ?? 0, ...reads.map((noun) => this.#touched[noun] ?? 0));
  }

  /** Loads a list unless it is there. */
  async need(...nouns: string[]) {
    await Promise.all(nouns.filter((noun) => !this.#wanted.has(noun)).map((noun) => this.#reload(noun, 0)));
  }

  /** Runs an edit and takes over what it changed. */
  async edit<K extends Edit>(name: K, request: Contract[K]["request"]): Promise<Changed> {
    const changed = (await this.#call(name, request)) as Changed;
    if (changed.status.seq >= (this.status?.seq ?? 0)) this.status = changed.status;
    await this.heard(changed);
    return changed;
  }

  /** A change was made, here or in another window. Older news than what is shown is dropped. */
  async heard({ seq, changed, everything = false }: { seq: number; changed: Ref[]; everything?: boolean }) {
    const nouns = new Set(everything ? [""] : changed.map((ref) => ref.kind));
    this.seq = Math.max(this.seq, seq);
    // Whoever edits hears of it twice, by the answer and as everybody.
    const newer = [...nouns].filter((noun) => seq > (this.#touched[noun] ?? 0)).map((noun) => [noun, seq] as const);
    if (newer.length > 0) this.#touched = { ...this.#touched, ...Object.fromEntries(newer) };
    if (nouns.has("column_names")) await this.#rename();
    await Promise.all([...this.#wanted.keys()].filter((noun) => this.#shows(noun, nouns)).map((noun) => this.#reload(noun, seq)));
  }

  /** Another window changed something: the top line follows. */
  async follow() {
    if (this.opened && this.seq > (this.status?.seq ?? 0)) this.status = await this.#call("status", {});
  }

  /** A column is called otherwise: the words are asked for anew, the lists stay. */
  async #rename() {
    const mine = this.openings;
    const opened = await this.#call("current", {});
    if (mine === this.openings) this.opened = opened;
  }

  /** A list is loaded again when something it was read from changed. */
  #shows(noun: string, changed: Set<string>): boolean {
    const reads = this.#rows[noun]?.reads;
    return !reads || changed.has("") || reads.some((one) => changed.has(one));
  }

  /** Whoever asks while a list is loading waits for the same answer. */
  #reload(noun: string, seq: number): Promise<void> {
    this.#wanted.set(noun, Math.max(seq, this.#wanted.get(noun) ?? 0));
    const loading = this.#loading.get(noun) ?? this.#load(noun);
    this.#loading.set(noun, loading);
    return loading;
  }

  async #load(noun: string) {
    const mine = this.openings;
    try {
      do {
        const rows = await this.#call("rows", { kind: noun });
        if (mine !== this.openings) return;
        if (rows.seq >= this.seqOf(noun)) this.#rows = { ...this.#rows, [noun]: rows };
      } while (this.seqOf(noun) < (this.#wanted.get(noun) ?? 0));
    } catch (error) {
      if (mine === this.openings) this.#wanted.delete(noun);
      throw error;
    } finally {
      // In the same breath as the last look at what is wanted; of another plan one may be under way.
      if (mine === this.openings) this.#loading.delete(noun);
    }
  }
}
