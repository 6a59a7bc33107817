/** F1: what the words at the field in focus mean, one after the other. */
export function explain(event: KeyboardEvent) {
  if (event.key !== "F1" || event.ctrlKey || event.altKey || event.metaKey) return;
  const field = document.activeElement?.closest(".field, .cell, .page-head, .detail") ?? document.querySelector(".page-head");
  const words = [...(field?.querySelectorAll<HTMLElement>(".term") ?? [])];
  if (words.length === 0) return;
  event.preventDefault();
  const shown = words.findIndex((word) => word.getAttribute("aria-expanded") === "true");
  words[(shown + 1) % words.length]?.click();
}
