import { call } from "../backend/call";
import { Drafts } from "./drafts.svelte";
import { Glossary } from "./glossary.svelte";
import { Navigation } from "./navigation.svelte";
import { Notes } from "./notes.svelte";
import { Plan } from "./plan.svelte";

/** The one plan, its drafts, where the person is, and what the program says. */
export const drafts = new Drafts();
export const plan = new Plan(call);
export const nav = new Navigation(() => drafts.settle());
export const notes = new Notes();
export const glossary = new Glossary(call);
