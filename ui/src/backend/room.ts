import { invoke } from "@tauri-apps/api/core";
import type { RoomView } from "./contract";

/** What the room sees: all its window may ask for. */
export const seeRoom = (): Promise<RoomView> => invoke("see_room");
/** What may be done in the room itself: the stop word, and the wall dark or lit. */
export const actInRoom = (act: "stop" | "blank" | "show"): Promise<void> => invoke("room_act", { act });
/** From the room's window back to the main one. */
export const leaveRoom = (): Promise<void> => invoke("leave_room");
