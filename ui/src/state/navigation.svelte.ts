import type { PreviewRequest } from "../backend/contract";
import type { Where } from "./where";
import { TABS, type Place, type Screen } from "./places";
import { remember, remembered } from "./remembered";

const PLACE = "sonae.place";
const PREVIEW = "sonae.preview";
const HELP = "sonae.help";
const WHOLE = "sonae.preview.whole";
/** Narrower than this, a page beside the form leaves no room for it. */
const WIDE = 1500;
/** So many places can be gone back to. */
const TRAIL = 100;

/** What a preview is about; whether whole pages are shown is the pane's own matter. */
export type Subject = Pick<PreviewRequest, "kind" | "id">;

type Visit = { place: Place; left: Where | null };

/** Which screen is shown. Nothing that is not stored yet is left behind. */
export class Navigation {
  at = $state.raw<Place>({ screen: "start" });
  /** What the preview pane shows. */
  preview = $state.raw<Subject | null>(null);
  previewOpen = $state(asRemembered());
  /** Whether what a screen is for is shown whole. */
  helpOpen = $state(remembered(localStorage, HELP) === "open");
  /** Somewhere else was asked for, but something could not be saved. */
  blocked = $state(false);
  /** How to close without what could not be saved; only after closing was refused. */
  giveUp = $state.raw<(() => unknown) | null>(null);
  /** Where to be on the screen that was come back to; a new one each time. */
  returned = $state.raw<Where | null>(null);
  #places = new Map<Screen, Place>();
  #trail = $state.raw<Visit[]>([]);
  #nth = $state(0);
  #settle: () => Promise<boolean>;
  #here: () => Where | null;

  constructor(settle: () => Promise<boolean>, here: () => Where | null = () => null) {
    this.#settle = settle;
    this.#here = here;
  }

  canBack = $derived(this.#nth > 0);
  canForward = $derived(this.#nth < this.#trail.length - 1);

  /** Waits for the drafts; says no and shows why when one could not be saved. */
  async settled(): Promise<boolean> {
    this.blocked = !(await this.#settle());
    this.giveUp = null;
    return !this.blocked;
  }

  async go(to: Place): Promise<boolean> {
    if (!(await this.settled())) return false;
    this.#leave();
    this.#show(to);
    if (JSON.stringify(to) !== JSON.stringify(this.#trail[this.#nth]?.place)) {
      this.#trail = [...this.#trail.slice(0, this.#nth + 1), { place: to, left: null }].slice(-TRAIL);
      this.#nth = this.#trail.length - 1;
    }
    return true;
  }

  /** To the place before, as it was left; 1 is forward again. */
  async turn(by: -1 | 1): Promise<boolean> {
    const visit = this.#trail[this.#nth + by];
    if (!visit || !(await this.settled())) return false;
    this.#leave();
    this.#nth += by;
    this.#show(visit.place);
    this.returned = visit.left ?? { scrolled: {}, focus: "" };
    return true;
  }

  /** What one was looking at is kept with the place that is left. */
  #leave() {
    const left = this.#here();
    this.#trail = this.#trail.map((visit, nth) => (nth === this.#nth ? { ...visit, left } : visit));
  }

  /** The rail: back to where one was on that screen. */
  reopen(screen: Screen): Promise<boolean> {
    return this.go(this.#places.get(screen) ?? { screen });
  }

  /** After a plan was opened: where this session was, or its first screen. */
  begin() {
    this.#places.clear();
    this.#show(lastPlace() ?? { screen: "overview" });
    this.#trail = [{ place: this.at, left: null }];
    this.#nth = 0;
  }

  /** Back to the start screen, once the plan is closed. */
  end() {
    this.#places.clear();
    this.#trail = [];
    this.#nth = 0;
    this.at = { screen: "start" };
    this.preview = null;
    this.blocked = false;
    this.giveUp = null;
    remember(sessionStorage, PLACE, null);
  }

  get tab(): string {
    return this.at.tab ?? TABS[this.at.screen]?.[0] ?? "";
  }

  /** A wide page to read on; narrow again leaves room for the form. */
  previewWide = $state(remembered(localStorage, WHOLE) === "whole");

  widenPreview() {
    this.previewWide = !this.previewWide;
    remember(localStorage, WHOLE, this.previewWide ? "whole" : null);
  }

  togglePreview() {
    this.previewOpen = !this.previewOpen;
    remember(localStorage, PREVIEW, this.previewOpen ? "open" : "closed");
  }

  /** A page of the paper, wide beside what is shown. */
  showPage(label: string) {
    this.preview = { kind: "page", id: label };
    this.previewOpen = true;
    this.previewWide = true;
  }

  toggleHelp() {
    this.helpOpen = !this.helpOpen;
    remember(localStorage, HELP, this.helpOpen ? "open" : "closed");
  }

  #show(place: Place) {
    const before = `${this.at.screen} ${this.tab}`;
    this.at = place;
    // On the same screen the page stays until another one is asked for: nobody asks again for the one shown.
    if (before !== `${this.at.screen} ${this.tab}`) this.preview = null;
    this.#places.set(place.screen, place);
    remember(sessionStorage, PLACE, JSON.stringify(place));
  }
}

/** As it was left; before that, open where there is room. */
function asRemembered(): boolean {
  const kept = remembered(localStorage, PREVIEW);
  return kept === null ? globalThis.innerWidth >= WIDE : kept === "open";
}

function lastPlace(): Place | null {
  try {
    return JSON.parse(remembered(sessionStorage, PLACE) ?? "null") as Place | null;
  } catch {
    return null;
  }
}
