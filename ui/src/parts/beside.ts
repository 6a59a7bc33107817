const EDGE = 12;
const GAP = 6;
/** As in style/terms.css. */
const WIDTH = 352;

type Room = { innerWidth: number; innerHeight: number };

/** Where a note of the word at `word` stands: under it, or over it in the lower half of the window. */
export function beside(word: DOMRect, room: Room): string {
  const left = Math.max(EDGE, Math.min(word.left, room.innerWidth - WIDTH - EDGE));
  const under = word.bottom < room.innerHeight * 0.6;
  const upright = under ? `top:${word.bottom + GAP}px;bottom:auto` : `bottom:${room.innerHeight - word.top + GAP}px;top:auto`;
  return `left:${left}px;${upright}`;
}
