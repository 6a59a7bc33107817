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

/** Opens the window of the room, or brings it back. */
export function openRoom(): Promise<void> {
  return invoke("open_room");
}

export type RoomState = "shown" | "hidden" | "gone";

/** Whether it is there to be seen; hidden, it made room for the main window on the only screen. */
export function roomState(): Promise<RoomState> {
  return invoke("room_state");
}

/** The main window and the room's change places. */
export function swapScreens(): Promise<void> {
  return invoke("swap_screens");
}
