import type { Rights } from "../backend/contract";

/** What this window may do; nothing before the shell has said so. */
export class May {
  #rights = $state.raw<Rights>({ look: false, edit: false, files: false, room: false });

  take(rights: Rights) {
    this.#rights = rights;
  }

  get edit(): boolean {
    return this.#rights.edit;
  }

  /** Files and folders, printing, and which plan is open. */
  get files(): boolean {
    return this.#rights.files;
  }
}
