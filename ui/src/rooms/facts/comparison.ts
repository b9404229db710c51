// Claims held against the one that leads: the same fields in the same order, and where each differs.
import type { Agreement, Bound, ClaimKind, ConflictRow, Hedge, Rung } from "../../api/client";
import { isTime } from "../../kinds";
import { boundWords, date, hedgeWords, rungWords } from "../../words";
import { number } from "./list";

export type FieldName = "value" | "bound" | "period" | "hedge" | "rung" | "scope";

/** What claims and facts have in common. */
export interface Comparable {
  id: string;
  kind: ClaimKind;
  value: string | null;
  unit: string | null;
  bound: Bound | null;
  period: string | null;
  hedge: Hedge;
  rung: Rung | null;
  scope: string | null;
  words: string;
}

/** How a cell stands to that of the leading claim: `silent` where only the leading one says something, `adds` where only this one does. */
export type Standing = "same" | "differs" | "silent" | "adds";

export interface Cell {
  text: string;
  standing: Standing;
}

export interface Field {
  name: FieldName;
  label: string;
  /** What all of them say, where they say the same; such a field need not be shown in each. */
  shared: string | undefined;
}

export interface Compared<T extends Comparable> {
  /** The fields of which at least one says something. */
  fields: Field[];
  rows: { of: T; leads: boolean; cells: Record<FieldName, Cell> }[];
}

/** Holds each of `all` against the one with the id `leading`, which comes first; the others keep their order. */
export function compared<T extends Comparable>(all: readonly T[], leading: string): Compared<T> {
  const lead = all.find(({ id }) => id === leading) ?? all[0];
  if (!lead) return { fields: [], rows: [] };
  const rows = [lead, ...all.filter((other) => other !== lead)].map((of) => ({ of, leads: of === lead, cells: cellsOf(of, lead) }));
  const fields = FIELDS.filter(({ name }) => name === "value" || rows.some((row) => row.cells[name].text !== "")).map(({ name, label }) => {
    const texts = new Set(rows.map((row) => row.cells[name].text));
    return { name, label, shared: texts.size === 1 ? [...texts][0] : undefined };
  });
  return { fields, rows };
}

/** The claims with those first that fit least; of as many, as they came. */
export function leastFittingFirst<T extends Comparable>(all: readonly T[], leading: string, verdicts: ReadonlyMap<string, ConflictRow>): T[] {
  const rank = ({ id }: T) => (id === leading ? -1 : ORDER.indexOf(verdicts.get(id)?.verdict ?? "equal"));
  return [...all].sort((a, b) => rank(a) - rank(b) || number(a.id) - number(b.id));
}

/** How each claim stands to the leading one, as far as they were compared. */
export function verdictsAgainst(leading: string, comparisons: readonly ConflictRow[]): Map<string, ConflictRow> {
  const found = new Map<string, ConflictRow>();
  for (const row of comparisons) {
    const [a, b] = row.claims;
    if (a === leading) found.set(b, row);
    else if (b === leading) found.set(a, row);
  }
  return found;
}

/** Verdicts by what they say, those that fit least first. */
export function byVerdict(comparisons: readonly ConflictRow[]): { verdict: Agreement; rows: ConflictRow[] }[] {
  return ORDER.map((verdict) => ({ verdict, rows: comparisons.filter((row) => row.verdict === verdict) })).filter(({ rows }) => rows.length > 0);
}

const ORDER: readonly Agreement[] = ["conflicting", "not-comparable", "compatible", "contained", "equal"];

const FIELDS: readonly { name: FieldName; label: string }[] = [
  { name: "value", label: "Value" },
  { name: "bound", label: "Bound" },
  { name: "period", label: "When" },
  { name: "hedge", label: "Whether" },
  { name: "rung", label: "Who" },
  { name: "scope", label: "Scope" },
];

function cellsOf(of: Comparable, lead: Comparable): Record<FieldName, Cell> {
  const cell = (text: (one: Comparable) => string, meaning: (one: Comparable) => string = text): Cell => ({
    text: text(of),
    standing: standing(meaning(of), meaning(lead)),
  });
  return {
    value: cell((one) => one.words, valueOf),
    bound: cell((one) => (one.bound ? boundWords[one.bound] : "")),
    // A period's value is its date, and an attribution's its party: said once.
    period: cell((one) => (isTime(one.kind) ? "" : date(one.period))),
    hedge: cell((one) => hedgeWords[one.hedge]),
    rung: cell((one) => (one.kind === "attribution" ? "" : rungWords(one.rung))),
    scope: cell((one) => one.scope ?? ""),
  };
}

function standing(own: string, leads: string): Standing {
  if (own === leads) return "same";
  if (own === "") return "silent";
  return leads === "" ? "adds" : "differs";
}

/** What two values are compared by: the figure without its bound, which has a field of its own. */
function valueOf(one: Comparable): string {
  if (isTime(one.kind)) return one.period ?? "";
  if (one.kind === "attribution" && one.value === null) return rungWords(one.rung);
  return [one.value ?? "", one.unit ?? ""].join(" ").trim().toLowerCase();
}
