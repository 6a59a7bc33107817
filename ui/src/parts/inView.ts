import type { Attachment } from "svelte/attachments";

/** Keeps the chosen entry of a long list in sight. */
export function inView(chosen: boolean): Attachment<HTMLElement> {
  return (entry) => {
    if (chosen) entry.scrollIntoView?.({ block: "nearest" });
  };
}
