import type { Fault } from "../backend/contract";
import { asFault } from "../backend/fault";
import { newStep } from "./step";

/** What is stored now, and the number of the change that stored it. */
export type Stored = { value: string; seq: number };
export type Save = (text: string, leaving: boolean, step: string) => Promise<Stored>;
export type DraftState = "clean" | "dirty" | "saving" | "failed";

/** How long a pause is before the text is saved as it stands. */
export const PAUSE = 600;

/**
 * What a person typed into one field, until it is stored.
 *
 * The text on screen is never lost and never overtaken: a reply to an older
 * request leaves a newer text alone, and a failed save keeps it.
 */
export class Draft {
  text = $state("");
  state = $state<DraftState>("clean");
  fault = $state.raw<Fault | null>(null);
  /** Whether the person has left the field once. */
  left = $state(false);

  #save: Save;
  #normalises: boolean;
  #seq: number;
  #step = "";
  /** Counts what the person did; the answered one is stored. */
  #version = 0;
  #answered = 0;
  #unpolished = false;
  #composing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(stored: Stored, save: Save, normalises = false) {
    this.text = stored.value;
    this.#seq = stored.seq;
    this.#save = save;
    this.#normalises = normalises;
  }

  /** From focus to leaving is one step. */
  focus() {
    this.#step = newStep();
  }

  input(text: string) {
    this.text = text;
    this.#version += 1;
    this.#unpolished = true;
    if (this.state !== "saving") this.state = "dirty";
    this.#pause();
  }

  composing() {
    this.#composing = true;
    clearTimeout(this.#timer);
  }

  composed(text: string) {
    this.#composing = false;
    if (text !== this.text) this.input(text);
    else this.#pause();
  }

  /** The field was left holding `text`. An open composition ends here, with or without its event. */
  leave(text = this.text): Promise<void> {
    this.#composing = false;
    this.left = true;
    if (text !== this.text) this.input(text);
    return this.#send(true);
  }

  /** A choice, tick or link: typed and left at once, a step of its own. */
  choose(value: string): Promise<void> {
    this.#step = newStep();
    this.input(value);
    return this.#send(true);
  }

  retry(): Promise<void> {
    return this.#send(true);
  }

  /** Saves until nothing is open. False when it could not be saved. */
  async settle(): Promise<boolean> {
    do {
      await this.leave();
    } while (this.#version !== this.#answered && this.state !== "failed");
    return this.state !== "failed";
  }

  /** The stored value came anew, for instance after an undo. */
  accept(stored: Stored) {
    if (stored.seq < this.#seq || this.#composing) return;
    if (this.#version !== this.#answered || this.state !== "clean") return;
    this.#seq = stored.seq;
    if (this.text !== stored.value) this.text = stored.value;
  }

  #pause() {
    clearTimeout(this.#timer);
    if (this.#composing) return;
    this.#timer = setTimeout(() => void this.#send(false), PAUSE);
  }

  #send(leaving: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#queue = this.#queue.then(() => this.#once(leaving));
    return this.#queue;
  }

  async #once(leaving: boolean) {
    const polish = leaving && this.#normalises && this.#unpolished;
    if (this.#version === this.#answered && !polish) return;
    // A composition may have begun while this save waited for its turn.
    if (this.#composing) return;
    const version = this.#version;
    this.#step ||= newStep();
    this.state = "saving";
    try {
      const stored = await this.#save(this.text, leaving, this.#step);
      this.#seq = Math.max(this.#seq, stored.seq);
      this.#answered = version;
      this.fault = null;
      const newer = this.#version !== version;
      this.state = newer ? "dirty" : "clean";
      if (newer || !leaving) return;
      this.#unpolished = false;
      if (!this.#composing) this.text = stored.value;
    } catch (error) {
      this.fault = asFault(error);
      this.state = "failed";
    }
  }
}
