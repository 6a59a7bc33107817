import { expect, test } from "vitest";
import type { FindingView } from "../../backend/contract";
import { Held } from "./held.svelte";

const finding = (key: string) => ({ key, text: key }) as FindingView;
const keys = (all: FindingView[]) => all.map((one) => one.key);
const [a, b, c] = [finding("a"), finding("b"), finding("c")];

test("an open finding that is mended stays in its place until it is closed", () => {
  const held = new Held();
  held.toggle(b, 1);
  expect(keys(held.among([a, b, c], [a, b, c]))).toEqual(["a", "b", "c"]);
  expect(held.isMended(b, [a, b, c])).toBe(false);
  expect(keys(held.among([a, c], [a, c]))).toEqual(["a", "b", "c"]);
  expect(held.isMended(b, [a, c])).toBe(true);
  held.toggle(b, 1);
  expect(held.isOpen(b)).toBe(false);
  expect(keys(held.among([a, c], [a, c]))).toEqual(["a", "c"]);
});

test("one that was set aside or does not fit the filter is not mended and goes from the list", () => {
  const held = new Held();
  held.toggle(b, 1);
  expect(keys(held.among([a, c], [a, b, c]))).toEqual(["a", "c"]);
  expect(held.isMended(b, [a, b, c])).toBe(false);
  expect(held.isOpen(b)).toBe(true);
});

test("where fewer are left than before it stands last", () => {
  const held = new Held();
  held.toggle(finding("z"), 7);
  expect(keys(held.among([a], [a]))).toEqual(["a", "z"]);
});
