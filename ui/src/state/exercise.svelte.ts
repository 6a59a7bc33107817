import type { call as Call } from "../backend/call";
import type { ActView, CardView, Contract, ExerciseView } from "../backend/contract";

type Said = Partial<Omit<Contract["exercise_act"]["request"], "act">>;

/** The exercise that is going on, as whoever leads sees it. Asking for it is what lets its clock run. */
export class Exercise {
  view = $state.raw<ExerciseView | null>(null);
  /** Whether the window of the room is there; `null` while nobody knows. */
  room = $state<boolean | null>(null);
  /** The line whose words are written. */
  writing = $state<string | null>(null);
  chosen = $state<string | null>(null);
  #call: typeof Call;
  #asked = 0;

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

  async look() {
    const mine = ++this.#asked;
    const view = await this.#call("exercise", {});
    if (mine === this.#asked) this.view = view;
  }

  /** Does something; the answer is the line that was kept. */
  async act(act: ActView, said: Said = {}): Promise<string> {
    const nothing = { of: null, text: null, role: null, basis: null, told: null, corrects: null };
    const acted = await this.#call("exercise_act", { ...nothing, ...said, act });
    await this.look();
    return acted.entry;
  }

  /** A key of the recorder: the moment is kept now, words follow. */
  async stamp(act: ActView, said: Said = {}) {
    this.writing = await this.act(act, said);
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
