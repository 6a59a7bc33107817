// Scenarios of one's own, the year, and sheets typed in, on the core itself.
import { waitFor } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import { pickFile } from "../src/backend/dialogs";
import { PaperRun, plannedOf } from "../src/state/paperRun.svelte";
import { sheets } from "../src/text/exerciseSheets";
import { all, at, clean, find, open } from "./app";
import { ask, rows, scene } from "./core";

scene(async () => undefined);

it("a copy is opened, its injects stand in the order they are told, and one that is left out stays at its minute", async () => {
  const user = await open("exercise");
  await user.click(await at('[data-do="copy-clinic-monday-morning"]'));
  await waitFor(() => expect(all(".inject").length).toBeGreaterThan(4));
  await clean();
  const first = all(".inject-head")[0] as HTMLElement;
  const told = first.textContent;
  await user.click(first);
  await user.click(await at('[data-field="own_injects.out"]'));
  await waitFor(async () => expect((await rows("own_injects")).some((row) => row.fields.out === "1")).toBe(true));
  await user.click(all(".inject-head")[0] as HTMLElement);
  await waitFor(() => expect(all(".inject.is-out")).toHaveLength(1));
  expect(all(".inject-head")[0]).toHaveTextContent("使わない");
  expect(all(".inject-head")[0]?.textContent).toContain(told?.trim().slice(0, 6));
});

it("a file that is no scenario is refused in words, and nothing is listed", async () => {
  vi.mocked(pickFile).mockResolvedValue("無い.toml");
  const user = await open("exercise");
  const before = (await at("[data-scenario]")) && all("[data-scenario]").length;
  await user.click(await at('[data-do="take-scenario"]'));
  await at('[role="alert"]');
  expect(all("[data-scenario]")).toHaveLength(before);
});

it("the year says what is due, and where it is done", async () => {
  await open("exercise");
  const year = await at("[data-year]");
  expect(year).toHaveTextContent("机上演習を、今年度のうちに1回します。");
  expect(find(".year")).toHaveTextContent("まだです。");
  await clean();
});

it("what is typed from the sheets is kept until it is taken, and a refusal keeps it", async () => {
  const scenario = "clinic-monday-morning";
  const view = await ask("rehearsal", { scenario, hits: [] });
  const planned = plannedOf(view.script, sheets.own);
  expect(planned[0]?.act).toBe("begin");
  expect(planned.at(-1)?.act).toBe("end");
  const call = vi.fn().mockRejectedValueOnce(new Error("refused")).mockResolvedValueOnce({ entry: "x" });
  const make = () => new PaperRun(call as unknown as ConstructorParameters<typeof PaperRun>[0], "a.sonae", scenario);
  const run = make();
  run.kept.held_on = "2026-11-20";
  run.kept.times.begin = "14:00";
  run.add("decision");
  const line = run.kept.lines[0];
  if (line) line.text = "紙を始める";
  run.kept.people = "看護師 2";
  run.keep();
  await expect(make().take(planned)).rejects.toThrow("refused");
  const again = make();
  expect(again.kept.lines[0]?.text).toBe("紙を始める");
  await again.take(planned);
  const sent = call.mock.calls[1]?.[1] as { lines: { at: string; act: string; text: string }[] };
  expect(sent.lines.filter((one) => one.text).map((one) => [one.act, one.at])).toEqual([["decision", ""], ["people", ""]]);
  expect(sent.lines.find((one) => one.act === "begin")?.at).toBe("14:00");
  expect(make().typed).toBe(false);
});
