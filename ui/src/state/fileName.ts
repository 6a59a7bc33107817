/** What a file is called when it is saved out: the name at the end of its stored text (`type size [WxH] hash [name]`).
 * Pictures attached before names were kept are called `unnamed`. */
export const fileName = (stored: string, unnamed: string): string =>
  / [0-9a-f]{64} (.+)$/.exec(stored)?.[1] ?? `${unnamed}.${stored.startsWith("image/png") ? "png" : "jpg"}`;
