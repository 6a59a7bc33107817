import { invoke } from "@tauri-apps/api/core";
import type { PreviewRequest } from "./contract";

/** The pages on which something prints, as a PDF. Rejects with `cancelled` when a newer one was asked for. */
export async function preview(request: PreviewRequest): Promise<Uint8Array> {
  return new Uint8Array(await invoke<ArrayBuffer>("preview", { request }));
}
