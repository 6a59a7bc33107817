import type { Stored } from "./draft.svelte";

type Sent = { text: string; leaving: boolean; step: string; answer: (stored?: Partial<Stored>) => void; fail: () => void };

/** A core that answers when the test says so. */
export function core() {
  const sent: Sent[] = [];
  let seq = 0;
  const save = (text: string, leaving: boolean, step: string) =>
    new Promise<Stored>((resolve, reject) => {
      const answer = (stored: Partial<Stored> = {}) => resolve({ value: text, seq: ++seq, ...stored });
      const fail = () => reject({ code: "disk-full", happened: "full", safe: "safe", now: "now" });
      sent.push({ text, leaving, step, answer, fail });
    });
  return { sent, save };
}
