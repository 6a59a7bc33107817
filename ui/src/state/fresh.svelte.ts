import { untrack } from "svelte";
import { notes, plan } from "./app";

/**
 * Asks for a reply at first, and again when something changed that it was read from, when `more` is not the same, and
 * when another plan is open. A reply that does not say what it was read from was read from everything.
 */
export function keepFresh(reply: () => { reads?: string[] } | null, ask: () => Promise<unknown>, more: () => unknown = () => "") {
  /** What changed before it was first asked for is in the first reply. */
  let begun = { openings: -1, seq: 0 };
  const newest = $derived.by(() => {
    const openings = plan.openings;
    if (openings !== begun.openings) begun = { openings, seq: untrack(() => plan.seq) };
    return `${openings}/${Math.max(begun.seq, plan.newest(untrack(reply)?.reads))}`;
  });
  const further = $derived(more());
  $effect(() => {
    void [newest, further];
    untrack(() => void notes.try(ask));
  });
}
