import type { Attachment } from "svelte/attachments";
import type { Draft } from "../state/draft.svelte";

/**
 * Binds typing in a text field to a draft.
 *
 * While an input method composes nothing is sent: both `isComposing` and key
 * code 229 tell, because not every engine sends every event. A key 229 outside
 * a composition holds the draft only until that key comes up. `held` turns what
 * the field holds into what the draft holds.
 */
export function typing(draft: Draft, held = (text: string) => text): Attachment<HTMLInputElement | HTMLTextAreaElement> {
  return (field) => {
    let open = false;
    const heard: Record<string, (event: Event) => void> = {
      focus: () => draft.focus(),
      compositionstart: () => {
        open = true;
        draft.composing();
      },
      compositionend: () => {
        open = false;
        draft.composed(held(field.value));
      },
      keydown: (event) => {
        const key = event as KeyboardEvent;
        if (key.isComposing || key.keyCode === 229) draft.composing();
      },
      keyup: (event) => {
        if (!open && !(event as KeyboardEvent).isComposing) draft.composed(held(field.value));
      },
      input: (event) => {
        if ((event as InputEvent).isComposing) draft.composing();
        draft.input(held(field.value));
      },
      blur: () => {
        open = false;
        void draft.leave(held(field.value));
      },
    };
    for (const [name, listener] of Object.entries(heard)) field.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(heard)) field.removeEventListener(name, listener);
    };
  };
}
