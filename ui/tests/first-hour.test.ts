import { waitFor } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import { pickFile } from "../src/backend/dialogs";
import { at, clean, find, start, type User } from "./app";
import { ask, file, row, rows, scene, sent } from "./core";

scene();

const heading = () => find("h1")?.textContent.trim();
/** The questions, as the core asks them. */
const questions = async () => (await ask("first_hour", {})).questions;
const asked = async (id: string) => (await questions()).find((one) => one.id === id)?.asked;
const standing = async (id: string) => (await questions()).find((one) => one.id === id)?.standing;

/** Tab until the focus is there. */
async function tabTo(user: User, selector: string) {
  for (let left = 60; left > 0; left -= 1) {
    await user.tab();
    if (document.activeElement?.matches(selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

async function begin(): Promise<User> {
  const user = start();
  (await at('[data-do="first-hour"]')).focus();
  await user.keyboard("{Enter}");
  await at('[data-go="hour-facility"]');
  return user;
}

async function comesTo(id: string) {
  const words = await asked(id);
  await waitFor(() => expect(heading()).toBe(words));
}

it("the whole way by keyboard: a field, a tick, the next question, an entry, the summary, the print screen", async () => {
  vi.mocked(pickFile).mockResolvedValue(file("minimum.pdf"));
  const user = await begin();
  await comesTo("facility");
  await waitFor(() => expect(find("h1")).toHaveFocus());
  await tabTo(user, '[data-field="facility.director"]');
  await user.keyboard("院長{Enter}");
  const departments = (await rows("departments")).length;
  await tabTo(user, '[data-tick="departments/dialysis"]');
  await user.keyboard(" ");
  await waitFor(async () => expect(await rows("departments")).toHaveLength(departments + 1));
  expect(document.activeElement).toHaveAttribute("data-tick", "departments/dialysis");
  await tabTo(user, '[data-do="hour-next"]');
  await user.keyboard("{Enter}");
  await comesTo("night");
  expect(find("h1")).toHaveFocus();
  expect((await row("facility", "みほん診療所")).fields.director).toBe("院長");
  expect([await standing("facility"), await standing("night")]).toEqual(["answered", "open"]);

  await tabTo(user, '[data-entry="roles/chief"] [data-field="roles.phone"]');
  await user.keyboard("119");
  await tabTo(user, '[data-do="hour-later"]');
  await user.keyboard("{Enter}");
  await comesTo("other-means");
  expect((await row("roles", "chief")).fields.phone).toBe("119");
  expect(await standing("night")).toBe("later");

  await user.click(await at('[data-go="hour-done"]'));
  await at('[data-do="hour-print"]');
  expect(find("h1")).toHaveFocus();
  await tabTo(user, '[data-do="hour-print"]');
  await user.keyboard("{Enter}");
  expect(await at('[data-field="print.document"][value="minimum"]')).toBeChecked();
  await user.click(await at('[data-do="print"]'));
  await at("[data-printed]");
  expect((await rows("prints")).map((one) => one.fields.document)).toEqual(["minimum"]);
});

it("an entry that is not there is ticked where it is asked for, and its first field waits", async () => {
  await ask("remove_record", { kind: "roles", id: (await row("roles", "chief")).id });
  const user = await begin();
  await user.click(await at('[data-go="hour-night"]'));
  (await at('[data-do="tick-roles/chief"]')).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(find('[data-entry="roles/chief"] [data-field="roles.phone"]')).toHaveFocus());
  await row("roles", "chief");
});

it("one more row begins with what makes it belong to the question", async () => {
  const before = (await rows("organisations")).map((one) => one.id);
  const user = await begin();
  await user.click(await at('[data-go="hour-systems"]'));
  await user.click(await at('[data-do="add-organisations"]'));
  await waitFor(async () => expect(await rows("organisations")).toHaveLength(before.length + 1));
  const added = (await rows("organisations")).find((one) => !before.includes(one.id));
  expect(added?.fields).toEqual({ group: "vendor" });
});

it("two presses of the button leave one question", async () => {
  const user = await begin();
  await user.dblClick(await at('[data-do="hour-next"]'));
  await comesTo("night");
  expect(await standing("night")).toBe("open");
  expect(sent("leave_question")).toHaveLength(1);
});

it("a question that was put off says so and leads on without losing its mark", async () => {
  const user = await begin();
  await user.click(await at('[data-do="hour-later"]'));
  await comesTo("night");
  await user.click(await at('[data-do="hour-previous"]'));
  await at('[data-do="hour-not-later"]');
  await user.click(await at('[data-do="hour-next"]'));
  await comesTo("night");
  expect(await standing("facility")).toBe("later");
});

it("first hour, summary and next sitting have no accessibility fault", async () => {
  const user = await begin();
  for (const { id } of await questions()) {
    await user.click(await at(`[data-go="hour-${id}"]`));
    await comesTo(id);
    await clean(id);
  }
  await user.click(await at('[data-go="hour-done"]'));
  await at('[data-do="hour-print"]');
  await clean("summary");
  await user.click(await at('[data-go="overview"]'));
  await user.click(await at('[data-tab="agenda"]'));
  expect(await at('[data-do="print-questions"]')).toBeDisabled();
  await clean("agenda");
});

it("a sitting remembers how long it was", async () => {
  const user = start();
  await user.click(await at('[data-tab="agenda"]'));
  expect(await at('[data-field="agenda.minutes"][value="90"]')).toBeChecked();
  await user.click(await at('[data-field="agenda.minutes"][value="30"]'));
  await waitFor(() => expect(sent("agenda").at(-1)).toEqual({ minutes: 30 }));
  await user.click(await at('[data-tab="now"]'));
  await user.click(await at('[data-tab="agenda"]'));
  expect(await at('[data-field="agenda.minutes"][value="30"]')).toBeChecked();
});
