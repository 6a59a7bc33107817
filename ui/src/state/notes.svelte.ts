import type { Fault } from "../backend/contract";
import { asFault } from "../backend/fault";

/** `seq`: the action is offered while this is the newest change. */
export type Note = { text: string; action?: { label: string; run: () => unknown; id: string; seq?: number } };

/** A note younger than this belongs to where one goes with it. */
const FRESH = 3000;

/** What the program says to the person: one note, one fault. They stay until read or replaced. */
export class Notes {
  note = $state.raw<Note | null>(null);
  fault = $state.raw<Fault | null>(null);

  #said = 0;

  say(text: string, action?: Note["action"]) {
    this.note = { text, action };
    this.#said = Date.now();
  }

  /** Another screen: what was said of the one before is no news any more. */
  pass() {
    if (Date.now() - this.#said > FRESH) this.note = null;
  }

  clear() {
    this.note = null;
    this.fault = null;
  }

  /** Runs something and shows its fault; `null` then. What was cancelled needs no words. */
  async try<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const done = await work();
      this.fault = null;
      return done;
    } catch (error) {
      const fault = asFault(error);
      if (fault.code !== "cancelled") this.fault = fault;
      return null;
    }
  }
}
