import type { NodeView } from "../backend/contract";

/** An inline node of a block's text. */
export type Node = NodeView;

/** Nodes that stand between ⟦ and ⟧ in the editor. */
export type Token = Exclude<Node, { text: string } | { bold: string }>;

const PIECE = /⟦([^⟦⟧]*)⟧|\*\*([^*]+)\*\*/g;

/** The names of tokens, each standing for one node only. */
export class TokenBook {
  #byLabel = new Map<string, Token>();
  #byNode = new Map<string, string>();
  #name: (token: Token) => string;
  #again: (label: string, count: number) => string;

  constructor(name: (token: Token) => string, again: (label: string, count: number) => string) {
    this.#name = name;
    this.#again = again;
  }

  label(token: Token): string {
    const key = JSON.stringify(token);
    const known = this.#byNode.get(key);
    if (known !== undefined) return known;
    const wanted = this.#name(token).replace(/[⟦⟧\n]/g, " ").trim();
    let label = wanted;
    for (let count = 2; this.#byLabel.has(label); count += 1) label = this.#again(wanted, count);
    this.#byLabel.set(label, token);
    this.#byNode.set(key, label);
    return label;
  }

  token(label: string): Token | undefined {
    return this.#byLabel.get(label);
  }

  /** Nodes as text to edit. */
  text(nodes: Node[]): string {
    return nodes
      .map((node) => {
        if ("text" in node) return node.text;
        if ("bold" in node) return `**${node.bold}**`;
        return `⟦${this.label(node)}⟧`;
      })
      .join("");
  }

  /** Edited text as nodes. A token that is not known stays as it was typed. */
  nodes(text: string): Node[] {
    const out: Node[] = [];
    const plain = (piece: string) => {
      const last = out.at(-1);
      if (last && "text" in last) last.text += piece;
      else if (piece) out.push({ text: piece });
    };
    let at = 0;
    for (const match of text.matchAll(PIECE)) {
      plain(text.slice(at, match.index));
      at = match.index + match[0].length;
      const token = match[1] === undefined ? undefined : this.token(match[1]);
      if (token) out.push(token);
      else if (match[2] !== undefined) out.push({ bold: match[2] });
      else plain(match[0]);
    }
    plain(text.slice(at));
    return out;
  }

  /** What looks like a token but is none: it would print as it stands. */
  broken(text: string): string[] {
    return [...text.matchAll(PIECE)].flatMap(([all, label]) => (label !== undefined && !this.token(label) ? [all] : []));
  }

  /** The tokens in an edited text. */
  within(text: string): { label: string; token: Token }[] {
    return [...text.matchAll(PIECE)].flatMap(([, label]) => {
      const token = label === undefined ? undefined : this.token(label);
      return token && label !== undefined ? [{ label, token }] : [];
    });
  }
}
