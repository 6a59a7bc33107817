// Three habits of this folder that no other tool checks.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f]/;
const LIMIT = 200;
const problems = [];

for (const path of files("src")) {
  const text = readFileSync(path, "utf8");
  const name = relative(".", path).replaceAll("\\", "/");
  if (/\.(svelte|ts|css)$/.test(name) && text.trimEnd().split("\n").length > LIMIT && !name.endsWith("contract.ts")) {
    problems.push(`${name}: more than ${LIMIT} lines; one job each`);
  }
  if (!name.startsWith("src/backend/") && text.includes("@tauri-apps/")) {
    problems.push(`${name}: only src/backend talks to Tauri`);
  }
  if (/\.svelte(\.ts)?$/.test(name)) {
    withoutComments(text)
      .split("\n")
      .forEach((line, at) => JAPANESE.test(line) && problems.push(`${name}:${at + 1}: words belong in src/text`));
  }
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

/** Comments blanked, line numbers kept. */
function withoutComments(text) {
  const blank = (comment) => comment.replace(/[^\n]/g, " ");
  return text
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|\s)\/\/[^\n]*/g, blank);
}
