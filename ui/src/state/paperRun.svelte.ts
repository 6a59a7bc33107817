import type { call as Call } from "../backend/call";
import type { ActView, Contract, ScriptView } from "../backend/contract";
import { remember, remembered } from "./remembered";

export type SheetLine = Contract["take_sheets"]["request"]["lines"][number];

type Kept = { held_on: string; place: string; hits: string[]; times: Record<string, string>; lines: SheetLine[]; people: string; cards: string };

const empty = (): Kept => ({ held_on: "", place: "", hits: [], times: {}, lines: [], people: "", cards: "" });

/** What the script says happens: each with a time on the sheet, or it did not happen. */
export type Planned = { key: string; act: ActView; of: string | null; minute: number | null; title: string; text: string };

/** An exercise held on paper, while its sheets are typed in: kept on this machine until it is taken into the plan. */
export class PaperRun {
  kept = $state<Kept>(empty());
  #call: typeof Call;
  #key: string;
  scenario: string;

  constructor(call: typeof Call, plan: string, scenario: string) {
    this.#call = call;
    this.scenario = scenario;
    this.#key = keyOf(plan, scenario);
    try {
      this.kept = { ...empty(), ...(JSON.parse(remembered(localStorage, this.#key) ?? "{}") as Partial<Kept>) };
    } catch {
      // What cannot be read is as if nothing had been typed.
    }
  }

  /** Whether anything stands in it. */
  typed = $derived(Object.values(this.kept.times).some(Boolean) || this.kept.lines.length > 0);

  keep() {
    remember(localStorage, this.#key, JSON.stringify(this.kept));
  }

  /** One more line, at the time of the last. */
  add(act: ActView) {
    const at = this.kept.lines.at(-1)?.at ?? "";
    this.kept.lines.push({ at, act, of: null, text: "", role: "", basis: "", told: "" });
    this.keep();
  }

  remove(nth: number) {
    this.kept.lines.splice(nth, 1);
    this.keep();
  }

  forget() {
    remember(localStorage, this.#key, null);
    this.kept = empty();
  }

  /** Says whether it would be taken, before anybody is asked. */
  async look(planned: Planned[]) {
    await this.#call("look_at_sheets", this.#sheets(planned));
  }

  /** Takes it into the plan; what was typed is forgotten only then. */
  async take(planned: Planned[]) {
    const acted = await this.#call("take_sheets", this.#sheets(planned));
    this.forget();
    return acted;
  }

  #sheets(planned: Planned[]): Contract["take_sheets"]["request"] {
    const bare = { text: "", role: "", basis: "", told: "" };
    const { held_on, place, hits, times, people, cards } = $state.snapshot(this.kept);
    const told = planned.map((one) => ({ ...bare, at: times[one.key] ?? "", act: one.act, of: one.of }));
    // Counts have no time of their own: the core puts them at the end.
    const counted = ([["people", people], ["cards", cards]] as const).filter(([, text]) => text !== "");
    const counts = counted.map(([act, text]) => ({ ...bare, at: "", act, of: null, text }));
    return { scenario: this.scenario, held_on, place, hits, lines: [...told, ...$state.snapshot(this.kept.lines), ...counts] };
  }
}

/** Whether sheets of a scenario are half typed on this machine. */
export const halfTyped = (plan: string, scenario: string) => remembered(localStorage, keyOf(plan, scenario)) !== null;

const keyOf = (plan: string, scenario: string) => `paper-run/${plan}/${scenario}`;

/** What stands on the clock sheet, in the order of the script. */
export function plannedOf(script: ScriptView, titles: { begin: string; play: string; review: string; end: string }): Planned[] {
  const own = (act: "begin" | "play" | "review" | "end"): Planned => ({ key: act, act, of: null, minute: null, title: titles[act], text: "" });
  const cards = script.cards.map((card): Planned => ({ key: `tell/${card.id}`, act: "tell", of: card.id, minute: card.reserve ? null : card.minute, title: card.sender, text: card.text }));
  const jumps = script.modules.slice(1).map((one): Planned => ({ key: `jump/${one.id}`, act: "jump", of: one.id, minute: one.minute, title: one.title, text: one.jump }));
  const timed = [...cards, ...jumps].filter((one) => one.minute !== null).sort((one, other) => (one.minute ?? 0) - (other.minute ?? 0) || (one.act === "jump" ? -1 : 1));
  return [own("begin"), own("play"), ...timed, ...cards.filter((one) => one.minute === null), own("review"), own("end")];
}
