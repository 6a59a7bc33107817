import { expect, it } from "vitest";
import { plainLetters } from "./letters";

const settled = () => new Promise((done) => setTimeout(done));

it("what is read shows no sign of a letter's form, wherever it comes from; what is typed keeps it", async () => {
  const root = document.createElement("div");
  const end = plainLetters(root);
  const [list, field] = [document.createElement("ul"), document.createElement("textarea")];
  list.innerHTML = "<li>辻\u{E0100}</li><li><b>邉\u{E0103}</b>さん</li>";
  field.value = "辻\u{E0100}";
  root.append(list, field);
  await settled();
  expect(list.textContent).toBe("辻邉さん");

  const text = list.querySelector("b")?.firstChild as Text;
  text.nodeValue = "葛\u{E0101}城";
  await settled();
  expect(text.nodeValue).toBe("葛城");
  expect(field.value).toBe("辻\u{E0100}");

  end();
  text.nodeValue = "辻\u{E0100}";
  await settled();
  expect(text.nodeValue).toBe("辻\u{E0100}");
});
