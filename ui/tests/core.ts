// The core itself behind the screens: the contract over standard input (tests/examples/contract.rs).
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { beforeAll, beforeEach } from "vitest";
import type { Contract, Fault, News, RowView } from "../src/backend/contract";

type Name = keyof Contract;
/** The window people work in, and the one that only looks. */
export type Which = "main" | "look";
type Answer = { reply: unknown; fault?: Fault; news: News[] };

/** What the screens asked for, in order. */
export const heard: { name: Name; request: Record<string, unknown> }[] = [];
/** Hears what the shell would tell every window. */
export const hearing: { told: (news: News) => void } = { told: () => undefined };

const folder = mkdtempSync(join(tmpdir(), "sonae-screens-"));
/** A file of this test, in a folder that goes with it. */
export const file = (name: string) => join(folder, name);

const waiting: ((answer: Answer) => void)[] = [];
let program: ChildProcessByStdio<Writable, Readable, null> | undefined;

function started() {
  if (program) return program;
  const path = process.env.SONAE_CONTRACT ?? resolve("../target/debug/examples", process.platform === "win32" ? "contract.exe" : "contract");
  if (!existsSync(path)) throw new Error(`${path} is missing: cargo build -p suite --example contract, or set SONAE_CONTRACT`);
  const child = spawn(path, [folder], { stdio: ["pipe", "pipe", "inherit"] });
  createInterface(child.stdout).on("line", (line) => waiting.shift()?.(JSON.parse(line) as Answer));
  process.on("exit", () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return (program = child);
}

/** Asks the core past the screens. Rejects with a `Fault`. */
export async function ask<K extends Name>(name: K, request: Contract[K]["request"], window: Which = "main"): Promise<Contract[K]["reply"]> {
  started().stdin.write(`${JSON.stringify({ window, name, request })}\n`);
  const { reply, fault, news } = await new Promise<Answer>((answered) => waiting.push(answered));
  for (const one of news) hearing.told(one);
  if (fault) throw fault;
  return reply as Contract[K]["reply"];
}

/** What a screen calls. */
export function call<K extends Name>(name: K, request: Contract[K]["request"], window: Which = "main"): Promise<Contract[K]["reply"]> {
  heard.push({ name, request: request as Record<string, unknown> });
  return ask(name, request, window);
}

/** The requests of a name that the screens sent. */
export const sent = (name: Name) => heard.filter((one) => one.name === name).map((one) => one.request);

export const rows = async (kind: string): Promise<RowView[]> => (await ask("rows", { kind })).rows;

/** The row of a catalogue's entry (`systems/network`), or of a title. */
export async function row(kind: string, of: string): Promise<RowView> {
  const found = (await rows(kind)).find((one) => one.source === `${kind}/${of}` || one.title === of);
  if (!found) throw new Error(`no ${kind} ${of}`);
  return found;
}

/** Adds a record; gives its id. */
export async function add(kind: string, values: Record<string, string>): Promise<string> {
  const { record } = await ask("add_record", { kind, values });
  if (!record) throw new Error(`${kind} was not added`);
  return record;
}

export const put = (kind: string, id: string, field: string, value: string) =>
  ask("set_field", { kind, id, field, value, step: `${kind} ${id} ${field}`, leaving: true });

/** Every test of the file begins with a new clinic's plan, changed by `made`, opened anew, and nobody at the program. */
export function scene(made: () => Promise<unknown> = async () => undefined) {
  const [first, plan] = [file("made.sonae"), file("計画.sonae")];
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    await ask("new_plan", { path: first, kind: "clinic", name: "みほん診療所", beds: null });
    await made();
    await ask("close_plan", {});
  });
  beforeEach(async () => {
    await ask("close_plan", {});
    copyFileSync(first, plan);
    await ask("open_plan", { path: plan });
    await ask("set_person", { person: "" });
    hearing.told = () => undefined;
    heard.length = 0;
    sessionStorage.clear();
  });
}
