import { composes } from "./state/step";

type Steps = { undo: () => unknown; redo: () => unknown; dirty: () => boolean };

/**
 * Ctrl+Z takes the last step of the plan back, Ctrl+Shift+Z and Ctrl+Y bring
 * it again. While a field holds unsaved text the keys are the field's own.
 */
export function shortcuts({ undo, redo, dirty }: Steps): (event: KeyboardEvent) => void {
  return (event) => {
    if (composes(event) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const act = key === "z" ? (event.shiftKey ? redo : undo) : key === "y" && !event.shiftKey ? redo : null;
    if (!act || document.querySelector("dialog[open]")) return;
    const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (field && dirty()) return;
    event.preventDefault();
    void act();
  };
}
