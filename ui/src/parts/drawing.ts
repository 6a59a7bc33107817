// How the drawings of the screen stand on the panels of the paper.

/** Frames are drawn on the edge of their box, so the panel shows a little more. */
export const EDGE = 0.6;
/** From the middle of a line to its base, in letters; as on paper. */
export const MIDDLE = 0.38;
