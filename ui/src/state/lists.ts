/** The lists whose answers the core keeps by these names. */
export const CHECK_TABLE = "bcp";
export const FIRST_PAGES = "first";
