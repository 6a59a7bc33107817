import { expect, it } from "vitest";
import { Terms } from "./terms";

const term = (...words: string[]) => ({ words, text: `${words[0]}の意味` });
const terms = new Terms([term("遮断"), term("遮断点"), term("バックアップ", "控え"), term("LAN"), term("パッチ"), term("世代")]);
const explained = (text: string) => terms.pieces(text).flatMap((piece) => (piece.term ? [piece.text] : []));

it("gives the text back whole", () => {
  const text = "遮断点で遮断し、バックアップを確かめる。";
  expect(terms.pieces(text).map((piece) => piece.text).join("")).toBe(text);
  expect(terms.pieces("")).toEqual([]);
});

it("takes the longest word and leaves the word inside it alone", () => {
  expect(explained("遮断点を見る")).toEqual(["遮断点"]);
  expect(explained("遮断点と遮断点、そして遮断")).toEqual(["遮断点", "遮断"]);
});

it("explains a term once, however it is written", () => {
  expect(explained("控えとバックアップ、また控え")).toEqual(["控え"]);
  expect(terms.pieces("控え")[0]?.term?.words[0]).toBe("バックアップ");
});

it("finds no word in the middle of letters or katakana", () => {
  expect(explained("PLANとディスパッチ")).toEqual([]);
  expect(explained("院内LANにパッチを")).toEqual(["LAN", "パッチ"]);
});

it("keeps the order of the text", () => {
  expect(explained("世代、LAN、遮断点")).toEqual(["世代", "LAN", "遮断点"]);
});
