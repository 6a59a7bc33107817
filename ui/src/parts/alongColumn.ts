import { composes } from "../state/step";

const CELLS = 'td, [role="cell"]';
/** What is typed in one line; in a longer text and in a list of choices these keys have their own meaning. */
const LINE = 'input:not([type="radio"], [type="checkbox"])';

/** In a table one types in, Enter and the arrows up and down go along the column, past lines without the field. */
export function alongColumn(event: KeyboardEvent) {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || composes(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  const field = event.target;
  if (!(field instanceof HTMLElement) || !field.matches(LINE)) return;
  let row: Element | null | undefined = field.closest('tr, [role="row"]');
  const at = [...(row?.querySelectorAll(CELLS) ?? [])].findIndex((cell) => cell.contains(field));
  while (row) {
    row = by > 0 ? row.nextElementSibling : row.previousElementSibling;
    const next = row?.querySelectorAll(CELLS)[at]?.querySelector<HTMLElement>(LINE);
    if (!next) continue;
    event.preventDefault();
    next.focus();
    // As Tab does: what is typed next takes the place of what stood there.
    if (next instanceof HTMLInputElement) next.select();
    return;
  }
}
