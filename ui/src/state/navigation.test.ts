import { beforeEach, expect, it } from "vitest";
import { Navigation } from "./navigation.svelte";
import { placeOf, placeOfGo } from "./places";

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

it("leaves a screen only when every draft was stored", async () => {
  let saved = false;
  const nav = new Navigation(async () => saved);
  expect(await nav.go({ screen: "guide" })).toBe(false);
  expect(nav.at.screen).toBe("start");
  expect(nav.blocked).toBe(true);
  saved = true;
  expect(await nav.go({ screen: "guide" })).toBe(true);
  expect(nav.at.screen).toBe("guide");
  expect(nav.blocked).toBe(false);
});

it("comes back to where one was on a screen", async () => {
  const nav = new Navigation(async () => true);
  await nav.go({ screen: "guide", item: "3-2" });
  await nav.go({ screen: "systems" });
  await nav.reopen("guide");
  expect(nav.at.item).toBe("3-2");
});

it("remembers the last screen of the session, but not past the end of a plan", async () => {
  const nav = new Navigation(async () => true);
  await nav.go({ screen: "contacts", tab: "roles" });
  const again = new Navigation(async () => true);
  again.begin();
  expect(again.at).toMatchObject({ screen: "contacts", tab: "roles" });
  again.end();
  again.begin();
  expect(again.at.screen).toBe("overview");
});

it("shows the preview where there is room, and remembers that it was put away", async () => {
  const width = globalThis.innerWidth;
  globalThis.innerWidth = 1280;
  expect(new Navigation(async () => true).previewOpen).toBe(false);
  globalThis.innerWidth = 1920;
  const nav = new Navigation(async () => true);
  expect(nav.previewOpen).toBe(true);
  nav.togglePreview();
  expect(new Navigation(async () => true).previewOpen).toBe(false);
  globalThis.innerWidth = width;
});

it("goes back and forward to where one was, and a new way ends the old one", async () => {
  let scrolled = { list: 0 };
  const nav = new Navigation(async () => true, () => ({ scrolled, focus: "h1" }));
  nav.begin();
  expect([nav.canBack, nav.canForward]).toEqual([false, false]);
  scrolled = { list: 300 };
  await nav.go({ screen: "systems", record: "a" });
  scrolled = { list: 40 };
  await nav.go({ screen: "systems", record: "a" });
  await nav.go({ screen: "print" });
  await nav.turn(-1);
  expect(nav.at).toEqual({ screen: "systems", record: "a" });
  expect(nav.returned?.scrolled).toEqual({ list: 40 });
  await nav.turn(-1);
  expect(nav.at.screen).toBe("overview");
  expect(nav.returned?.scrolled).toEqual({ list: 300 });
  expect([nav.canBack, nav.canForward]).toEqual([false, true]);
  expect(await nav.turn(-1)).toBe(false);
  await nav.turn(1);
  await nav.go({ screen: "guide" });
  expect(nav.canForward).toBe(false);
  await nav.turn(-1);
  expect(nav.at).toEqual({ screen: "systems", record: "a" });
});

it("goes nowhere, back or forward, while something could not be saved", async () => {
  let saved = true;
  const nav = new Navigation(async () => saved);
  nav.begin();
  await nav.go({ screen: "guide" });
  saved = false;
  expect(await nav.turn(-1)).toBe(false);
  expect([nav.at.screen, nav.blocked]).toEqual(["guide", true]);
});
it("finds the place of every list", () => {
  expect(placeOf("backups", "1")).toEqual({ screen: "systems", tab: "backups", record: "1" });
  expect(placeOf("people").screen).toBe("contacts");
  expect(placeOf("facility").tab).toBe("facility");
});

it("finds where the core says something leads", () => {
  expect(placeOfGo("guide/2-1")).toEqual({ screen: "guide", item: "2-1" });
  expect(placeOfGo("text/3.1")).toEqual({ screen: "text", section: "3.1" });
  expect(placeOfGo("first-hour/night")).toEqual({ screen: "first-hour", question: "night" });
  expect(placeOfGo("first-hour").screen).toBe("first-hour");
  expect(placeOfGo("print")).toEqual({ screen: "print", document: "minimum" });
  expect(placeOfGo("downtime")).toMatchObject({ screen: "decisions", tab: "downtime" });
});

it("keeps the page in the preview while the screen and its tab stay the same", async () => {
  const nav = new Navigation(async () => true);
  await nav.go({ screen: "text", section: "1.2" });
  nav.preview = { kind: "template", id: "1.2" };
  await nav.go({ screen: "text", section: "1.2" });
  expect(nav.preview).not.toBeNull();
  await nav.go({ screen: "contacts", tab: "roles" });
  nav.preview = { kind: "roles", id: "r" };
  await nav.go({ screen: "contacts", tab: "people" });
  expect(nav.preview).toBeNull();
});
