import { invoke } from "@tauri-apps/api/core";
import type { Rights } from "./contract";

/** What this window may do. The core refuses the rest, whatever is shown. */
export function windowRights(): Promise<Rights> {
  return invoke("window_rights");
}

/** Opens the window that only looks, or brings it to the front. */
export function openLook(): Promise<void> {
  return invoke("open_look");
}
