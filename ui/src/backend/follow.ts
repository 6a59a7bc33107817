import { Channel, invoke } from "@tauri-apps/api/core";
import type { News } from "./contract";

/** From now on `told` hears of every change, whichever window made it. Returns how to stop. */
export async function follow(told: (news: News) => void): Promise<() => void> {
  const channel = new Channel<News>(told);
  await invoke("follow", { channel });
  return () => (channel.onmessage = () => undefined);
}
