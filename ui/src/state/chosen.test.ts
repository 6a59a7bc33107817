import { beforeEach, expect, it } from "vitest";
import { Chosen } from "./chosen.svelte";

beforeEach(() => sessionStorage.clear());

it("keeps what was ticked while the program runs, each once and in the order of ticking", () => {
  const first = new Chosen("key");
  first.toggle("a", true);
  first.toggle("b", true);
  first.toggle("a", true);
  expect(first.ids).toEqual(["b", "a"]);
  expect(new Chosen("key").has("b")).toBe(true);
  first.toggle("b", false);
  expect(new Chosen("key").ids).toEqual(["a"]);
});

it("forgets what was cleared, and what it cannot read", () => {
  new Chosen("key").set(["a"]);
  new Chosen("key").set([]);
  expect(sessionStorage.getItem("key")).toBeNull();
  sessionStorage.setItem("key", "{");
  expect(new Chosen("key").ids).toEqual([]);
});
