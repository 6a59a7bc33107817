import { call } from "../backend/call";
import { Exercise } from "./exercise.svelte";
import { Drafts } from "./drafts.svelte";
import { Find } from "./find.svelte";
import { Findings } from "./findings.svelte";
import { Glossary } from "./glossary.svelte";
import { May } from "./may.svelte";
import { Navigation } from "./navigation.svelte";
import { Notes } from "./notes.svelte";
import { Plan } from "./plan.svelte";
import { Unfolded } from "./unfolded.svelte";
import { whereNow } from "./where";
import { Works } from "./works.svelte";
import { works as words } from "../text/works";

/** The one plan, what was found in it, its drafts, where the person is, what the program says, and what this window may do. */
export const drafts = new Drafts();
export const plan = new Plan(call);
export const exercise = new Exercise(call);
export const find = new Find(call);
export const findings = new Findings(call);
export const nav = new Navigation(() => drafts.settle(), whereNow);
export const notes = new Notes();
export const unfolded = new Unfolded();
export const may = new May();
export const glossary = new Glossary(call);
export const works = new Works(call, () => notes.say(words.stopped));
