import type { RowView } from "../backend/contract";

/** A list so long is searched rather than read. */
export const LONG = 40;
/** So many rows are drawn at once; the rest is found by searching. */
export const MOST = 200;

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** The rows in whose words all words of a search occur, in their own order. */
export function found(rows: RowView[], search: string): RowView[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const said = plain([row.title, ...Object.values(row.shown)].join("\n"));
    return wanted.every((word) => said.includes(word));
  });
}
