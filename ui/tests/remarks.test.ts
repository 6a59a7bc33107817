import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import App from "../src/App.svelte";
import { answered, skipped, waits } from "../src/screens/remarks/sorts";
import { heard, reset, rows } from "./fake";

vi.mock("../src/backend/call", async () => ({ call: (await import("./fake")).call }));
vi.mock("../src/backend/close", () => ({ onClosing: async () => () => undefined, closeWindow: async () => undefined }));
vi.mock("../src/backend/dialogs", () => ({ startFile: async () => null, pickFile: async () => "/x.sonae", showInFolder: async () => true }));
vi.mock("../src/backend/preview", () => ({ preview: async () => Promise.reject({ code: "cancelled", happened: "", safe: "", now: "" }) }));

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const remark = (id: string, fields: Record<string, string>) => ({
  id, title: id, fields: { of_kind: "systems", of: "s2", ...fields }, shown: fields, draft: false, source: null,
});

beforeEach(() => {
  reset();
  sessionStorage.clear();
});

async function openNetwork() {
  const user = userEvent.setup();
  render(App);
  await user.click(await screen.findByRole("link", { name: "システム" }));
  await user.click(await screen.findByRole("button", { name: "Network" }));
  await waitFor(() => expect(find("[data-remarks]")).not.toBeNull());
  return user;
}

it("a record shows how many remarks it has, and whose answer is waited for", async () => {
  rows.remarks = [
    remark("r1", { sort: "question", text: "asked", reply: "answer", replied_by: "head", replied_on: "2026-11-16" }),
    remark("r2", { sort: "question", text: "open" }),
    remark("r3", { sort: "comment", text: "elsewhere", of: "s1" }),
  ];
  await openNetwork();
  await waitFor(() => expect(find("[data-remarks]")).toHaveAttribute("data-remarks", "2"));
  expect(find("[data-remarks] summary")).toHaveTextContent("書き込みと質問（2 件、うち返事待ち 1 件）");
  expect(find('[data-remark="r1"]')).toHaveTextContent("head、2026-11-16");
  expect(find('[data-remark="r1"]')).not.toHaveAttribute("open");
  expect(find('[data-remark="r2"]')).toHaveAttribute("open");
});

it("a question left at a record belongs to that record", async () => {
  const user = await openNetwork();
  await user.click(find('[data-do="remark-question"]') as HTMLElement);
  await waitFor(() =>
    expect(heard.find((one) => one.name === "add_record")?.request).toEqual({
      kind: "remarks",
      values: { of_kind: "systems", of: "s2", sort: "question" },
    }),
  );
});

it("only a question waits for an answer; a comment is asked of nobody", () => {
  const question = remark("q", { sort: "question" });
  expect([waits(question), answered(question)]).toEqual([true, false]);
  expect(waits(remark("l", { sort: "later" }))).toBe(false);
  expect(skipped("question")).not.toContain("to_role");
  expect(skipped("later")).not.toContain("to_role");
  expect(skipped("comment")).toEqual(expect.arrayContaining(["to_role", "reply"]));
});
