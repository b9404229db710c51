// What stays selected when the facts change under it: judgements join and split them, and the list is filtered.
import type { FactId, FactRow } from "../../api/client";

type Held = Pick<FactRow, "id" | "claims">;

/**
 * The fact to select now where `id` was selected before: itself while it stands, else the one that holds most of its claims, else the
 * one that took its place in the list. Undefined where nothing is left.
 */
export function followed(id: FactId | undefined, before: readonly Held[], after: readonly Held[]): FactId | undefined {
  if (id === undefined) return undefined;
  if (after.some((fact) => fact.id === id)) return id;
  const at = before.findIndex((fact) => fact.id === id);
  const gone = before[at];
  if (!gone) return undefined;
  return heirOf(gone, after) ?? neighbour(before, at, after);
}

/** The same for facts chosen to be joined: each as it now stands, none twice, and none that merely took another's place. */
export function chosenAfter(chosen: readonly FactId[], before: readonly Held[], after: readonly Held[]): FactId[] {
  const standing = new Set(after.map((fact) => fact.id));
  const held = new Map(before.map((fact) => [fact.id, fact]));
  const kept = chosen.flatMap((id) => {
    if (standing.has(id)) return [id];
    const gone = held.get(id);
    const heir = gone && heirOf(gone, after);
    return heir ? [heir] : [];
  });
  return [...new Set(kept)];
}

/** The key that comes after `key` in `before` and is still in `after`, else the one before it. For lists that shrink as they are worked through. */
export function nextIn(key: string | undefined, before: readonly string[], after: readonly string[]): string | undefined {
  if (key !== undefined && after.includes(key)) return key;
  const at = key === undefined ? -1 : before.indexOf(key);
  if (at < 0) return after[0];
  const left = new Set(after);
  return before.slice(at + 1).find((other) => left.has(other)) ?? after.at(-1);
}

/** With `id` added where it was not chosen, and taken out where it was. */
export function toggled<T>(chosen: readonly T[], id: T): T[] {
  return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
}

function heirOf(gone: Held, after: readonly Held[]): FactId | undefined {
  const claims = new Set(gone.claims);
  let best: { id: FactId; shared: number } | undefined;
  for (const fact of after) {
    const shared = fact.claims.filter((claim) => claims.has(claim)).length;
    if (shared > (best?.shared ?? 0)) best = { id: fact.id, shared };
  }
  return best?.id;
}

function neighbour(before: readonly Held[], at: number, after: readonly Held[]): FactId | undefined {
  const left = new Set(after.map((fact) => fact.id));
  const standing = (fact: Held) => left.has(fact.id);
  return (before.slice(at + 1).find(standing) ?? before.slice(0, at).findLast(standing))?.id;
}
