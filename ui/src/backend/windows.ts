import { invoke } from "@tauri-apps/api/core";
import type { Rights } from "./contract";

/** What this window may do. The core refuses the rest, whatever is shown. */
export function windowRights(): Promise<Rights> {
  return invoke("window_rights");
}
