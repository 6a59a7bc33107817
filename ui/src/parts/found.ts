import type { HitView } from "../backend/contract";
import { nav, notes, plan } from "../state/app";
import type { Line } from "../state/find.svelte";
import { groupsOf, placeOfGo, RAIL, TABS, type Screen } from "../state/places";
import { find as words } from "../text/find";
import { screens, shortTabs, tabGroups, tabs } from "../text/session";
import { leadTo, placeOfRef } from "./lead";

/** What a tab is called. */
const tabName = (tab: string) => tabs[tab] ?? shortTabs[tab] ?? plan.kind(tab)?.name ?? tab;

/** Where in the window a screen and tab lie, in words. */
export function placeName(screen: Screen, tab?: string): string {
  const name = screens[screen] ?? screen;
  return tab && (TABS[screen]?.length ?? 0) > 1 ? words.within(name, tabName(tab)) : name;
}

/** The places of the window by what they are called, for the search. */
export function namedScreens(): Record<string, string> {
  const all = [...RAIL, "first-hour" as const].flatMap((screen): [string, string][] => {
    const own: [string, string] = [screen, screens[screen] ?? screen];
    const group = (tab: string) => tabGroups[groupsOf(screen).find((one) => one.tabs.includes(tab))?.id ?? ""] ?? "";
    return [own, ...(TABS[screen] ?? []).map((tab): [string, string] => [`${screen}/${tab}`, `${placeName(screen, tab)} ${group(tab)}`])];
  });
  return Object.fromEntries(all);
}

/** 「どこ」 of what was found. */
export function placeOfHit(hit: HitView): string {
  const place = hit.at ? placeOfRef(hit.at) : hit.go ? placeOfGo(hit.go) : null;
  return place ? placeName(place.screen, place.tab) : "";
}

/** Goes to what was chosen: to the field itself where it is one. */
export async function goTo(line: Line) {
  if (line.sort === "screen") {
    const [screen, tab] = line.id.split("/");
    await nav.go({ screen: screen as Screen, tab });
  } else if (line.sort === "page") {
    // Where nothing is previewed no page is shown.
    if (["print", "import", "packs"].includes(nav.at.screen) && !(await nav.go({ screen: "overview" }))) return;
    setTimeout(() => nav.showPage(line.page.label));
  } else if (line.hit.at) await leadTo(placeOfRef(line.hit.at), line.hit.at, line.hit.field);
  else if (line.hit.go) await nav.go(placeOfGo(line.hit.go));
  else notes.say(words.means(line.hit.title, line.hit.text));
}
