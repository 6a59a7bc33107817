/** How many frames a list may take to load before its field is given up. */
const FRAMES = 120;

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** Puts the focus on something that is just coming on screen. */
export async function focusOn(selector: string) {
  for (let left = FRAMES; left > 0; left -= 1) {
    await frame();
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) continue;
    found.scrollIntoView?.({ block: "center" });
    return found.focus();
  }
}

/** Puts the focus on a field of the form that is just coming on screen. */
export const toField = (name: string) => focusOn(`[data-field="${name}"]`);
