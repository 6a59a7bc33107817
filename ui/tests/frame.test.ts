// The window's frame: search, the way back, one undo, the list of numbers, what stands grey and what red.
import { waitFor } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { all, at, clean, find, open, openRow } from "./app";
import { add, ask, put, row, rows, scene, sent } from "./core";

const ids = { charts: "", room: "" };
scene(async () => {
  ids.charts = await add("systems", { name: "電子カルテ" });
  ids.room = await add("departments", { name: "南5病棟", phone: "内線 501" });
  await add("contact_points", { of_kind: "departments", of: ids.room, means: "phone", value: "5501", note: "PHS" });
});

it("the search finds from the first sign, and Enter goes into the field itself", async () => {
  const user = await open("overview");
  await user.keyboard("{Control>}k{/Control}");
  await waitFor(() => expect(find("[data-find]")).toHaveFocus());
  await user.keyboard("電子");
  await waitFor(() => expect(find('.found [aria-selected="true"]')).toHaveTextContent("電子カルテ"));
  await clean("search");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(find('[data-field="systems.name"]')).toHaveFocus());
  expect(find('[data-field="systems.name"]')).toHaveValue("電子カルテ");
});

it("Escape leaves the search to where one was, and a number leads to whoever has it", async () => {
  const user = await open("contacts", "people");
  const button = await at('[data-do="add-people"]');
  button.focus();
  await user.keyboard("{Control>}f{/Control}");
  await user.keyboard("550");
  await waitFor(() => expect(find('[data-found-group="numbers"]')).toHaveTextContent("南5病棟"));
  await user.keyboard("{Escape}");
  expect(button).toHaveFocus();
  expect(find(".found")).toBeNull();
});

it("back goes to the row before, forward to the one after", async () => {
  const user = await open("systems");
  await openRow(user, ids.charts);
  await at(`[data-row][data-id="${ids.charts}"][aria-current="true"]`);
  await user.click(await at('.rail [data-go="guide"]'));
  await at("[data-item]");
  await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await at(`[data-row][data-id="${ids.charts}"][aria-current="true"]`);
  await user.click(await at('[data-do="forward"]'));
  await at("[data-item]");
});

it("the note's way back and the top line's are one stack, and the note's goes when something else was done", async () => {
  const user = await open("systems");
  await openRow(user, ids.charts);
  await user.click(await at('[data-do="remove"]'));
  await at('[data-do="restore"]');
  await user.click(await at('[data-do="undo"]'));
  const name = (await at(`[data-row="systems"][data-id="${ids.charts}"]`)).textContent;
  expect(find('[data-do="restore"]')).toBeNull();
  // Which one came back is said by its name.
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent(`（${name}）`));
  await user.click(await at('[data-do="redo"]'));
  await waitFor(async () => expect((await rows("systems")).map((one) => one.id)).not.toContain(ids.charts));
  expect(sent("restore_record")).toEqual([]);
});

it("whoever used what was removed is named", async () => {
  const other = await add("systems", { name: "親のもの", vendor: "" });
  await add("system_links", { system: other, needs: ids.charts });
  const user = await open("systems");
  await openRow(user, ids.charts);
  await user.click(await at('[data-do="remove"]'));
  await waitFor(() => expect(find("[data-note]")).toHaveTextContent("親のもの"));
});

it("the list of numbers has extension and PHS in one line, and a number is typed where it stands", async () => {
  const user = await open("contacts", "numbers");
  await user.type(await at('[data-search="numbers"]'), "南5");
  await waitFor(() => expect(all('[data-row="numbers"]')).toHaveLength(1));
  await waitFor(() => expect(all(".number-cell").map((one) => (one as HTMLInputElement).value)).toEqual(["内線 501", "5501", ""]));
  await clean("numbers");
  const cell = all(".number-cell")[1] as HTMLInputElement;
  await user.clear(cell);
  await user.type(cell, "5509");
  await user.tab();
  await waitFor(async () => expect((await rows("contact_points")).map((one) => one.fields.value)).toContain("5509"));
});

it("what nobody wrote is open in grey, what cannot be read is red and said to be stored", async () => {
  await put("departments", ids.room, "phone", "守衛に聞く");
  const user = await open("overview", "departments");
  await openRow(user, ids.room);
  const phone = await at('[data-field="departments.phone"]');
  await waitFor(() => expect(phone).toHaveAttribute("aria-invalid", "true"));
  expect(phone.closest(".cell")).toHaveTextContent("保存しました");
  await user.clear(phone);
  await user.type(phone, "0XX-XXX-XXXX");
  await user.tab();
  await waitFor(() => expect(phone).not.toHaveAttribute("aria-invalid"));
  await waitFor(() => expect(phone.closest(".cell")).toHaveTextContent("仮の番号"));
});

it("a pre-filled row is taken as it stands by one press, and the press can be taken back", async () => {
  await ask("set_person", { person: "見本" });
  const network = await row("systems", "network");
  const user = await open("systems");
  await openRow(user, network.id);
  await user.click(await at('[data-do="adopt-row"]'));
  await waitFor(async () => expect((await row("systems", "network")).draft).toBe(false));
  await user.click(await at('[data-do="undo-adopt"]'));
  await waitFor(async () => expect((await row("systems", "network")).draft).toBe(true));
});
