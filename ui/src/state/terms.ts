import type { TermView } from "../backend/contract";

/** A piece of a text; with `term`, a word that can be explained here. */
export type Piece = { text: string; term?: TermView };

type Found = { from: number; to: number; term: TermView };

const SCRIPTS = [/[A-Za-zＡ-Ｚａ-ｚ0-9０-９]/, /[ァ-ヺー]/];

/**
 * Finds words in texts: the longest first, so that a word inside a longer one
 * is left alone, and each term only where it comes first.
 */
export class Terms {
  #words: { word: string; term: TermView }[];

  constructor(terms: TermView[]) {
    this.#words = terms
      .flatMap((term) => term.words.filter(Boolean).map((word) => ({ word, term })))
      .sort((a, b) => b.word.length - a.word.length);
  }

  pieces(text: string): Piece[] {
    const out: Piece[] = [];
    const said = new Set<TermView>();
    let at = 0;
    for (const { from, to, term } of this.#found(text)) {
      if (said.has(term)) continue;
      said.add(term);
      if (from > at) out.push({ text: text.slice(at, from) });
      out.push({ text: text.slice(from, to), term });
      at = to;
    }
    if (at < text.length) out.push({ text: text.slice(at) });
    return out;
  }

  /** Every place of every word, none inside another, in the order of the text. */
  #found(text: string): Found[] {
    const found: Found[] = [];
    for (const { word, term } of this.#words) {
      for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
        const to = from + word.length;
        const free = !found.some((one) => from < one.to && one.from < to);
        if (free && whole(text, from, to)) found.push({ from, to, term });
      }
    }
    return found.sort((a, b) => a.from - b.from);
  }
}

/** Whether letters or katakana do not go on at either end: no LAN in PLAN. Kanji have no such mark. */
function whole(text: string, from: number, to: number): boolean {
  return SCRIPTS.every((script) => {
    const goesOn = (inside: number, outside: number) => script.test(text[inside] ?? "") && script.test(text[outside] ?? "");
    return !goesOn(from, from - 1) && !goesOn(to - 1, to);
  });
}
