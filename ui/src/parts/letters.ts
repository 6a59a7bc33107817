/** Signs that ask for one form of the letter before them, as in 辻󠄀. */
const SIGNS = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u;
const ALL = new RegExp(SIGNS, "gu");

const WHOLE: MutationObserverInit = { subtree: true, childList: true, characterData: true };

function clear(node: Node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.nodeValue ?? "";
    if (SIGNS.test(text)) node.nodeValue = text.replace(ALL, "");
    return;
  }
  for (const one of node.childNodes) clear(one);
}

/**
 * The window's typeface on Linux draws a letter with such a sign as an empty box. So nothing that is read shows one, on no
 * screen: text loses it before it is painted. What is typed into is no text of the page and keeps it, as what is stored
 * does.
 */
export function plainLetters(root: Node) {
  const seen = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") clear(change.target);
      else for (const one of change.addedNodes) clear(one);
    }
  });
  seen.observe(root, WHOLE);
  return () => seen.disconnect();
}
