import type { call as Call } from "../backend/call";
import type { RoomState } from "../backend/windows";
import type { ActView, CardView, Contract, ExerciseView } from "../backend/contract";

type Said = Partial<Omit<Contract["exercise_act"]["request"], "act">>;

/** So many milliseconds a second press is none of its own. */
const SOON = 1000;

/** The exercise that is going on, as whoever leads sees it. Asking for it is what lets its clock run. */
export class Exercise {
  view = $state.raw<ExerciseView | null>(null);
  /** The window of the room; `null` while nobody knows. */
  room = $state<RoomState | null>(null);
  /** What is typed and not kept yet: kept before anything replaces it. */
  #pending = new Set<() => Promise<unknown>>();
  #stepped = 0;
  /** The line whose words are written. */
  writing = $state<string | null>(null);
  chosen = $state<string | null>(null);
  #call: typeof Call;
  #asked = 0;
  #shown = 0;

  constructor(call: typeof Call) {
    this.#call = call;
  }

  going = $derived(this.view?.id ? this.view : null);
  cards = $derived(this.view?.script.cards ?? []);
  ahead = $derived(this.cards.filter((card) => !card.reserve && !card.told && !card.skipped));
  next = $derived(this.ahead[0] ?? null);
  card = $derived(this.cards.find((card) => card.id === this.chosen) ?? this.next ?? this.cards.at(-1) ?? null);
  /** The next stretch of the story. */
  jump = $derived.by(() => {
    const modules = this.view?.script.modules ?? [];
    return modules[modules.findIndex((one) => one.id === this.view?.module) + 1] ?? null;
  });

  /** Another plan, or none: nothing of this one is shown or kept any more. */
  forget() {
    this.#shown = ++this.#asked;
    this.#pending.clear();
    this.view = null;
    this.room = null;
    this.writing = null;
    this.chosen = null;
  }

  /** After it `view` is at least as new as this look, though another one is under way: a line that was kept is there. */
  async look() {
    const mine = ++this.#asked;
    const view = await this.#call("exercise", {});
    if (mine <= this.#shown) return;
    this.#shown = mine;
    this.view = view;
  }

  /** Does something; the answer is the line that was kept. */
  async act(act: ActView, said: Said = {}): Promise<string> {
    const nothing = { of: null, text: null, role: null, basis: null, told: null, corrects: null };
    const acted = await this.#call("exercise_act", { ...nothing, ...said, act });
    await this.look();
    return acted.entry;
  }

  /** Something is being typed; returns how to forget it. */
  pends(keep: () => Promise<unknown>): () => void {
    this.#pending.add(keep);
    return () => this.#pending.delete(keep);
  }

  /** Keeps what is typed. */
  async flush() {
    for (const keep of [...this.#pending]) await keep();
  }

  /** The stop word comes first; what was being typed goes with its screen, and is kept behind it. */
  async stop() {
    const pending = [...this.#pending];
    await this.act("stop");
    for (const keep of pending) await keep();
  }

  /** A step of the run: a second press of the same place within a second was meant for what stood there before. */
  async step(act: ActView, said: Said = {}) {
    if (Date.now() - this.#stepped < SOON) return;
    this.#stepped = Date.now();
    await this.flush();
    await this.act(act, said);
  }

  /** A key of the recorder: the moment is kept now, words follow. */
  async stamp(act: ActView, said: Said = {}) {
    const entry = await this.act(act, said);
    await this.flush();
    this.writing = entry;
  }

  /** Tells an inject to the room, and then the next one is looked at. */
  async tell(card: CardView) {
    await this.act("tell", { of: card.id });
    this.chosen = card.id;
  }

  /** Play is over its minute for an inject. */
  due(card: CardView): "" | "due" | "overdue" {
    if (!this.view || card.reserve || card.told || card.skipped || this.view.phase !== "playing") return "";
    const minutes = this.view.played / 60;
    return minutes >= card.minute + 1 ? "overdue" : minutes >= card.minute ? "due" : "";
  }
}
