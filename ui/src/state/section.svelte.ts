import type { BlockEdit, Changed, SectionText } from "../backend/contract";
import type { Draft, Stored } from "./draft.svelte";
import type { TokenBook } from "./nodes";

/** A block as it is edited: each cell a text with ⟦tokens⟧. */
export type Block = { key: string; form: string; cells: string[][] };

type Calls = {
  edit: (blocks: BlockEdit[], step: string) => Promise<Changed>;
  load: () => Promise<SectionText>;
};

/** The text of one section while it is edited. Its draft holds all blocks at once. */
export class SectionEditor {
  blocks = $state<Block[]>([]);
  draft!: Draft;
  #book: TokenBook;
  #calls: Calls;
  /** Ids of blocks the core knows; a new block has none until its first save. */
  #ids = new Map<string, string>();
  #keys = 0;

  constructor(section: SectionText, book: TokenBook, calls: Calls) {
    this.#book = book;
    this.#calls = calls;
    this.blocks = this.#read(section);
  }

  /** What the draft holds. */
  json(): string {
    return JSON.stringify(this.blocks);
  }

  save = async (json: string, _leaving: boolean, step: string): Promise<Stored> => {
    const blocks = JSON.parse(json) as Block[];
    const edits = blocks.map(({ key, form, cells }) => ({
      id: this.#ids.get(key) ?? null,
      form,
      cells: cells.map((row) => row.map((cell) => this.#book.nodes(cell))),
    }));
    const changed = await this.#calls.edit(edits, step);
    if (edits.some((edit) => edit.id === null)) this.#learn(blocks, await this.#calls.load());
    return { value: json, seq: changed.seq };
  };

  /** The section came anew; what is being typed is not overtaken. */
  accept(section: SectionText) {
    if (this.draft.state !== "clean") return;
    if (this.#same(section)) return this.#learn(this.blocks, section);
    const before = this.blocks;
    this.blocks = this.#read(section);
    const json = this.json();
    this.draft.accept({ value: json, seq: section.seq });
    if (this.draft.text !== json) this.blocks = before;
  }

  /** One cell was typed in; returns what the draft shall hold. */
  put(block: Block, row: number, column: number, text: string): string {
    const cells = block.cells[row];
    if (cells) cells[column] = text;
    return this.json();
  }

  /** A change of the blocks themselves is a step of its own. */
  async change(how: (blocks: Block[]) => void) {
    await this.draft.leave();
    how(this.blocks);
    await this.draft.choose(this.json());
  }

  /** A placeholder leaves the block, where it comes first. */
  takeOut(key: string, label: string): Promise<void> {
    const token = `⟦${label}⟧`;
    return this.change((blocks) => {
      const row = blocks.find((block) => block.key === key)?.cells.find((cells) => cells.some((cell) => cell.includes(token)));
      const column = row?.findIndex((cell) => cell.includes(token)) ?? -1;
      if (row && column >= 0) row[column] = (row[column] ?? "").replace(token, "");
    });
  }

  fresh(form: string): Block {
    const cells = form === "table" ? [["", ""], ["", ""]] : [[""]];
    return { key: this.#key(), form, cells };
  }

  #key = () => `b${(this.#keys += 1)}`;

  #read(section: SectionText): Block[] {
    this.#ids.clear();
    return section.blocks.map((block) => {
      const key = this.#key();
      this.#ids.set(key, block.id);
      return { key, form: block.form, cells: block.cells.map((row) => row.map((cell) => this.#book.text(cell))) };
    });
  }

  #same(section: SectionText): boolean {
    const shape = (form: string, cells: string[][]) => JSON.stringify([form, cells]);
    return (
      section.blocks.length === this.blocks.length &&
      section.blocks.every((block, at) => {
        const mine = this.blocks[at];
        const cells = block.cells.map((row) => row.map((cell) => this.#book.text(cell)));
        return mine !== undefined && shape(mine.form, mine.cells) === shape(block.form, cells);
      })
    );
  }

  #learn(blocks: Block[], section: SectionText) {
    if (blocks.length !== section.blocks.length) return;
    blocks.forEach(({ key }, at) => this.#ids.set(key, section.blocks[at]?.id ?? ""));
  }
}
