import type { Attachment } from "svelte/attachments";

/** A text area as high as its text. Runs again when `text` or its width changes, whoever changed it. */
export function growing(text: () => string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    text();
    let width = 0;
    const grow = () => {
      width = area.clientWidth;
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    };
    grow();
    if (typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => area.clientWidth !== width && grow());
    watch.observe(area);
    return () => watch.disconnect();
  };
}
