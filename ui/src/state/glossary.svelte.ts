import type { call as Call } from "../backend/call";
import type { Opened } from "../backend/contract";
import { Terms, type Piece } from "./terms";

/** The words explained, asked for once for each plan that is opened. */
export class Glossary {
  #terms = $state.raw(new Terms([]));
  #of: Opened | null = null;
  #call: typeof Call;

  constructor(call: typeof Call) {
    this.#call = call;
  }

  /** Loads the words of this plan unless they were asked for. Without them texts are just texts. */
  async need(opened: Opened | null) {
    if (!opened || this.#of === opened) return;
    this.#of = opened;
    const list = await this.#call("terms", {}).catch(() => []);
    if (this.#of === opened) this.#terms = new Terms(list);
  }

  pieces(text: string): Piece[] {
    return this.#terms.pieces(text);
  }
}
