// What people decided about a fact, in words, and which of it made the fact what it is.
import type { ClaimId, FactDetail, FactId, FactRow, JudgementRow, Verdict } from "../../api/client";
import { count, credibilityWords, listed, quotation } from "../../words";
import { number } from "./list";

/** The claims that a judgement names. */
export function claimsOf(row: JudgementRow): ClaimId[] {
  const { claims, claim } = row as JudgementRow & { claims?: ClaimId[]; claim?: ClaimId };
  return claims ?? (claim ? [claim] : []);
}

/** What was decided, to follow a name: "Ada Reyes joined C8 with C24". */
export function decided(row: JudgementRow): string {
  const claims = claimsOf(row);
  switch (row.kind) {
    case "accept":
      return claims.length === 1 ? `accepted ${claims[0]}` : `accepted ${count(claims.length, "claim")} at once`;
    case "reject":
      return `rejected ${few(claims)}`;
    case "replace":
      if (row.by.length > 1) return `split ${few(claims)} into ${few(row.by)}`;
      return claims.length > 1 ? `merged ${few(claims)} into ${few(row.by)}` : `edited ${few(claims)}, now ${few(row.by)}`;
    case "add":
      return `added ${few(claims)}`;
    case "same":
      return `joined ${few(claims)}`;
    case "different":
      return `set ${few(claims)} apart`;
    case "adopt":
      return `adopted the value of ${few(claims)}`;
    case "dispute":
      return "marked it as disputed";
    case "supersede":
      return `marked ${row.fact} as superseded by ${row.by}`;
    case "credibility":
      return `graded it ${row.grade}, ${credibilityWords[row.grade]}`;
    case "columns":
      return `said what the columns of ${row.source} mean`;
    case "same-party":
      return `joined the names ${quoted(row.names)}`;
    case "different-party":
      return `kept the names ${quoted(row.names)} apart`;
    default:
      return row.kind;
  }
}

/** “Alpha” and “Beta”. */
export function quoted(names: readonly string[]): string {
  return listed(names.map(quotation));
}

/** The judgement that settled the fact, marked it as disputed or put another in its place: the last that stands. */
export function settlement({ fact, judgements }: Pick<FactDetail, "fact" | "judgements">): JudgementRow | undefined {
  if (fact.state === "open") return undefined;
  const kind = ({ settled: "adopt", disputed: "dispute", superseded: "supersede" } as const)[fact.state];
  // A fact's judgements also hold those by which it stands in the place of others.
  return judgements.findLast((row) => row.standing && row.kind === kind && (row.kind !== "supersede" || row.fact === fact.id));
}

/** The latest first; those that no longer hold after those that do. */
export function inOrderOfWeight(rows: readonly JudgementRow[]): JudgementRow[] {
  return [...rows].reverse().sort((a, b) => Number(b.standing) - Number(a.standing));
}

/** One judgement to be made; `revokes` is the place in the same list of the one that it takes back. */
export type Act = { verdict: Exclude<Verdict, "revoke">; ids: string[] } | { verdict: "revoke"; ids: string[] } | { verdict: "revoke"; revokes: number };

type Parted = Pick<FactRow, "claims" | "leading">;

/** How to part a fact in two: naming one claim of each side is enough where all others go with the side they agree with. */
export function parting(fact: Parted, chosen: readonly ClaimId[]): Act {
  const rest = restOf(fact, chosen);
  const head = (side: readonly ClaimId[]) => (side.includes(fact.leading) ? fact.leading : side[0]!);
  return { verdict: "different", ids: [head(chosen), head(rest)] };
}

/**
 * The same said of every claim, for where they went another way: all apart, then each side together. The fact's id goes with the lowest
 * of the claims that it holds `now`; where that one was chosen, the rest is joined with it for a moment, so that the id, and the letters
 * bound to it, stay with the rest.
 */
export function partingExactly(fact: Parted, chosen: readonly ClaimId[], now: readonly ClaimId[]): Act[] {
  const rest = restOf(fact, chosen);
  const together = (side: readonly ClaimId[]): Act[] => (side.length > 1 ? [{ verdict: "same", ids: [...side] }] : []);
  const apart: Act = { verdict: "different", ids: [...fact.claims] };
  const lowest = [...now].sort((a, b) => number(a) - number(b))[0];
  if (lowest === undefined || !chosen.includes(lowest) || rest.length < 2) return [apart, ...together(rest), ...together(chosen)];
  return [apart, { verdict: "same", ids: [...rest, lowest] }, { verdict: "same", ids: rest }, { verdict: "revoke", revokes: 1 }, ...together(chosen)];
}

function restOf(fact: Parted, chosen: readonly ClaimId[]): ClaimId[] {
  return fact.claims.filter((claim) => !chosen.includes(claim));
}

/** Whether `facts` hold the two sides as they were chosen. */
export function isParted(facts: readonly Pick<FactRow, "claims">[], chosen: readonly ClaimId[], rest: readonly ClaimId[]): boolean {
  const whole = (side: readonly ClaimId[]) =>
    facts.some(({ claims }) => claims.length === side.length && side.every((claim) => claims.includes(claim)));
  return whole(chosen) && whole(rest);
}

/** What has to be judged to settle a conflict by taking the value of `claim`: in two facts, they are joined first. */
export function adopting(claim: ClaimId, facts: readonly [Pick<FactRow, "id">, Pick<FactRow, "id">]): Act[] {
  const [left, right] = facts;
  if (left.id === right.id) return [{ verdict: "adopt", ids: [left.id, claim] }];
  return [{ verdict: "same", ids: [left.id, right.id] }, { verdict: "adopt", ids: [claim] }];
}

/** What has to be judged to mark what a conflict is about as disputed. */
export function disputing(facts: readonly [Pick<FactRow, "id" | "state">, Pick<FactRow, "id" | "state">]): Act[] {
  const ids = new Set<FactId>(facts.filter((fact) => fact.state !== "disputed").map((fact) => fact.id));
  return [...ids].map((id) => ({ verdict: "dispute", ids: [id] }));
}

function few(ids: readonly string[]): string {
  const shown = 4;
  if (ids.length <= shown) return listed(ids);
  return `${ids.slice(0, shown - 1).join(", ")} and ${ids.length - shown + 1} others`;
}
