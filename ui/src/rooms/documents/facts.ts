// Searching the facts of a dossier for one to write about.
import type { FactRow } from "../../api/client";
import { keyWords, kindWords } from "../../words";
import { factWords } from "./basis";

/** The facts in which every word of `query` occurs; those of one subject stand together. */
export function matching(facts: readonly FactRow[], query: string): FactRow[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return facts.filter((fact) => {
    const text = plain(`${fact.id} ${fact.subject} ${keyWords(fact.property)} ${kindWords[fact.kind]} ${factWords(fact)} ${fact.scope ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}

/** The words to begin a search with: what was selected, where any fact has it; else nothing. */
export function beginning(facts: readonly FactRow[], selected: string): string {
  const bare = selected.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (bare === "") return "";
  if (matching(facts, bare).length > 0) return bare;
  // "nearly 24,000 accounts" is found by its figure.
  const figure = /\d[\d.,]*\d|\d/.exec(bare)?.[0] ?? "";
  return figure !== "" && matching(facts, figure).length > 0 ? figure : "";
}

/** Facts in the order of their subjects, those of which most is known first. */
export function bySubject(facts: readonly FactRow[]): FactRow[] {
  const sizes = new Map<string, number>();
  for (const fact of facts) sizes.set(fact.subject, (sizes.get(fact.subject) ?? 0) + 1);
  return facts.toSorted((a, b) => (sizes.get(b.subject) ?? 0) - (sizes.get(a.subject) ?? 0) || a.subject.localeCompare(b.subject));
}

/** Written as it may be typed: straight quotation marks, figures without commas. */
const plain = (text: string): string => text.toLowerCase().replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/(?<=\d),(?=\d{3})/g, "");
