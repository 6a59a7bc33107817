import { expect, test } from "vitest";
import type { FindingView } from "../../backend/contract";
import { Held } from "./held.svelte";

const finding = (key: string) => ({ key, text: key }) as FindingView;
const keys = (all: FindingView[]) => all.map((one) => one.key);

test("an open finding that is mended stays in its place until it is closed", () => {
  const held = new Held();
  const [a, b, c] = [finding("a"), finding("b"), finding("c")];
  held.set(b, true, 1);
  expect(keys(held.among([a, b, c]))).toEqual(["a", "b", "c"]);
  expect(held.isMended(b, [a, b, c])).toBe(false);
  expect(keys(held.among([a, c]))).toEqual(["a", "b", "c"]);
  expect(held.isMended(b, [a, c])).toBe(true);
  held.set(b, false, 1);
  expect(keys(held.among([a, c]))).toEqual(["a", "c"]);
});

test("where fewer are left than before it stands last", () => {
  const held = new Held();
  held.set(finding("z"), true, 7);
  expect(keys(held.among([finding("a")]))).toEqual(["a", "z"]);
});
