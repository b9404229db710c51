// Going through the claims of one source.
import type { ClaimId, ClaimKind, ClaimRow, ClaimState, Span } from "../../api/client";
import { numberOf } from "./highlights";

/** Which claims are listed. */
export type ClaimFilter = "all" | "waiting" | "accepted" | "rejected" | "replaced";

/** The claims in the order of their first words. */
export function inTextOrder(claims: ClaimRow[]): ClaimRow[] {
  const first = (claim: ClaimRow) => Math.min(...claim.quotes.map((quote) => quote.start));
  const last = (claim: ClaimRow) => Math.max(...claim.quotes.map((quote) => quote.end));
  return [...claims].sort((a, b) => first(a) - first(b) || last(a) - last(b) || numberOf(a.id) - numberOf(b.id));
}

/** The claims that `filter` shows; `keep` stays although it no longer fits, so that a decision does not take the claim from sight. */
export function claimsShown(claims: ClaimRow[], filter: ClaimFilter, keep: string | null = null): ClaimRow[] {
  return claims.filter((claim) => claim.id === keep || fits(claim.state, filter));
}

/** Everybody but the rules, as one whose claims can be listed; nobody is called so. */
export const ELSEWHERE = "";
const RULES = "rules";

/** Who proposed the claims that stand, and how many each: the rules first, then everybody else, then each of them by how many. */
export function proposersOf(claims: ClaimRow[]): { proposer: string; claims: number }[] {
  const standing = claims.filter((claim) => claim.state !== "superseded");
  const names = [...new Set(standing.map((claim) => claim.proposer))];
  const of = (proposer: string) => ({ proposer, claims: byProposer(standing, proposer).length });
  const others = names.filter((name) => name !== RULES).map(of).sort((a, b) => b.claims - a.claims || a.proposer.localeCompare(b.proposer));
  if (!names.includes(RULES)) return others;
  return [of(RULES), ...(others.length > 1 ? [of(ELSEWHERE)] : []), ...others];
}

/** The claims of one proposer, or with none of all. */
export function byProposer(claims: ClaimRow[], proposer: string | null): ClaimRow[] {
  if (proposer === null) return claims;
  return claims.filter((claim) => (proposer === ELSEWHERE ? claim.proposer !== RULES : claim.proposer === proposer));
}

function fits(state: ClaimState, filter: ClaimFilter): boolean {
  switch (filter) {
    // What stands in the place of a claim says what it was.
    case "all":
      return state !== "superseded";
    case "waiting":
      return state === "proposed";
    case "accepted":
      return state === "accepted";
    case "rejected":
      return state === "rejected";
    case "replaced":
      return state === "superseded";
  }
}

/** How many claims each filter shows. */
export function claimCounts(claims: ClaimRow[]): Record<ClaimFilter, number> {
  const counts = { all: 0, waiting: 0, accepted: 0, rejected: 0, replaced: 0 };
  for (const { state } of claims) {
    counts[OF_STATE[state]] += 1;
    if (state !== "superseded") counts.all += 1;
  }
  return counts;
}

const OF_STATE: Record<ClaimState, Exclude<ClaimFilter, "all">> = { proposed: "waiting", accepted: "accepted", rejected: "rejected", superseded: "replaced" };

/** The claim `step` places on from `current`; without a current one the first or the last. Stops at the ends. */
export function stepped(claims: ClaimRow[], current: string | null, step: 1 | -1): ClaimRow | undefined {
  const at = claims.findIndex((claim) => claim.id === current);
  if (at < 0) return step > 0 ? claims[0] : claims.at(-1);
  return claims[Math.min(claims.length - 1, Math.max(0, at + step))];
}

/** The claim that j (1) or k (-1) leads to: the next that waits, round to the other end; where none waits, the next of all. */
export function towards(claims: ClaimRow[], current: string | null, step: 1 | -1): ClaimRow | undefined {
  const at = claims.findIndex((claim) => claim.id === current);
  const waits = (claim: ClaimRow) => claim.state === "proposed" && claim.id !== current;
  const after = step > 0 ? claims.slice(at + 1) : at < 0 ? claims : claims.slice(0, at);
  const found = step > 0 ? (after.find(waits) ?? claims.find(waits)) : (after.findLast(waits) ?? claims.findLast(waits));
  if (found) return found;
  return claims[at]?.state === "proposed" ? claims[at] : stepped(claims, current, step);
}

/** The claim to read once `done` are decided: the next that waits, from the top again where none follows. */
export function nextWaiting(claims: ClaimRow[], done: string[]): ClaimRow | undefined {
  const decided = new Set(done);
  const last = claims.findLastIndex((claim) => decided.has(claim.id));
  const waits = (claim: ClaimRow) => claim.state === "proposed" && !decided.has(claim.id);
  return claims.slice(last + 1).find(waits) ?? claims.find(waits);
}

/** The ids that an acceptance of all that is shown would take. */
export function waitingIds(claims: ClaimRow[]): string[] {
  return claims.filter((claim) => claim.state === "proposed").map((claim) => claim.id);
}

/** What a claim says in a line; of a party, whose part it is. */
export function sayClaim(claim: ClaimRow): string {
  return claim.kind === "party" ? `${claim.subject}: ${claim.words}` : claim.words;
}

/** The claims of `kind` that an acceptance of the kind would take. */
export function waitingOf(kind: ClaimKind | undefined, claims: ClaimRow[]): ClaimId[] {
  return kind ? waitingIds(claims.filter((claim) => claim.kind === kind)) : [];
}

/** The claim whose words stand closest to `span`: what a new claim there is likely about. */
export function closest(claims: ClaimRow[], span: Span): ClaimRow | undefined {
  const distance = (claim: ClaimRow) => Math.min(...claim.quotes.map((quote) => Math.max(0, quote.start - span.end, span.start - quote.end)));
  return claims
    .filter((claim) => claim.state === "proposed" || claim.state === "accepted")
    .reduce<ClaimRow | undefined>((best, claim) => (best && distance(best) <= distance(claim) ? best : claim), undefined);
}

/** The claims that an act of the record names: "edit C12". */
export function namedIn(act: string): ClaimId[] {
  return act.match(/\bC\d+\b/g) ?? [];
}
