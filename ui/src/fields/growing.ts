import type { Attachment } from "svelte/attachments";

/** A text area as high as its text. Runs again when `text` changes, whoever changed it. */
export function growing(text: () => string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    text();
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };
}
