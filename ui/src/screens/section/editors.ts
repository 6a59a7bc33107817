import type { Draft } from "../../state/draft.svelte";
import type { TokenBook } from "../../state/nodes";
import type { SectionEditor } from "../../state/section.svelte";

const known = new WeakMap<Draft, SectionEditor>();
const books = new WeakMap<SectionEditor, TokenBook>();

/** A draft that could not be saved keeps its editor, so that coming back finds what was typed. */
export const editors = {
  of(draft: Draft, fresh: SectionEditor, book: TokenBook): SectionEditor {
    const editor = known.get(draft) ?? fresh;
    editor.draft = draft;
    known.set(draft, editor);
    if (editor === fresh) books.set(editor, book);
    return editor;
  },
  book: (editor: SectionEditor) => books.get(editor),
};
