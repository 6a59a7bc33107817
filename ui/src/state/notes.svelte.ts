import type { Fault } from "../backend/contract";
import { asFault } from "../backend/fault";

/** `seq`: the action is offered while this is the newest change. */
export type Note = { text: string; action?: { label: string; run: () => unknown; id: string; seq?: number } };

/** What the program says to the person: one note, one fault. They stay until read or replaced. */
export class Notes {
  note = $state.raw<Note | null>(null);
  fault = $state.raw<Fault | null>(null);

  say(text: string, action?: Note["action"]) {
    this.note = { text, action };
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
