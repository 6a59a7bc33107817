import { expect, test } from "vitest";
import { AsSeen, Steady } from "./steady";

const list = (ids: string) => [...ids].map((id) => ({ id }));
const said = (rows: { id: string }[]) => rows.map((row) => row.id).join("");

test("rows of a question stay as they were first seen, and a new one comes last, where it was asked for", () => {
  const seen = new AsSeen();
  expect(said(seen.of(list("abc")))).toBe("abc");
  expect(said(seen.of(list("cab")))).toBe("abc");
  expect(said(seen.of(list("dcab")))).toBe("abcd");
  expect(said(seen.of(list("dca")))).toBe("acd");
});

test("the order stays while a row is open, and is the list's own when another is opened or something came or went", () => {
  const steady = new Steady();
  expect(said(steady.of(list("abc"), undefined))).toBe("abc");
  expect(said(steady.of(list("abc"), "b"))).toBe("abc");
  expect(said(steady.of(list("bca"), "b"))).toBe("abc");
  expect(said(steady.of(list("bca"), "c"))).toBe("bca");
  expect(said(steady.of(list("bcda"), "c"))).toBe("bcda");
  expect(said(steady.of(list("adcb"), "c"))).toBe("bcda");
  steady.forget();
  expect(said(steady.of(list("adcb"), "c"))).toBe("adcb");
});
