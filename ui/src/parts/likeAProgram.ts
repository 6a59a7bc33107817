/** Whether one types there, or marked some text to copy. */
const onText = (target: EventTarget | null) =>
  (target instanceof Element && target.closest("input, textarea") !== null) || (getSelection()?.toString() ?? "") !== "";

/** The browser's own menu (Back, Reload …) has no place here; where one types or marked a text it copies and pastes. */
export function noBrowserMenu(event: MouseEvent) {
  if (!onText(event.target)) event.preventDefault();
}

/** Ctrl+A outside a field marks no whole window. */
export function noWholeWindow(event: KeyboardEvent) {
  const all = event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey);
  if (all && !(event.target instanceof Element && event.target.closest("input, textarea"))) event.preventDefault();
}
