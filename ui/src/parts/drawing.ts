// How the drawings of the screen stand on the panels of the paper.

/** Frames are drawn on the edge of their box, so the panel shows a little more. */
export const EDGE = 0.6;
/** From the middle of a line to its base, in letters; as on paper. */
export const MIDDLE = 0.38;

/** As on paper: the letter without the sign that asks for one of its forms. */
export const drawn = (text: string) => text.replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, "");
