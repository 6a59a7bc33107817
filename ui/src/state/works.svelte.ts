import type { call as Call } from "../backend/call";
import type { DoingView, News, Work } from "../backend/contract";

export type Running = { work: Work; doing: DoingView; done: number; all: number };

/** What is done sooner needs no bar. */
const MOMENT = 500;

/** Works this window began that take more than a moment: how far they are, and cancelling them. */
export class Works {
  /** As heard last, in the order in which they were heard first. */
  shown = $state.raw<Running[]>([]);
  #begun = new Map<Work, number>();
  #call: typeof Call;

  constructor(call: typeof Call) {
    this.#call = call;
  }

  /** Runs something that is, or brings with it, these works. */
  async during<T>(works: Work[], task: () => Promise<T>): Promise<T> {
    const now = performance.now();
    for (const work of works) this.#begun.set(work, now);
    try {
      return await task();
    } finally {
      // Another of the sort that was begun meanwhile goes on.
      for (const work of works.filter((one) => this.#begun.get(one) === now)) this.#ended(work);
    }
  }

  heard({ work, doing, done, all }: Extract<News, { what: "working" }>) {
    const begun = this.#begun.get(work);
    if (begun === undefined || performance.now() - begun < MOMENT) return;
    const running = { work, doing, done, all };
    const known = this.shown.some((one) => one.work === work);
    this.shown = known ? this.shown.map((one) => (one.work === work ? running : one)) : [...this.shown, running];
  }

  /** The answer of what was cancelled comes as a fault that needs no words. */
  cancel(work: Work): Promise<unknown> {
    return this.#call("cancel", { work }).catch(() => null);
  }

  #ended(work: Work) {
    this.#begun.delete(work);
    this.shown = this.shown.filter((one) => one.work !== work);
  }
}
