import { beforeEach, afterEach, expect, it, vi } from "vitest";
import type { call as Call } from "../backend/call";
import type { SomeRows, SomeRowsRequest } from "../backend/contract";
import { MOST, Paged, PAUSE } from "./paged.svelte";

const row = (id: string) => ({ id, title: id, fields: {}, shown: {}, draft: false, alone: false, source: null, private: [] });
/** A core with so many devices, called by their number. */
function core(total: number) {
  return vi.fn(async (_name: string, request: SomeRowsRequest): Promise<SomeRows> => {
    const all = Array.from({ length: total }, (_, at) => row(String(at))).filter((one) => one.id.includes(request.search));
    return { seq: 1, reads: [], total, found: all.length, rows: all.slice(request.from, request.from + request.most) };
  });
}
const paged = (call: ReturnType<typeof core>, record = "") => new Paged(call as unknown as typeof Call, "devices", record);
const now = (work: () => Promise<void>) => work();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("turns over, and neither before the beginning nor behind the end", async () => {
  const list = paged(core(250));
  await list.refresh();
  expect([list.hasPrevious, list.hasNext, list.page?.rows.length]).toEqual([false, true, MOST]);
  await list.turn(1);
  await list.turn(1);
  expect([list.hasPrevious, list.hasNext, list.page?.rows[0]?.id]).toEqual([true, false, "200"]);
  await list.turn(-5);
  expect(list.from).toBe(0);
});

it("asks once after a pause in typing, from the beginning", async () => {
  const call = core(250);
  const list = paged(call);
  await list.turn(1);
  for (const text of ["2", "24"]) list.type(text, now);
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(call).toHaveBeenCalledTimes(2);
  expect(list.page).toMatchObject({ total: 250, found: 13 });
  expect(list.from).toBe(0);
});

it("an older answer does not come over a newer one", async () => {
  const answers: ((page: SomeRows) => void)[] = [];
  const list = new Paged((() => new Promise((done) => answers.push(done as never))) as unknown as typeof Call, "devices");
  const page = (id: string): SomeRows => ({ seq: 1, reads: [], total: 1, found: 1, rows: [row(id)] });
  const both = [list.refresh(), list.refresh()];
  answers[1]?.(page("new"));
  answers[0]?.(page("old"));
  await Promise.all(both);
  expect(list.page?.rows[0]?.id).toBe("new");
});

it("begins where the chosen record is, and goes to the beginning from there", async () => {
  const call = core(250);
  const list = paged(call, "x");
  await list.refresh();
  expect(call.mock.calls[0]?.[1].with).toBe("x");
  expect([list.hasPrevious, list.hasNext]).toEqual([false, false]);
  await list.first();
  expect(call.mock.calls[1]?.[1]).toMatchObject({ with: "", from: 0 });
});

it("shows the last page there is when the one shown went away", async () => {
  let total = 201;
  const list = new Paged((async (_name: string, request: SomeRowsRequest) => core(total)("some_rows", request)) as unknown as typeof Call, "devices");
  await list.refresh();
  await list.last();
  expect(list.page?.rows.map((one) => one.id)).toEqual(["200"]);
  total = 301;
  await list.last();
  expect(list.page?.rows.map((one) => one.id)).toEqual(["300"]);
  total = 200;
  await list.refresh();
  expect(list.from).toBe(100);
});
