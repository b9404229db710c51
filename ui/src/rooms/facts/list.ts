// The list of facts: which are shown, in what order, under which heads.
import type { ClaimKind, FactRow, FactState, Hedge } from "../../api/client";
import { count, hedgeWords, kindWords, rungWords, sentence } from "../../words";

export type Sorting = "subject" | "origins";

export interface Filter {
  /** Each of its words must occur in a fact. */
  text: string;
  /** Empty: all. */
  kinds: readonly ClaimKind[];
  hedges: readonly Hedge[];
  states: readonly FactState[];
  oneOrigin: boolean;
  withConflicts: boolean;
}

export const everything: Filter = { text: "", kinds: [], hedges: [], states: [], oneOrigin: false, withConflicts: false };

/** The quiet lines over and under what a row of a list says. */
export interface Lines {
  above?: string;
  below: string;
}

/** A head with the facts under it. Sorted by subject: one for each subject and kind; sorted by origins: one for each number. */
export interface Group {
  key: string;
  /** The subject, or the number of origins in words. */
  head: string;
  /** The kind, where the head is a subject. */
  kind?: ClaimKind;
  /** How many facts the whole subject has that are shown; on its first group alone. */
  total?: number;
  facts: FactRow[];
}

/** The facts that pass. `conflicts` are those that still need a person. */
export function passing(facts: readonly FactRow[], filter: Filter, conflicts: ReadonlyMap<string, number>): FactRow[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  const any = <T>(chosen: readonly T[], value: T) => chosen.length === 0 || chosen.includes(value);
  return facts.filter(
    (fact) =>
      any(filter.kinds, fact.kind) &&
      any(filter.hedges, fact.hedge) &&
      any(filter.states, fact.state) &&
      (!filter.oneOrigin || fact.origins === 1) &&
      (!filter.withConflicts || (conflicts.get(fact.id) ?? 0) > 0) &&
      (words.length === 0 || words.every((word) => searched(fact).includes(word))),
  );
}

/** How many filters are set, the box not counted. */
export function filtersSet(filter: Filter): number {
  return filter.kinds.length + filter.hedges.length + filter.states.length + Number(filter.oneOrigin) + Number(filter.withConflicts);
}

/** The facts under their heads. Subjects of which most is known come first; within one, who, what, how much, when, and what was said. */
export function arranged(facts: readonly FactRow[], sorting: Sorting): Group[] {
  if (sorting === "origins") {
    const groups = grouped([...facts].sort((a, b) => b.origins - a.origins || inOrder(a, b)), (fact) => String(fact.origins));
    return groups.map(([key, held]) => ({ key, head: count(held[0]?.origins ?? 0, "origin"), facts: held }));
  }
  const sizes = new Map(grouped(facts, (fact) => fact.subject).map(([subject, held]) => [subject, held.length]));
  const size = (fact: FactRow) => sizes.get(fact.subject) ?? 0;
  const sorted = [...facts].sort((a, b) => size(b) - size(a) || byName(a.subject, b.subject) || inOrder(a, b));
  let last: string | undefined;
  return grouped(sorted, (fact) => JSON.stringify([fact.subject, fact.kind])).map(([key, held]) => {
    const { subject, kind } = held[0]!;
    const group: Group = { key, head: subject, kind, facts: held };
    if (subject !== last) group.total = sizes.get(subject) ?? 0;
    last = subject;
    return group;
  });
}

/** The kinds, hedges and states that occur, each with its number, in the order of the list: what the filters offer. */
export function offered(facts: readonly FactRow[]): { kinds: [ClaimKind, number][]; hedges: [Hedge, number][]; states: [FactState, number][] } {
  const tally = <T>(of: (fact: FactRow) => T) => {
    const found = new Map<T, number>();
    for (const fact of facts) found.set(of(fact), (found.get(of(fact)) ?? 0) + 1);
    return [...found];
  };
  return {
    kinds: tally((fact) => fact.kind).sort(([a], [b]) => rank(a) - rank(b)),
    hedges: tally((fact) => fact.hedge).sort(([a], [b]) => HEDGES.indexOf(a) - HEDGES.indexOf(b)),
    states: tally((fact) => fact.state).sort(([a], [b]) => STATES.indexOf(a) - STATES.indexOf(b)),
  };
}

/** The property where the kind does not say it already: a count of "accounts", but no method of "method". */
export function propertyOf(fact: Pick<FactRow, "kind" | "property">): string {
  const { kind, property } = fact;
  return property === kind || property === kindWords[kind] ? "" : property;
}

/** "Counts", "Acts". */
export function kindHead(kind: ClaimKind): string {
  return HEADS[kind] ?? sentence(`${kindWords[kind]}s`);
}

/** Who, what, how much, when, what was said about it, what follows from it, where it comes from. */
const KINDS: readonly ClaimKind[] = [
  "party", "attribution", "act", "method", "technique", "capability", "count", "amount", "rate", "superlative", "period", "date", "disclosure",
  "response", "verification", "legal-word", "quotation", "statement", "opinion", "forecast", "measure", "recipient", "terms", "sharing", "safety",
  "effect", "market", "definition", "provenance",
];
const HEDGES: readonly Hedge[] = [
  "confirmed", "asserted", "reported", "alleged", "disputed", "denied", "conditional", "planned", "forecast", "opinion",
];
const STATES: readonly FactState[] = ["open", "settled", "disputed", "superseded"];

const HEADS: Partial<Record<ClaimKind, string>> = {
  party: "Parties", capability: "Capabilities", sharing: "Information sharing", safety: "Safety", terms: "Terms of service", market: "Market",
  provenance: "Provenance",
};

function rank(kind: ClaimKind): number {
  const at = KINDS.indexOf(kind);
  return at < 0 ? KINDS.length : at;
}

/** Kind, then property, then the order in which facts came to be. */
export function inOrder(a: FactRow, b: FactRow): number {
  return rank(a.kind) - rank(b.kind) || byName(a.property, b.property) || number(a.id) - number(b.id);
}

/** "F12" is after "F7". */
export function number(id: string): number {
  return Number(id.slice(1)) || 0;
}

const names = new Intl.Collator("en", { sensitivity: "base", numeric: true });

export function byName(a: string, b: string): number {
  return names.compare(a, b);
}

function grouped<K, T>(items: readonly T[], key: (item: T) => K): [K, T[]][] {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const of = key(item);
    const group = found.get(of);
    if (group) group.push(item);
    else found.set(of, [item]);
  }
  return [...found];
}

/** What the filter box looks through, worked out once for each row. */
const texts = new WeakMap<FactRow, string>();

function searched(fact: FactRow): string {
  let text = texts.get(fact);
  if (text === undefined) {
    const parts = [
      fact.id, fact.subject, fact.property, fact.words, fact.value, fact.scope, rungWords(fact.rung), kindWords[fact.kind], hedgeWords[fact.hedge],
    ];
    text = plain(parts.filter(Boolean).join(" "));
    texts.set(fact, text);
  }
  return text;
}

/** Without case, accents and the commas in figures, so that "25000" finds "25,000". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/(\d),(?=\d{3})/g, "$1").toLowerCase();
}
