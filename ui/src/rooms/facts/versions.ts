// Facts that are versions of one thing in time: the later one can stand in the earlier one's place.
import type { FactRow } from "../../api/client";
import { isFigure, isTime } from "../../kinds";
import type { Conflict } from "./conflicts";
import { byName, number } from "./list";

/** Of two facts that a comparison sets beside each other, which is the later version; undefined where neither is, or one fact holds both. */
export function versionsIn({ detail, facts, within }: Conflict): { earlier: FactRow; later: FactRow } | undefined {
  const at = detail.claims.findIndex((claim) => claim.id === detail.row.later);
  const [later, earlier] = [facts[at], facts[1 - at]];
  return later && earlier && !within ? { earlier, later } : undefined;
}

/** Whether one of the two facts stands in the other's place. */
export function isSucceeded({ facts: [left, right] }: Pick<Conflict, "facts">): boolean {
  return left.superseded_by === right.id || right.superseded_by === left.id;
}

/**
 * The facts that could stand in the place of `fact`: of its subject and kind, and not superseded themselves. A figure or a date can only be
 * followed by one that measures the same; of others, those of the same property come first.
 */
export function successors(fact: FactRow, facts: readonly FactRow[]): FactRow[] {
  const unlike = (other: FactRow) => Number(other.property !== fact.property) + Number(other.unit !== fact.unit);
  return facts
    .filter((other) => other.id !== fact.id && other.subject === fact.subject && other.kind === fact.kind && other.state !== "superseded")
    .filter((other) => !isMeasured(fact) || unlike(other) === 0)
    .sort((a, b) => unlike(a) - unlike(b) || byName(a.property, b.property) || number(a.id) - number(b.id));
}

/** By what the facts that could stand in its place are like it, and what is said where there are none. */
export function successorWords(fact: FactRow): { alike: string; none: string } {
  return isMeasured(fact)
    ? { alike: "These measure the same.", none: "No other fact measures the same." }
    : { alike: "These are of the same subject and kind.", none: "No other fact is of its subject and kind." };
}

const isMeasured = ({ kind }: FactRow): boolean => isFigure(kind) || isTime(kind);

/** The facts in whose place `fact` stands. */
export function predecessors(fact: Pick<FactRow, "id">, facts: readonly FactRow[]): FactRow[] {
  return facts.filter((other) => other.superseded_by === fact.id);
}
