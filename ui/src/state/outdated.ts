import type { OutdatedView, StaleView } from "../backend/contract";

/** What is certain stands before what somebody has to look at. */
const ORDER: StaleView[] = ["changed", "gone", "compare"];

/** Sheets by what is to be done about them. */
export const byWhy = (sheets: OutdatedView[]): { why: StaleView; sheets: OutdatedView[] }[] =>
  ORDER.map((why) => ({ why, sheets: sheets.filter((one) => one.why === why) })).filter((group) => group.sheets.length > 0);

/** The documents with which they are printed anew; what is used no more is only taken back. */
export const toPrint = (sheets: OutdatedView[]): string[] => [
  ...new Set(sheets.filter((one) => one.why !== "gone").map((one) => one.document)),
];
