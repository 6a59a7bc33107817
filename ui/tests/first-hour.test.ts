import { render, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, it, vi } from "vitest";
import App from "../src/App.svelte";
import { heard, reset, rows } from "./fake";

vi.mock("../src/backend/call", async () => ({ call: (await import("./fake")).call }));
vi.mock("../src/backend/close", () => ({ onClosing: async () => () => undefined, closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({ startFile: async () => null, pickFile: async () => "/x.sonae", showInFolder: async () => true }));
vi.mock("../src/backend/preview", () => ({ preview: async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" }) }));

type User = ReturnType<typeof userEvent.setup>;

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const sent = (name: string) => heard.filter((one) => one.name === name).map((one) => one.request);
const heading = () => find("h1")?.textContent;

async function at(selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = find(selector);
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  });
}

/** Tab until the focus is there. */
async function tabTo(user: User, selector: string) {
  for (let left = 40; left > 0; left -= 1) {
    await user.tab();
    if (document.activeElement?.matches(selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

async function begin(): Promise<User> {
  const user = userEvent.setup();
  render(App);
  (await at('[data-do="first-hour"]')).focus();
  await user.keyboard("{Enter}");
  await at('[data-go="hour-facility"]');
  return user;
}

beforeEach(() => {
  reset();
  sessionStorage.clear();
});

it("the whole way by keyboard: a field, a tick, the next question, an entry, the summary, the print screen", async () => {
  const user = await begin();
  await waitFor(() => expect(find("h1")).toHaveFocus());
  expect(heading()).toBe("asked-facility");
  await user.tab();
  expect(document.activeElement).toHaveAttribute("data-field", "facility.phone");
  await user.keyboard("123{Enter}");
  await tabTo(user, "[data-tick]");
  await user.keyboard(" ");
  await waitFor(() => expect(sent("tick")).toHaveLength(1));
  expect(document.activeElement).toHaveAttribute("data-tick");
  await tabTo(user, '[data-do="hour-next"]');
  await user.keyboard("{Enter}");
  await waitFor(() => expect(heading()).toBe("asked-night"));
  expect(find("h1")).toHaveFocus();
  expect(sent("set_field")[0]).toMatchObject({ kind: "facility", field: "phone", value: "123" });
  expect(sent("leave_question")).toEqual([{ question: "facility", later: false }]);

  await user.tab();
  expect(document.activeElement).toHaveAttribute("data-do", "tick-roles/duty");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(find('[data-entry="roles/duty"] [data-field="roles.phone"]')).toHaveFocus());
  await user.keyboard("9");
  await tabTo(user, '[data-do="hour-later"]');
  await user.keyboard("{Enter}");
  await at('[data-do="hour-print"]');
  expect(find("h1")).toHaveFocus();
  expect(sent("set_field").at(-1)).toMatchObject({ kind: "roles", id: "duty", field: "phone", value: "9" });
  expect(sent("leave_question")[1]).toEqual({ question: "night", later: true });

  await tabTo(user, '[data-do="hour-print"]');
  await user.keyboard("{Enter}");
  expect(await at('[data-field="print.document"][value="minimum"]')).toBeChecked();
  await user.click(await at('[data-do="print"]'));
  await at("[data-printed]");
  expect(sent("print")[0]).toMatchObject({ document: "minimum", copy: "hq" });
});

it("one more row begins with what makes it belong to the question", async () => {
  rows.departments = [];
  const user = await begin();
  await user.click(await at('[data-go="hour-night"]'));
  await user.click(await at('[data-do="add-departments"]'));
  await waitFor(() => expect(sent("add_record")[0]).toEqual({ kind: "departments", values: { name: "new" } }));
});

it("two presses of the button leave one question", async () => {
  const user = await begin();
  await user.dblClick(await at('[data-do="hour-next"]'));
  await waitFor(() => expect(heading()).toBe("asked-night"));
  expect(sent("leave_question")).toHaveLength(1);
});

it("a question that was put off says so and leads on without losing its mark", async () => {
  const user = await begin();
  await user.click(await at('[data-do="hour-later"]'));
  await waitFor(() => expect(heading()).toBe("asked-night"));
  await user.click(await at('[data-do="hour-previous"]'));
  await at('[data-do="hour-not-later"]');
  await user.click(await at('[data-do="hour-next"]'));
  await waitFor(() => expect(heading()).toBe("asked-night"));
  expect(sent("leave_question")).toEqual([{ question: "facility", later: true }]);
});

it("first hour, summary and next sitting have no accessibility fault", async () => {
  const user = await begin();
  const look = async (place: string) => {
    await new Promise((done) => setTimeout(done, 30));
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect([place, ...violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)]).toEqual([place]);
  };
  await look("question");
  await user.click(await at('[data-go="hour-night"]'));
  await look("entries");
  await user.click(await at('[data-go="hour-done"]'));
  await at('[data-do="hour-print"]');
  await look("summary");
  await user.click(await at('[data-go="overview"]'));
  await user.click(await at('[data-tab="agenda"]'));
  expect(await at('[data-do="print-questions"]')).toBeDisabled();
  await look("agenda");
});

it("a sitting remembers how long it was", async () => {
  const user = userEvent.setup();
  render(App);
  await user.click(await at('[data-tab="agenda"]'));
  expect(await at('[data-field="agenda.minutes"][value="90"]')).toBeChecked();
  await user.click(await at('[data-field="agenda.minutes"][value="30"]'));
  await waitFor(() => expect(sent("agenda").at(-1)).toEqual({ minutes: 30 }));
  await user.click(await at('[data-tab="now"]'));
  await user.click(await at('[data-tab="agenda"]'));
  expect(await at('[data-field="agenda.minutes"][value="30"]')).toBeChecked();
});
