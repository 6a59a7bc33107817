import type { PreviewRequest } from "../backend/contract";
import { TABS, type Place, type Screen } from "./places";
import { remember, remembered } from "./remembered";

const PLACE = "sonae.place";
const PREVIEW = "sonae.preview";

/** Which screen is shown. Nothing that is not stored yet is left behind. */
export class Navigation {
  at = $state.raw<Place>({ screen: "start" });
  /** What the preview pane shows. */
  preview = $state.raw<PreviewRequest | null>(null);
  previewOpen = $state(remembered(localStorage, PREVIEW) !== "closed");
  /** Somewhere else was asked for, but something could not be saved. */
  blocked = $state(false);
  /** How to close without what could not be saved; only after closing was refused. */
  giveUp = $state.raw<(() => unknown) | null>(null);
  #places = new Map<Screen, Place>();
  #settle: () => Promise<boolean>;

  constructor(settle: () => Promise<boolean>) {
    this.#settle = settle;
  }

  /** Waits for the drafts; says no and shows why when one could not be saved. */
  async settled(): Promise<boolean> {
    this.blocked = !(await this.#settle());
    this.giveUp = null;
    return !this.blocked;
  }

  async go(to: Place): Promise<boolean> {
    if (!(await this.settled())) return false;
    this.#show(to);
    return true;
  }

  /** The rail: back to where one was on that screen. */
  reopen(screen: Screen): Promise<boolean> {
    return this.go(this.#places.get(screen) ?? { screen });
  }

  /** After a plan was opened: where this session was, or its first screen. */
  begin() {
    this.#places.clear();
    this.#show(lastPlace() ?? { screen: "overview" });
  }

  /** Back to the start screen, once the plan is closed. */
  end() {
    this.#places.clear();
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
  previewWide = $state(false);

  togglePreview() {
    this.previewOpen = !this.previewOpen;
    remember(localStorage, PREVIEW, this.previewOpen ? "open" : "closed");
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

function lastPlace(): Place | null {
  try {
    return JSON.parse(remembered(sessionStorage, PLACE) ?? "null") as Place | null;
  } catch {
    return null;
  }
}
