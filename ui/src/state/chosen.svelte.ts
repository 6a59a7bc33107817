import { remember, remembered } from "./remembered";

/** What was ticked on a screen that only tries something out; kept while the program runs. */
export class Chosen {
  ids = $state.raw<string[]>([]);
  #key: string;

  constructor(key: string) {
    this.#key = key;
    this.ids = read(key);
  }

  has = (id: string): boolean => this.ids.includes(id);

  toggle = (id: string, on: boolean) => this.set(on ? [...this.ids.filter((one) => one !== id), id] : this.ids.filter((one) => one !== id));

  set(ids: string[]) {
    this.ids = ids;
    remember(sessionStorage, this.#key, ids.length > 0 ? JSON.stringify(ids) : null);
  }
}

function read(key: string): string[] {
  try {
    return JSON.parse(remembered(sessionStorage, key) ?? "[]") as string[];
  } catch {
    return [];
  }
}
