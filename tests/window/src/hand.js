// What a hand and an eye do in the page. Put in front of every script of `page.rs`.

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Looks again and again until `look` gives something. */
async function until(what, look, bound = 15000) {
  const end = performance.now() + bound;
  for (;;) {
    const got = look();
    if (got) return got;
    if (performance.now() > end) throw new Error(`waited for ${what}; the screen shows: ${seen()}`);
    await pause(15);
  }
}

/** A modal dialog hides everything else. */
const place = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
const all = (selector) => [...place().querySelectorAll(selector)];
const controls = (field) => all(`[data-field="${CSS.escape(field)}"]`);
const state = () => document.querySelector("[data-state]")?.dataset.state ?? "none";
const screen = () => document.querySelector("h1")?.textContent.trim() ?? "";
const faults = () => all("[data-fault]").map((one) => `${one.dataset.fault}: ${one.innerText}`);
const seen = () =>
  JSON.stringify({ screen: screen(), state: state(), faults: faults(), text: document.body.innerText.slice(0, 600) });

/** Every draft was answered, and the top line says so. */
async function saved(bound) {
  await pause(0);
  await until("「保存済み」", () => state() === "saved", bound);
}

/** Puts text where the page cannot tell it from typing; send_keys loses 𠮷. */
function write(control, text, event = {}) {
  const kind = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(control, text);
  control.dispatchEvent(new InputEvent("input", { bubbles: true, ...event }));
}

/** As a list draws it: without the signs that only ask for a form of a letter. */
const drawn = (text) => text.replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, "");

/** Types into a field and stays in it. */
async function type(field, text) {
  const control = await until(`the field ${field}`, () => controls(field)[0]);
  control.focus();
  write(control, text);
  return control;
}

/** Types into a field with an input method that never says that it is done. */
async function compose(field, text) {
  const control = await until(`the field ${field}`, () => controls(field)[0]);
  control.focus();
  control.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  control.dispatchEvent(new KeyboardEvent("keydown", { key: "Process", keyCode: 229, isComposing: true, bubbles: true }));
  write(control, text, { isComposing: true, inputType: "insertCompositionText", data: text });
  return control;
}

/** Fills one field, whatever it is, and leaves it. Choices and links go by value or by what they show. */
async function put(field, value) {
  const first = await until(`the field ${field}`, () => controls(field)[0]);
  if (first.type === "radio") {
    const one = await until(`the choice ${value} of ${field}`, () => controls(field).find((it) => it.value === value));
    if (!one.checked) one.click();
  } else if (first.type === "checkbox") {
    if (first.checked !== (value === "1")) first.click();
  } else if (first instanceof HTMLSelectElement) {
    const fits = (option) => option.value === value || drawn(option.text) === drawn(value);
    const pick = () => [...(controls(field)[0]?.options ?? [])].find(fits);
    const { value: picked } = await until(`the choice ${value} of ${field}`, pick);
    const select = controls(field)[0];
    select.focus();
    select.value = picked;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    first.focus();
    write(first, value);
    first.blur();
  }
}

/** What a field holds; a choice by what it shows. */
function held(field) {
  const all = controls(field);
  const first = all[0];
  if (!first) return null;
  if (first.type === "radio") return all.find((it) => it.checked)?.value ?? "";
  if (first.type === "checkbox") return first.checked ? "1" : "";
  if (first instanceof HTMLSelectElement) return first.value ? first.selectedOptions[0].text : "";
  return first.value;
}

/** Whether a field already holds this. */
function holds(field, want) {
  const first = controls(field)[0];
  if (first instanceof HTMLSelectElement && drawn(held(field) ?? "") === drawn(want)) return true;
  return held(field) === want || (first instanceof HTMLSelectElement && first.value === want);
}

/** Makes the open form say exactly this: fields not named are emptied. */
async function form(noun, values) {
  const { of_kind: first, ...others } = values;
  if (first) await put(`${noun}.of_kind`, first);
  for (const [field, value] of Object.entries(others)) {
    const name = `${noun}.${field}`;
    await until(`the field ${name}`, () => controls(name)[0]);
    if (!holds(name, value)) await put(name, value);
  }
  const rest = new Set(all(`[data-form="${noun}"] [data-field]`).map((one) => one.dataset.field));
  for (const name of rest) if (!(name.slice(noun.length + 1) in values) && !holds(name, "")) await put(name, "");
  await saved();
}

/** Ticks exactly these entries of a catalogue; gives what each entry is called. */
async function tick(noun, wanted) {
  await press(`[data-do="tick-${noun}"]`);
  await until("the list to tick from", () => all("[data-tick]").length);
  const names = {};
  for (const entry of all("[data-tick]").map((one) => one.dataset.tick)) {
    const box = all(`[data-tick="${entry}"]`)[0];
    names[entry] = box.closest("label").textContent.trim();
    if (box.checked !== wanted.includes(entry)) box.click();
  }
  const rows = () => document.querySelectorAll(`[data-row="${noun}"]`).length;
  await until(`${wanted.length} rows of ${noun}`, () => rows() === wanted.length);
  await press('[data-do="close-dialog"]');
  return names;
}

/** Presses a button, link or tab by its hook. */
async function press(selector) {
  const one = await until(`${selector} to press`, () => all(selector).find((it) => !it.disabled));
  one.click();
}

/** Holds every save back until it is let go, so that what must wait for it can be seen waiting. */
function hold() {
  const real = window.fetch;
  const gate = new Promise((open) => (window.letGo = open));
  window.fetch = async (...request) => {
    const body = request[1]?.body;
    const text = typeof body === "string" ? body : body ? new TextDecoder().decode(body) : "";
    const saves = text.includes('"set_field"') || text.includes('"answer"');
    if (saves) await gate;
    return real.apply(window, request);
  };
}
