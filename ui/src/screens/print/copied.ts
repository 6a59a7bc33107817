/** Documents that differ by copy or department. */
export const COPIED = ["binder", "cards", "forms", "forms-long", "stock"];
