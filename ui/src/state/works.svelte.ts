import type { call as Call } from "../backend/call";
import type { DoingView, News, Work } from "../backend/contract";
import { asFault } from "../backend/fault";

export type Running = { work: Work; doing: DoingView; done: number; all: number };
type Heard = Extract<News, { what: "working" }>;

/** What is done sooner needs no bar. */
const MOMENT = 500;

/** Works this window began that take more than a moment: how far they are, and cancelling them. */
export class Works {
  /** As heard last, in the order in which they were heard first. */
  shown = $state.raw<Running[]>([]);
  /** When each was begun: those of one task at the same time. */
  #begun = new Map<Work, number>();
  #later: ReturnType<typeof setTimeout> | undefined;
  #call: typeof Call;
  #stopped: () => void;

  /** `stopped` says that something was cancelled. */
  constructor(call: typeof Call, stopped: () => void = () => undefined) {
    this.#call = call;
    this.#stopped = stopped;
  }

  /** Runs something that is, or brings with it, these works. */
  async during<T>(works: Work[], task: () => Promise<T>): Promise<T> {
    const now = performance.now();
    for (const work of works) this.#begun.set(work, now);
    try {
      return await task();
    } catch (error) {
      if (asFault(error).code === "cancelled") this.#stopped();
      throw error;
    } finally {
      // Another of the sort that was begun meanwhile goes on.
      for (const work of works.filter((one) => this.#begun.get(one) === now)) this.#ended(work);
    }
  }

  heard(news: Heard) {
    const { work, doing, done, all } = news;
    const begun = this.#begun.get(work);
    if (begun === undefined) return;
    const early = begun + MOMENT - performance.now();
    if (early > 0) {
      // What tells of itself only once is shown all the same, if it lasts.
      clearTimeout(this.#later);
      this.#later = setTimeout(() => this.heard(news), early + 1);
      return;
    }
    const running = { work, doing, done, all };
    // Of one task the work before this one is done.
    const others = this.shown.filter((one) => one.work === work || this.#begun.get(one.work) !== begun);
    const known = others.some((one) => one.work === work);
    this.shown = known ? others.map((one) => (one.work === work ? running : one)) : [...others, running];
  }

  /** The answer of what was cancelled comes as a fault. */
  cancel(work: Work): Promise<unknown> {
    return this.#call("cancel", { work }).catch(() => null);
  }

  #ended(work: Work) {
    this.#begun.delete(work);
    this.shown = this.shown.filter((one) => one.work !== work);
  }
}
