/** Which long lists a person asked to see whole; forgotten with the plan. Who comes back finds them as they were. */
export class Unfolded {
  #keys = $state.raw<string[]>([]);

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  set(key: string, open: boolean) {
    if (open === this.has(key)) return;
    this.#keys = open ? [...this.#keys, key] : this.#keys.filter((one) => one !== key);
  }

  forget() {
    this.#keys = [];
  }
}
