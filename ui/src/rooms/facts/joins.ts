// Joins that are suggested, as a list to be worked through.
import type { FactId, FactRow, SuggestionRow } from "../../api/client";
import { count, kindWords } from "../../words";
import { type Lines, propertyOf } from "./list";

type Facts = ReadonlyMap<FactId, FactRow>;

/** A suggestion is known by the claims that it would join. */
export function joinKey({ claims }: { claims: readonly string[] }): string {
  return claims.join(" ");
}

/** The facts that would be one. */
export function joinedFacts(suggestion: SuggestionRow, facts: Facts): FactRow[] {
  return suggestion.facts.flatMap((id) => facts.get(id) ?? []);
}

/** What they say, each once. */
export function valuesOf(suggestion: SuggestionRow, facts: Facts): string[] {
  return [...new Set(joinedFacts(suggestion, facts).map(({ words }) => words))];
}

/** Of whom, how many facts, and of what. */
export function joinLines(suggestion: SuggestionRow, facts: Facts): Lines {
  const [first] = joinedFacts(suggestion, facts);
  const many = count(suggestion.facts.length, "fact");
  return { above: first?.subject ?? "", below: first ? `${many} · ${propertyOf(first) || kindWords[first.kind]}` : many };
}
