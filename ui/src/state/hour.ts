import type { HourQuestionView } from "../backend/contract";

/** The page after the last question. */
export const DONE = "done";

type Asked = Pick<HourQuestionView, "id" | "standing">;

/** Where to go on: the first question nobody reached, then the first put off, then the closing page. */
export function goOnAt(questions: Asked[]): string {
  const first = (standing: string) => questions.find((one) => one.standing === standing)?.id;
  return first("open") ?? first("later") ?? DONE;
}

export function before(questions: Asked[], id: string): string | undefined {
  const at = questions.findIndex((one) => one.id === id);
  return (at < 0 ? questions.at(-1) : questions[at - 1])?.id;
}

export function after(questions: Asked[], id: string): string {
  return questions[questions.findIndex((one) => one.id === id) + 1]?.id ?? DONE;
}

export function tally(questions: Asked[]): { answered: number; later: number; open: number } {
  const of = (standing: string) => questions.filter((one) => one.standing === standing).length;
  return { answered: of("answered"), later: of("later"), open: of("open") };
}

/**
 * Whether 「次の問い」 tells the core. A question that was put off stays put off
 * when someone only leafs through it: what was asked of others is kept.
 */
export function mustTell(standing: string, later: boolean, changed: boolean): boolean {
  return later || changed || standing !== "later";
}
