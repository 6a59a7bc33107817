import { expect, it } from "vitest";
import { fileName } from "./fileName";

const HASH = "0f".repeat(32);

it("offers the name a file came with, and one with the right ending where none was kept", () => {
  expect(fileName(`application/pdf 120000 ${HASH} 回答書 第2版.pdf`, "x")).toBe("回答書 第2版.pdf");
  expect(fileName(`image/png 9 30x20 ${HASH} 図.png`, "x")).toBe("図.png");
  expect(fileName(`image/png 9 30x20 ${HASH}`, "x")).toBe("x.png");
  expect(fileName(`image/jpeg 9 30x20 ${HASH}`, "x")).toBe("x.jpg");
});
