// Walking down a list: groups laid flat, and where each key leads.

export type Entry<T> = { head: string; items: readonly T[] } | { item: T; index: number };

/** Items in their order, each run of one group under its head. */
export function entries<T>(items: readonly T[], group?: (item: T) => string): Entry<T>[] {
  if (!group) return items.map((item, index) => ({ item, index }));
  const flat: Entry<T>[] = [];
  let of: string | undefined;
  let run: T[] = [];
  items.forEach((item, index) => {
    const name = group(item);
    if (name !== of || index === 0) {
      of = name;
      run = [];
      flat.push({ head: name, items: run });
    }
    run.push(item);
    flat.push({ item, index });
  });
  return flat;
}

/** The index that a key leads to from `at` (-1: nothing selected), or undefined where the key means nothing here. */
export function step(key: string, at: number, length: number, page: number): number | undefined {
  if (length === 0) return undefined;
  const last = length - 1;
  switch (key) {
    case "ArrowDown":
    case "j":
      return Math.min(at + 1, last);
    case "ArrowUp":
    case "k":
      return at < 0 ? last : Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    case "PageDown":
      return Math.min(Math.max(at, 0) + page, last);
    case "PageUp":
      return Math.max(at - page, 0);
    default:
      return undefined;
  }
}

/** Every id from one to the other, whichever comes first. */
export function between(ids: readonly string[], a: string, b: string): string[] {
  const [from, to] = [ids.indexOf(a), ids.indexOf(b)].sort((x, y) => x - y);
  return from === undefined || to === undefined || from < 0 ? [b] : ids.slice(from, to + 1);
}
