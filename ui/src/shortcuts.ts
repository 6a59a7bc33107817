import { composes } from "./state/step";

type Steps = { undo: () => unknown; redo: () => unknown; dirty: () => boolean; turn: (by: -1 | 1) => unknown; search: () => unknown };

/**
 * Ctrl+Z takes the last step of the plan back, Ctrl+Shift+Z and Ctrl+Y bring
 * it again. While a field holds unsaved text the keys are the field's own.
 * Alt with an arrow goes back and forward, Ctrl+K and Ctrl+F search.
 */
export function shortcuts({ undo, redo, dirty, turn, search }: Steps): (event: KeyboardEvent) => void {
  return (event) => {
    if (composes(event) || document.querySelector("dialog[open]")) return;
    const act = event.altKey ? turned(event) : event.ctrlKey || event.metaKey ? stepped(event) : null;
    if (!act) return;
    event.preventDefault();
    void act();
  };

  function turned({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent) {
    if (ctrlKey || metaKey || shiftKey) return null;
    return key === "ArrowLeft" ? () => turn(-1) : key === "ArrowRight" ? () => turn(1) : null;
  }

  function stepped(event: KeyboardEvent) {
    const key = event.key.toLowerCase();
    if ((key === "k" || key === "f") && !event.shiftKey) return search;
    const act = key === "z" ? (event.shiftKey ? redo : undo) : key === "y" && !event.shiftKey ? redo : null;
    const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    return field && dirty() ? null : act;
  }
}
