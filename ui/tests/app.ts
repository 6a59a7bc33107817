/** What every test of the whole window does: start it, go somewhere, look. */
import { render, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect } from "vitest";
import App from "../src/App.svelte";

export type User = ReturnType<typeof userEvent.setup>;

export const find = (selector: string) => document.querySelector<HTMLElement>(selector);
export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
export const values = (selector: string) => [...document.querySelectorAll<HTMLInputElement>(selector)].map((one) => one.value);

/** Waits until it is there. */
export async function at(selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = find(selector);
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  });
}

/** Starts the window. */
export function start(): User {
  const user = userEvent.setup();
  render(App);
  return user;
}

/** Starts the window and goes to a place of the rail, and to a tab there. */
export async function open(place: string, tab = ""): Promise<User> {
  const user = start();
  await user.click(await at(`.rail [data-go="${place}"]`));
  await at(`[data-go="${place}"][aria-current="page"]`);
  if (tab) await showTab(user, tab);
  return user;
}

/** Shows a tab; many stand in groups, and that of the tab is opened first. */
export async function showTab(user: User, tab: string) {
  await at("[data-tab]");
  for (const group of all("[data-group]")) {
    if (find(`[data-tab="${tab}"]`)) break;
    await user.click(group);
    await waitFor(() => expect(group).toHaveAttribute("aria-pressed", "true"));
  }
  await user.click(await at(`[data-tab="${tab}"]`));
}

/** Opens a row of the list that is shown. */
export async function openRow(user: User, id: string) {
  await user.click(await at(`[data-row][data-id="${id}"]`));
}

/** What is on the screen has no accessibility fault. Colours are looked at in the real window. */
export async function clean(what = "") {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect([what, ...violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)]).toEqual([what]);
}
