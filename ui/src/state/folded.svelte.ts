import { remember, remembered } from "./remembered";

const FOLDED = "sonae.folded";

/** Which groups of which forms a person folded away; they stay folded. */
export class Folded {
  #keys = $state.raw(kept());

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  set(key: string, folded: boolean) {
    if (folded === this.has(key)) return;
    // Another form may have folded something since.
    const others = kept().filter((one) => one !== key);
    this.#keys = folded ? [...others, key] : others;
    remember(localStorage, FOLDED, JSON.stringify(this.#keys));
  }
}

function kept(): string[] {
  try {
    const keys: unknown = JSON.parse(remembered(localStorage, FOLDED) ?? "[]");
    return Array.isArray(keys) ? keys.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}
