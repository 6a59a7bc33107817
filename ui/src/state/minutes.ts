import { remember, remembered } from "./remembered";

/** How long a sitting may be. */
export const MINUTES = [30, 60, 90, 120];

const KEY = "sonae.minutes";
const USUAL = 90;

/** The length chosen last, 90 minutes until then. */
export function lastMinutes(): number {
  const last = Number(remembered(localStorage, KEY));
  return MINUTES.includes(last) ? last : USUAL;
}

export const keepMinutes = (minutes: number) => remember(localStorage, KEY, String(minutes));
