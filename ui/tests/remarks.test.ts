import { waitFor } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { answered, skipped, waits } from "../src/screens/remarks/sorts";
import { at, find, open, openRow } from "./app";
import { add, row, rows, scene } from "./core";

let network = "";
scene(async () => {
  network = (await row("systems", "network")).id;
});

async function openNetwork() {
  const user = await open("systems");
  await openRow(user, network);
  await at("[data-remarks]");
  return user;
}

it("a record shows how many remarks it has, and whose answer is waited for", async () => {
  const about = { of_kind: "systems", of: network };
  const asked = await add("remarks", { ...about, sort: "question", text: "聞いた", reply: "答え", replied_by: "院長", replied_on: "2026-11-16" });
  const waiting = await add("remarks", { ...about, sort: "question", text: "まだ" });
  await add("remarks", { of_kind: "systems", of: (await row("systems", "phone")).id, sort: "comment", text: "別の所" });
  await openNetwork();
  await waitFor(() => expect(find("[data-remarks]")).toHaveAttribute("data-remarks", "2"));
  expect(find("[data-remarks] summary")).toHaveTextContent("書き込みと質問（2 件、うち返事待ち 1 件）");
  expect(find(`[data-remark="${asked}"]`)).toHaveTextContent("院長、2026年11月16日");
  expect(find(`[data-remark="${asked}"]`)).not.toHaveAttribute("open");
  expect(find(`[data-remark="${waiting}"]`)).toHaveAttribute("open");
});

it("a question left at a record belongs to that record", async () => {
  const user = await openNetwork();
  await user.click(await at('[data-do="remark-question"]'));
  await waitFor(() => expect(find("[data-remarks]")).toHaveAttribute("data-remarks", "1"));
  expect((await rows("remarks")).map((one) => one.fields)).toEqual([{ of_kind: "systems", of: network, sort: "question" }]);
});

it("only a question waits for an answer; a comment is asked of nobody", () => {
  const remark = (sort: string) => ({ id: sort, title: "", fields: { sort, text: "x" }, shown: {}, draft: false, alone: false, source: null, private: [] });
  expect([waits(remark("question")), answered(remark("question"))]).toEqual([true, false]);
  expect(waits(remark("later"))).toBe(false);
  expect(skipped("question")).not.toContain("to_role");
  expect(skipped("later")).not.toContain("to_role");
  expect(skipped("comment")).toEqual(expect.arrayContaining(["to_role", "reply"]));
});
