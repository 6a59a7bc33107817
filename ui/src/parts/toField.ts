import { tick } from "svelte";

/** Puts the focus on a field of the form that has just come on screen. */
export async function toField(name: string) {
  await tick();
  const field = document.querySelector<HTMLElement>(`[data-field="${name}"]`);
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}
