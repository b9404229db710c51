// The conflicts as a list to be worked through. What cannot be compared stands apart: it is a difference to know, not a fault.
import type { ConflictDetail, FactId, FactRow, JudgementRow } from "../../api/client";
import { claimsOf } from "./judgements";
import { type Lines, byName, inOrder, number } from "./list";
import { isSucceeded, versionsIn } from "./versions";

export interface Conflict {
  key: string;
  detail: ConflictDetail;
  /** The facts that hold the left and the right claim; the same where both are in one. */
  facts: [FactRow, FactRow];
  within: boolean;
}

export interface Worklist {
  /** What needs a person, in the order in which it is best read. */
  open: Conflict[];
  /** Values of which one is the later version of the other, and nobody has said yet whether it stands in its place. */
  versions: Conflict[];
  /** What cannot be held against each other. */
  differences: Conflict[];
  /** How many a person has settled. */
  settled: number;
}

/** Sorts the comparisons into what is open and what only is to be known. */
export function worklist(details: readonly ConflictDetail[], facts: readonly FactRow[], judgements: readonly JudgementRow[]): Worklist {
  const holder = new Map(facts.flatMap((fact) => fact.claims.map((claim) => [claim, fact] as const)));
  const apart = new Apart(judgements);
  const open: Conflict[] = [];
  const versions: Conflict[] = [];
  const differences: Conflict[] = [];
  let settled = 0;
  for (const detail of details) {
    const [left, right] = detail.claims.map((claim) => holder.get(claim.id));
    if (!left || !right) continue;
    const conflict: Conflict = { key: detail.row.claims.join(" "), detail, facts: [left, right], within: left.id === right.id };
    if (detail.row.verdict === "not-comparable") {
      if (!versionsIn(conflict)) differences.push(conflict);
      else if (!isSucceeded(conflict) && !apart.has(left, right)) versions.push(conflict);
    }
    else if (detail.row.verdict !== "conflicting") continue;
    else if (isSettled(conflict, apart)) settled += 1;
    else open.push(conflict);
  }
  return { open: open.sort(inReadingOrder), versions: versions.sort(inReadingOrder), differences: differences.sort(inReadingOrder), settled };
}

/** The head under which each stands, by its key. */
export function headsOf({ open, versions, differences }: Worklist): Map<string, string> {
  const under = (head: string, held: readonly Conflict[]) => held.map(({ key }) => [key, head] as const);
  return new Map([...under("To settle", open), ...under("Later versions", versions), ...under("Differences to know", differences)]);
}

/** Of whom, of what, and in which facts. */
export function conflictLines({ facts: [left, right], within }: Conflict): Lines {
  const what = left.property === right.property ? left.property : `${left.property}, ${right.property}`;
  return { above: left.subject, below: within ? what : `${what} · ${left.id} and ${right.id}` };
}

/** How many open conflicts each fact is in. */
export function conflictsByFact(open: readonly Conflict[]): Map<FactId, number> {
  const found = new Map<FactId, number>();
  for (const { facts } of open) {
    for (const id of new Set(facts.map((fact) => fact.id))) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/**
 * Settled in one fact by adopting a value or marking it as disputed; between two facts by saying that they are different things, by marking
 * both as disputed, or by saying that another stands in the place of one.
 */
function isSettled(conflict: Conflict, apart: Apart): boolean {
  const [left, right] = conflict.facts;
  if (conflict.within) return left.state === "settled" || left.state === "disputed";
  if (left.state === "superseded" || right.state === "superseded") return true;
  return apart.has(left, right) || (left.state === "disputed" && right.state === "disputed");
}

/** Which claims a person has set apart. */
class Apart {
  #judged = new Map<string, Set<number>>();
  #facts = new Map<string, ReadonlySet<number>>();

  constructor(judgements: readonly JudgementRow[]) {
    for (const [at, row] of judgements.entries()) {
      if (row.kind !== "different" || !row.standing) continue;
      for (const claim of claimsOf(row)) {
        const found = this.#judged.get(claim) ?? new Set();
        this.#judged.set(claim, found.add(at));
      }
    }
  }

  has(a: FactRow, b: FactRow): boolean {
    const others = this.#of(b);
    return [...this.#of(a)].some((judgement) => others.has(judgement));
  }

  #of(fact: FactRow): ReadonlySet<number> {
    let found = this.#facts.get(fact.id);
    if (!found) this.#facts.set(fact.id, (found = new Set(fact.claims.flatMap((claim) => [...(this.#judged.get(claim) ?? [])]))));
    return found;
  }
}

/** By subject and fact as in the list; in one fact before between two; then as the claims came. */
function inReadingOrder(a: Conflict, b: Conflict): number {
  const [of, other] = [a.facts[0], b.facts[0]];
  return (
    byName(of.subject, other.subject) ||
    inOrder(of, other) ||
    Number(b.within) - Number(a.within) ||
    number(a.detail.claims[0].id) - number(b.detail.claims[0].id) ||
    number(a.detail.claims[1].id) - number(b.detail.claims[1].id)
  );
}
