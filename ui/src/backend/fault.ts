import { unexpected } from "../text/faults";
import type { Fault } from "./contract";

/** What a rejected promise carries, as a fault: the core's own, or one that says that something else broke. */
export function asFault(error: unknown): Fault {
  if (isFault(error)) return error;
  return { code: "unexpected", ...unexpected(error instanceof Error ? error.message : String(error)) };
}

function isFault(error: unknown): error is Fault {
  return typeof error === "object" && error !== null && "code" in error && "happened" in error;
}
