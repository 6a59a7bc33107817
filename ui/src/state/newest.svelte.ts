/** Something loaded again and again: only the newest answer counts. */
export class Newest<T> {
  value = $state.raw<T | null>(null);
  #load: () => Promise<T>;
  #asked = 0;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  async refresh(): Promise<T | null> {
    const mine = ++this.#asked;
    const value = await this.#load();
    if (mine !== this.#asked) return null;
    this.value = value;
    return value;
  }

  /** Nothing is known, and no answer that is still under way counts. */
  forget() {
    this.#asked += 1;
    this.value = null;
  }
}
