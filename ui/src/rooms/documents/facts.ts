// Searching the facts of a dossier for one to write about.
import type { ComputationRow, FactRow } from "../../api/client";
import { keyWords, kindWords } from "../../words";
import { factWords } from "./basis";

/** The facts in which every word of `query` occurs; those of one subject stand together. */
export function matching(facts: readonly FactRow[], query: string): FactRow[] {
  const has = search(query);
  return facts.filter((fact) => has(`${fact.id} ${fact.subject} ${keyWords(fact.property)} ${kindWords[fact.kind]} ${factWords(fact)} ${fact.scope ?? ""}`));
}

/** The figures of ours in which, or in whose working, every word of `query` occurs. */
export function matchingOurs(rows: readonly ComputationRow[], query: string): ComputationRow[] {
  const has = search(query);
  return rows.filter((row) => has(`${row.words} ${row.working} our computation`));
}

function search(query: string): (text: string) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return (text) => words.every((word) => plain(text).includes(word));
}

/** The words to begin a search with: what was selected, where any fact or figure of ours has it; else nothing. */
export function beginning(facts: readonly FactRow[], selected: string, ours: readonly ComputationRow[] = []): string {
  const isFound = (words: string) => matching(facts, words).length > 0 || matchingOurs(ours, words).length > 0;
  const bare = selected.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (bare === "") return "";
  if (isFound(bare)) return bare;
  // "nearly 24,000 accounts" is found by its figure.
  const figure = /\d[\d.,]*\d|\d/.exec(bare)?.[0] ?? "";
  return figure !== "" && isFound(figure) ? figure : "";
}

/** What the choice means for the document. */
export function pickerWords(of: "fact" | "computation", binding: boolean): string {
  if (of === "computation") {
    return binding
      ? "The footnote will say that it is our computation, and from which facts."
      : "With the words “our computation”, bound to how it is computed, and with its footnote.";
  }
  return binding ? "The footnote will quote the words behind the fact." : "As a letter would say it, bound and with its footnote.";
}

/** Facts in the order of their subjects, those of which most is known first. */
export function bySubject(facts: readonly FactRow[]): FactRow[] {
  const sizes = new Map<string, number>();
  for (const fact of facts) sizes.set(fact.subject, (sizes.get(fact.subject) ?? 0) + 1);
  return facts.toSorted((a, b) => (sizes.get(b.subject) ?? 0) - (sizes.get(a.subject) ?? 0) || a.subject.localeCompare(b.subject));
}

/** Written as it may be typed: straight quotation marks, figures without commas. */
const plain = (text: string): string => text.toLowerCase().replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/(?<=\d),(?=\d{3})/g, "");
