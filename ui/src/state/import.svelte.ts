import type { call as Call } from "../backend/call";
import type { Fault, ImportPreview, ImportRequest, SheetOf } from "../backend/contract";
import { asFault } from "../backend/fault";

/** A sheet that is being looked at. Nothing is written before the person says so. */
export class Import {
  what = $state<SheetOf>("systems");
  path = $state("");
  preview = $state.raw<ImportPreview | null>(null);
  fault = $state.raw<Fault | null>(null);
  busy = $state(false);
  #sheet: number | null = null;
  #header: number | null = null;
  /** Only what the person chose; the rest is guessed. */
  #columns: Record<number, string> = {};
  #blocks: number | null = null;
  #headings: Record<number, boolean> = {};
  leaveHidden = $state(false);
  oneList = $state(false);
  makeMissing = $state(false);
  #call: typeof Call;
  #asked = 0;

  constructor(call: typeof Call, what: SheetOf) {
    this.#call = call;
    this.what = what;
  }

  /** Rows that would change something. */
  writes = $derived(this.preview ? this.preview.counts.new + this.preview.counts.update : 0);
  ready = $derived(this.preview !== null && this.preview.trouble === "" && this.writes > 0 && !this.busy);

  choose(what: SheetOf): Promise<void> {
    this.what = what;
    return this.#anew(null, null);
  }

  open(path: string): Promise<void> {
    this.path = path;
    return this.#anew(null, null);
  }

  toSheet(sheet: number): Promise<void> {
    return this.#anew(sheet, null);
  }

  toHeader(line: number): Promise<void> {
    return this.#anew(this.preview?.sheet ?? null, line);
  }

  toTarget(column: number, target: string): Promise<void> {
    this.#columns = { ...this.#columns, [column]: target };
    return this.look();
  }

  /** So many tables stand side by side. */
  toBlocks(blocks: number): Promise<void> {
    [this.#blocks, this.#columns, this.#headings] = [blocks, {}, {}];
    return this.look();
  }

  /** A line is a heading of those below it, or is none. */
  toHeading(line: number, is: boolean): Promise<void> {
    this.#headings = { ...this.#headings, [line]: is };
    return this.look();
  }

  toHidden(leave: boolean): Promise<void> {
    this.leaveHidden = leave;
    return this.look();
  }

  /** A ledger that mixes systems and devices is one list all the same. */
  toOneList(one: boolean): Promise<void> {
    this.oneList = one;
    return this.look();
  }

  toMissing(make: boolean): Promise<void> {
    this.makeMissing = make;
    return this.look();
  }

  /** What was looked at, with the token that lets exactly this be written. */
  request(): ImportRequest {
    const { what, path, leaveHidden: leave_hidden, oneList: one_list, makeMissing: make_missing } = this;
    const [sheet, header, columns, blocks, headings] = [this.#sheet, this.#header, this.#columns, this.#blocks, this.#headings];
    const said = { sheet, header, columns, blocks, headings, leave_hidden, one_list, make_missing };
    return { what, path, ...said, token: this.preview?.token ?? "" };
  }

  /** Only the newest answer counts; what was seen before stays until it comes. */
  async look(): Promise<void> {
    if (!this.path) return;
    const mine = ++this.#asked;
    this.busy = true;
    try {
      const preview = await this.#call("look_at_sheet", { ...this.request(), token: "" });
      if (mine !== this.#asked) return;
      [this.preview, this.fault] = [preview, null];
    } catch (error) {
      if (mine !== this.#asked) return;
      [this.preview, this.fault] = [null, asFault(error)];
    }
    this.busy = false;
  }

  /** Another table, sheet or line: what columns become is guessed anew. */
  #anew(sheet: number | null, header: number | null): Promise<void> {
    [this.#sheet, this.#header, this.#columns, this.#blocks, this.#headings] = [sheet, header, {}, null, {}];
    this.oneList = false;
    return this.look();
  }
}
