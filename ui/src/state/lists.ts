import { plan } from "./app";

/** The list of the check table; every other list has an id of its own. */
export const CHECK_TABLE = "bcp";
/** The confirmations of first pages. */
export const FIRST_PAGES = "first";

/** Which answer: list, round (empty where there is none), item, question. */
export type AnswerOf = { list: string; round: string; item: string; field: string };

/** How the screen names it: those of the check table by item, of other lists under the name of theirs. */
export const placeOfAnswer = ({ list, round, item, field }: AnswerOf) => [list === CHECK_TABLE ? "" : list, round, item].filter(Boolean).join("/") + `.${field}`;

/** Saves it; the core says what is stored then. */
export const saveAnswer = (of: AnswerOf) => async (value: string, leaving: boolean, step: string) => {
  const changed = await plan.edit("answer", { ...of, value, leaving, step });
  return { value: changed.value ?? value, seq: changed.seq };
};
