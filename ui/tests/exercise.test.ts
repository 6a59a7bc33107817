// Exercises on the core itself: what lacks leads to its field, a key keeps the moment, the stop word asks for a reason.
import { waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { openRoom, roomState, swapScreens } from "../src/backend/windows";
import { Exercise } from "../src/state/exercise.svelte";
import { STAMPS } from "../src/text/exercise";
import { all, at, clean, find, open } from "./app";
import { add, ask, row, rows, scene, sent } from "./core";

const ids = { decision: "" };
scene(async () => {
  ids.decision = (await row("decisions", "paper-start")).id;
});

beforeEach(() => {
  vi.mocked(roomState).mockResolvedValue("shown");
});

/** The scenario of the clinic fits, and is begun. */
async function going() {
  const role = await add("roles", { name: "院長（みほん）" });
  await ask("set_field", { kind: "decisions", id: ids.decision, field: "day_role", value: role, leaving: true, step: "" });
  const user = await open("exercise");
  await user.click(await at('[data-do="prepare-clinic-monday-morning"]'));
  await user.click(await at('[data-do="start-exercise"]'));
  await at('[data-phase="ready"]');
  await soon();
  await user.click(await at('[data-do="exercise-begin"]'));
  await soon();
  await user.click(await at('[data-do="exercise-play"]'));
  await at('[data-phase="playing"]');
  return user;
}

/** A second press within a second counts as none. */
const soon = () => new Promise((done) => setTimeout(done, 1100));

const acts = async () => (await ask("exercise", {})).lines.map((line) => line.act);

it("what the plan lacks is said with the way to the field", async () => {
  const user = await open("exercise");
  const lack = await at('[data-scenario="clinic-monday-morning"] .bullets');
  expect(lack).toHaveTextContent("紙運用を始める");
  await clean();
  await user.click(lack.querySelector("button") as HTMLElement);
  expect(await at('[data-field="decisions.name"]')).toHaveValue("紙運用を始める");
});

it("before the day every text is seen as the room will see it, and what is hit can be chosen", async () => {
  await add("systems", { name: "別の箱" });
  const user = await open("exercise");
  await user.click(await at('[data-do="prepare-clinic-monday-morning"]'));
  await user.selectOptions(await at('[data-field="exercise.hit.0"]'), "別の箱");
  await waitFor(() => expect(find(".script")?.parentElement).toHaveTextContent("別の箱も予約の表も開きません"));
  await clean();
  await user.click(await at('[data-do="back-to-scenarios"]'));
  await at("[data-scenario]");
  expect(await acts()).toEqual([]);
});

it("while it is led nothing of the plan is undone; elsewhere it is", async () => {
  await add("roles", { name: "薬剤師（みほん）" });
  const user = await going();
  expect(await at('[data-do="undo"]')).toBeDisabled();
  const before = (await rows("roles")).length;
  await user.keyboard("{Control>}z{/Control}");
  expect(await rows("roles")).toHaveLength(before);
  await user.click(await at('[data-go="overview"]'));
  await waitFor(() => expect(find('[data-do="undo"]')).toBeEnabled());
});

it("a key keeps the moment, also out of a field, and words follow; Enter keeps them", async () => {
  const user = await going();
  await user.click(await at('[data-card="plug"]'));
  await user.click(await at('[data-do="tell"]'));
  await at('[data-do="again"]');
  for (const nth of STAMPS.keys()) {
    await user.keyboard(`{Control>}${nth + 1}{/Control}`);
    const field = await at('[data-field="exercise.words"]');
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard(`言葉${nth}{Enter}`);
    await waitFor(() => expect(find('[data-field="exercise.words"]')).toBeNull());
  }
  const lines = (await ask("exercise", {})).lines;
  for (const [nth, one] of STAMPS.entries()) expect(lines.find((line) => line.act === one.act)?.text).toBe(`言葉${nth}`);
  await clean();
});

it("the stop word takes everything away; going on needs a reason", async () => {
  const user = await going();
  await user.keyboard("{F8}");
  await at(".stopped");
  expect(find('[data-do="tell"]')).toBeNull();
  expect(find('[data-do="resume-after-stop"]')).toBeDisabled();
  await clean();
  await user.type(await at('[data-field="exercise.reason"]'), "本番は終わった");
  await user.click(await at('[data-do="resume-after-stop"]'));
  await at('[data-held=""]');
  expect(await acts()).toContain("stop");
});

it("keys reach the room: darken, open, swap; a window that goes is a line and ends nothing", async () => {
  const user = await going();
  await user.keyboard("{F2}");
  await waitFor(async () => expect(await acts()).toContain("blank"));
  await user.keyboard("{F9}");
  await waitFor(() => expect(swapScreens).toHaveBeenCalled());
  vi.mocked(roomState).mockResolvedValue("gone");
  await waitFor(async () => expect(await acts()).toContain("room-lost"), { timeout: 20_000 });
  await user.keyboard("{F4}");
  await waitFor(() => expect(openRoom).toHaveBeenCalled());
  await at('[data-phase="playing"]');
});

it("what was half typed is kept before anything takes its place, and a double press is one step", async () => {
  const user = await going();
  await user.keyboard("{Control>}1{/Control}");
  await user.type(await at('[data-field="exercise.words"]'), "書きかけ");
  await user.keyboard("{Control>}2{/Control}");
  await waitFor(async () => expect((await ask("exercise", {})).lines.find((line) => line.act === "decision")?.text).toBe("書きかけ"));
  await user.type(await at('[data-field="exercise.words"]'), "もう1つ");
  await user.keyboard("{F8}");
  await at(".stopped");
  await waitFor(async () => expect((await ask("exercise", {})).lines.find((line) => line.act === "undecided")?.text).toBe("もう1つ"));
  await user.type(await at('[data-field="exercise.reason"]'), "続ける{Enter}");
  await at('[data-held=""]');
  await soon();
  await user.dblClick(await at('[data-do="exercise-review"]'));
  await at('[data-phase="review"]');
  await soon();
  await user.click(await at('[data-do="exercise-back"]'));
  await at('[data-phase="playing"]');
});

it("elsewhere a bar says that an exercise is going on, and the stop word works there too", async () => {
  const user = await going();
  await user.click(await at('[data-go="systems"]'));
  expect(await at("[data-exercise-bar]")).toHaveTextContent("演習中");
  await user.keyboard("{F8}");
  await waitFor(async () => expect(await acts()).toContain("stop"));
  await user.click(await at('[data-do="to-exercise"]'));
  await at(".stopped");
});

it("a lesson becomes an improvement once, and the end leads back to the list", async () => {
  const user = await going();
  await user.keyboard("{Control>}4{/Control}");
  await at('[data-field="exercise.words"]');
  await user.keyboard("番号を載せる{Enter}");
  await soon();
  await user.click(await at('[data-do="exercise-review"]'));
  const improve = await at('[data-do^="improve-"]');
  await user.click(improve);
  await waitFor(() => expect(find('[data-do^="improve-"]')).toBeDisabled());
  await waitFor(async () => expect((await rows("improvements")).map((one) => one.title)).toEqual(["番号を載せる"]));
  await clean();
  // What is typed and not kept yet is kept with the end.
  await user.type(await at('[data-field="exercise.people"]'), "看護師 3");
  await user.click(await at('[data-do="exercise-end"]'));
  await soon();
  await user.click(await at('[data-do="end-now"]'));
  expect(await at('[data-held="1"]')).toHaveTextContent("終わった");
  expect(sent("begin_exercise")).toHaveLength(1);
  expect(all('[data-do="go-on"]')).toHaveLength(0);
});

it("begun by mistake it is left before play, and is no exercise that was held", async () => {
  const user = await open("exercise");
  await user.click(await at('[data-do="prepare-clinic-monday-morning"]'));
  await user.click(await at('[data-do="start-exercise"]'));
  await at('[data-phase="ready"]');
  await user.click(await at('[data-do="exercise-leave"]'));
  await soon();
  await user.click(await at('[data-do="leave-now"]'));
  const held = await at("article[data-held]");
  expect(held).toHaveTextContent("始めずにやめた");
  expect(find('[data-do="print-report-1"]')).toBeNull();
  expect(find("[data-year]")).toHaveTextContent("机上演習を、今年度のうちに1回します。");
  expect(find('[data-do="prepare-clinic-monday-morning"]')).toBeEnabled();
});

it("a kept line is there at once though the second's look is still under way, and an older answer changes nothing", async () => {
  const answers: ((lines: number) => void)[] = [];
  const call = vi.fn((name: string) =>
    name === "exercise" ? new Promise((done) => answers.push((lines) => done({ id: "x", lines }))) : Promise.resolve({ entry: "new" })
  );
  const exercise = new Exercise(call as unknown as ConstructorParameters<typeof Exercise>[0]);
  const acted = exercise.act("decision");
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  const second = exercise.look();
  answers[0]?.(1);
  await acted;
  expect(exercise.view).toEqual({ id: "x", lines: 1 });

  const third = exercise.look();
  answers[2]?.(3);
  await third;
  answers[1]?.(2);
  await second;
  expect(exercise.view).toEqual({ id: "x", lines: 3 });

  const late = exercise.look();
  exercise.forget();
  answers[3]?.(4);
  await late;
  expect(exercise.view).toBeNull();
});
