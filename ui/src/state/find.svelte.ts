import type { call as Call } from "../backend/call";
import type { FoundGroup, HitView, PageFound } from "../backend/contract";
import { Newest } from "./newest.svelte";

/** Pages are laid before they are searched: they are asked for when nobody types. */
const PAUSE = 250;

/** One line of what was found. */
export type Line =
  | { sort: "hit"; group: string; hit: HitView; key: string }
  | { sort: "screen"; group: "screens"; id: string; key: string }
  | { sort: "page"; group: "pages"; page: PageFound; key: string };

/** The search over everything: what is asked, what was found, which line is chosen. */
export class Find {
  words = $state("");
  open = $state(false);
  /** The chosen line, counted through all groups. */
  at = $state(0);
  /** Where the focus goes when nothing was chosen. */
  #before: HTMLElement | null = null;
  #call: typeof Call;
  #screens: Record<string, string> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether what was asked last was answered. */
  #asking: Promise<boolean> = Promise.resolve(true);
  #found = new Newest(() => this.#call("find", this.#request()));
  #pages = new Newest(() => this.#call("find_pages", { words: this.words, screens: {} }));

  constructor(call: typeof Call) {
    this.#call = call;
  }

  groups: FoundGroup[] = $derived.by(() => (this.words.trim() ? (this.#found.value?.groups ?? []) : []));
  screens: string[] = $derived.by(() => (this.words.trim() ? (this.#found.value?.screens ?? []) : []));
  pages: PageFound[] = $derived.by(() => (this.words.trim() ? (this.#pages.value?.pages ?? []) : []));

  lines: Line[] = $derived.by(() => [
    ...this.groups.flatMap((group) =>
      group.hits.map((hit, nth): Line => ({ sort: "hit", group: group.id, hit, key: `${group.id}-${nth}` })),
    ),
    ...this.screens.map((id): Line => ({ sort: "screen", group: "screens", id, key: `screens-${id.replaceAll("/", "-")}` })),
    ...this.pages.map((page): Line => ({ sort: "page", group: "pages", page, key: `pages-${page.label}` })),
  ]);

  get chosen(): Line | undefined {
    return this.lines[this.at];
  }

  /** The chosen line of what was typed last: who types fast and presses Enter means the new words. */
  async answered(): Promise<Line | undefined> {
    let known: boolean;
    let asked: Promise<boolean>;
    do {
      asked = this.#asking;
      known = await asked;
    } while (asked !== this.#asking);
    return known ? this.chosen : undefined;
  }

  /** Ctrl+K from anywhere. */
  begin() {
    const field = document.querySelector<HTMLInputElement>("[data-find]");
    if (document.activeElement !== field) this.#before = document.activeElement as HTMLElement | null;
    field?.focus();
    field?.select();
  }

  /** The same words, asked of everything. */
  async ask(words: string, screens: Record<string, string>) {
    this.begin();
    await this.type(words, screens);
  }

  /** Something was typed; `screens` are the places of the window by what they are called. */
  async type(words: string, screens: Record<string, string>) {
    // Pages come late: those of other words would be taken for the answer.
    if (words !== this.words) this.#pages.forget();
    this.words = words;
    this.open = true;
    this.at = 0;
    this.#screens = screens;
    clearTimeout(this.#timer);
    if (!words.trim()) return;
    this.#timer = setTimeout(() => void this.#pages.refresh().catch(() => null), PAUSE);
    const asked = this.#found.refresh();
    this.#asking = asked.then(() => true, () => false);
    await asked;
  }

  step(by: number) {
    const count = this.lines.length;
    if (count > 0) this.at = (this.at + by + count) % count;
  }

  /** Closed without a choice: back to where one was. */
  leave() {
    this.close();
    if (this.#before?.isConnected) this.#before.focus();
  }

  close() {
    this.open = false;
  }

  /** Another plan: nothing that was found is in it. */
  forget() {
    clearTimeout(this.#timer);
    this.words = "";
    this.open = false;
    this.#found.forget();
    this.#pages.forget();
  }

  #request() {
    return { words: this.words, screens: this.#screens };
  }
}
