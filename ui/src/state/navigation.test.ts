import { beforeEach, expect, it } from "vitest";
import { Navigation } from "./navigation.svelte";
import { placeOf } from "./places";

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

it("remembers that the preview was put away", () => {
  new Navigation(async () => true).togglePreview();
  expect(new Navigation(async () => true).previewOpen).toBe(false);
});

it("finds the place of every list", () => {
  expect(placeOf("backups", "1")).toEqual({ screen: "systems", tab: "backups", record: "1" });
  expect(placeOf("people").screen).toBe("contacts");
  expect(placeOf("facility").tab).toBe("facility");
});
