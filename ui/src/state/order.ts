/**
 * A record moves among its own: behind which of `all` must it stand to become
 * number `to` of `own`? Others may lie between them; `null` is the very front.
 */
export function behind(all: string[], own: string[], id: string, to: number): string | null {
  const others = own.filter((one) => one !== id);
  const before = others[to - 1];
  if (before !== undefined) return before;
  const rest = all.filter((one) => one !== id);
  return rest[rest.indexOf(others[0] ?? "") - 1] ?? null;
}
