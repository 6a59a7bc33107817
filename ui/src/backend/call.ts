import { invoke } from "@tauri-apps/api/core";
import type { Contract } from "./contract";

/** Any command of the contract, by name. Rejects with a `Fault`. */
export function call<K extends keyof Contract>(name: K, request: Contract[K]["request"]): Promise<Contract[K]["reply"]> {
  return invoke("call", { name, request });
}
