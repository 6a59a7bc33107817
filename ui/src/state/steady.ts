/** The rows as they stood when first seen, new ones at the end: nobody's field moves because a name was written. */
export class AsSeen {
  #ids: string[] = [];

  of<T extends { id: string }>(rows: T[]): T[] {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const fresh = rows.map((row) => row.id).filter((id) => !this.#ids.includes(id));
    this.#ids = [...this.#ids.filter((id) => byId.has(id)), ...fresh];
    return this.#ids.flatMap((id) => byId.get(id) ?? []);
  }
}

/** The order of a list while one of its rows is open: as it was when it was opened, new rows where they belong. */
export class Steady {
  #open: string | undefined;
  #ids: string[] = [];

  of<T extends { id: string }>(rows: T[], open: string | undefined): T[] {
    const there = new Set(rows.map((row) => row.id));
    const same = open !== undefined && open === this.#open && this.#ids.length === rows.length && this.#ids.every((id) => there.has(id));
    if (!same) {
      this.#open = open;
      this.#ids = rows.map((row) => row.id);
      return rows;
    }
    const byId = new Map(rows.map((row) => [row.id, row]));
    return this.#ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Somebody moved a row: the order is the list's again. */
  forget() {
    this.#open = undefined;
  }
}
