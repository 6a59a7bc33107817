import { untrack } from "svelte";
import { Draft, type DraftState, type Save, type Stored } from "./draft.svelte";

type Held = { draft: Draft; shown: number };

/**
 * Every draft that is on screen or not stored yet.
 *
 * A draft whose field left the screen stays until it is stored, and the field
 * finds the same draft again when it comes back.
 */
export class Drafts {
  #held = new Map<string, Held>();
  #list = $state.raw<Draft[]>([]);
  #hidden = $state.raw<Draft[]>([]);

  /** The worst state of all. */
  state: DraftState = $derived.by(() => {
    const states = this.#list.map((draft) => draft.state);
    return (["failed", "dirty", "saving"] as const).find((one) => states.includes(one)) ?? "clean";
  });
  /** Why something could not be saved. */
  fault = $derived(this.#list.find((draft) => draft.state === "failed")?.fault ?? null);
  /** Whether one of those is no longer on screen, so that only the window can tell. */
  hiddenFailed = $derived(this.#hidden.some((draft) => draft.state === "failed"));

  /** The draft of a field that comes on screen. */
  open(key: string, stored: Stored, save: Save, normalises = false): Draft {
    const held = this.#held.get(key) ?? { draft: new Draft(stored, save, normalises), shown: 0 };
    held.shown += 1;
    this.#held.set(key, held);
    held.draft.accept(stored);
    this.#relist();
    return held.draft;
  }

  /** The field left the screen. */
  async close(key: string) {
    const held = this.#held.get(key);
    if (!held) return;
    held.shown -= 1;
    this.#relist();
    if (held.shown > 0) return;
    const saved = await held.draft.settle();
    if (saved && held.shown === 0 && this.#held.get(key) === held) {
      this.#held.delete(key);
      this.#relist();
    }
  }

  /**
   * Leaves the field that has the focus, then waits until every draft was
   * answered. False when one could not be saved: then nothing may go on.
   */
  async settle(): Promise<boolean> {
    leaveField();
    const saved = await Promise.all([...this.#held.values()].map(({ draft }) => draft.settle()));
    return saved.every(Boolean);
  }

  async retry() {
    await Promise.all(this.#list.filter((draft) => draft.state === "failed").map((draft) => draft.retry()));
  }

  /** Forgets everything; only after the plan was closed. */
  clear() {
    this.#held.clear();
    this.#relist();
  }

  #relist() {
    untrack(() => {
      const held = [...this.#held.values()];
      this.#list = held.map(({ draft }) => draft);
      this.#hidden = held.filter(({ shown }) => shown === 0).map(({ draft }) => draft);
    });
  }
}

/** Blur ends an open composition with the text the field then holds. A box to tick holds none and keeps the focus. */
function leaveField() {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) return;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
    field.blur();
  }
}
