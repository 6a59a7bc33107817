/** What every test of the whole window does: start it, go somewhere, look, see what was sent. */
import { render, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import App from "../src/App.svelte";
import { heard } from "./fake";

export const find = (selector: string) => document.querySelector<HTMLElement>(selector);
export const sent = (name: string) => heard.filter((one) => one.name === name).map((one) => one.request);

/** Waits until it is there. */
export async function at(selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = find(selector);
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  });
}

/** Starts the window and goes to a place of the rail. */
export async function open(place: string): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  render(App);
  await user.click(await at(`.rail [data-go="${place}"]`));
  await at(`[data-go="${place}"][aria-current="page"]`);
  return user;
}
