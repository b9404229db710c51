// The key list: groups of one name together, what has no key left out, the room's own first.
import type { Group } from "../state/keys.svelte";

export type Line = { does: string; keys: string[] };

/** Keys that widgets have of themselves. */
const LISTS: { name: string; lines: Line[] } = {
  name: "In a list",
  lines: [
    { does: "Next, previous", keys: ["down", "up"] },
    { does: "First, last", keys: ["home", "end"] },
    { does: "Mark several, where they can be marked", keys: ["space", "shift+down"] },
  ],
};

export function listedKeys(groups: readonly Group[]): { name: string; lines: Line[] }[] {
  const named = new Map<string, Line[]>();
  for (const group of groups) {
    const lines = named.get(group.name) ?? [];
    for (const key of group.keys) {
      const spelled = typeof key.keys === "string" ? [key.keys] : key.keys;
      if (spelled.length > 0 && !lines.some((line) => line.does === key.does)) lines.push({ does: key.does, keys: spelled });
    }
    if (lines.length > 0) named.set(group.name, lines);
  }
  return [...[...named].map(([name, lines]) => ({ name, lines })), LISTS];
}
