// Where a person is on a screen: how far each part is scrolled, and what has the focus.

export type Where = { scrolled: Record<string, number>; focus: string };

/** Attributes that name a control on a screen, the most exact first. */
const NAMES = ["data-finding-at", "data-remark-at", "data-id", "data-item", "data-section", "data-field", "data-tree-box", "data-map-box", "data-do", "data-tab", "data-go"];
/** How many frames a list may take to load before its place is given up. */
const FRAMES = 120;

const scrollers = () => [...document.querySelectorAll<HTMLElement>("[data-scroll]")];

export function whereNow(): Where {
  const focus = document.activeElement;
  const name = NAMES.find((one) => focus?.hasAttribute(one));
  return {
    scrolled: Object.fromEntries(scrollers().map((one) => [one.dataset.scroll ?? "", one.scrollTop])),
    focus: name ? `[${name}="${CSS.escape(focus?.getAttribute(name) ?? "")}"]` : "",
  };
}

/** Brings a screen back to where a person left it, as soon as it is drawn that far. A turn of the wheel ends it. */
export async function backTo({ scrolled, focus }: Where) {
  const left = new Map(Object.entries(scrolled).filter(([, top]) => top > 0));
  let focused = false;
  let stopped = false;
  const stop = () => (stopped = true);
  for (const event of ["wheel", "keydown", "pointerdown"]) window.addEventListener(event, stop, { once: true, capture: true });
  for (let frames = FRAMES; frames > 0 && !stopped && (left.size > 0 || !focused); frames -= 1) {
    await new Promise((done) => requestAnimationFrame(done));
    if (!focused) {
      const target = focus ? document.querySelector<HTMLElement>(focus) : document.querySelector<HTMLElement>("h1");
      target?.focus({ preventScroll: true });
      focused = target !== null;
    }
    for (const one of scrollers()) {
      const top = left.get(one.dataset.scroll ?? "");
      if (top === undefined || one.scrollHeight - one.clientHeight < top - 1) continue;
      one.scrollTop = top;
      left.delete(one.dataset.scroll ?? "");
    }
  }
  for (const event of ["wheel", "keydown", "pointerdown"]) window.removeEventListener(event, stop, true);
  if (!focused) document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}

/** A new screen begins at its top. */
export function toTop() {
  for (const one of scrollers()) one.scrollTo?.(0, 0);
}
