import { listen } from "@tauri-apps/api/event";
import type { Ref } from "./contract";

export type ChangedEvent = { seq: number; changed: Ref[] };

/** Told of every change, whichever window made it. Returns how to stop listening. */
export function onChanged(told: (event: ChangedEvent) => void): Promise<() => void> {
  return listen<ChangedEvent>("changed", (event) => told(event.payload));
}
