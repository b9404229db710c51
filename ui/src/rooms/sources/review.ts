// Going through the claims of one source.
import type { ClaimRow, ClaimState } from "../../api/client";
import { numberOf } from "./highlights";

/** Which claims are listed. */
export type ClaimFilter = "all" | "waiting" | "accepted" | "rejected";

/** The claims in the order of their first words. */
export function inTextOrder(claims: ClaimRow[]): ClaimRow[] {
  const first = (claim: ClaimRow) => Math.min(...claim.quotes.map((quote) => quote.start));
  const last = (claim: ClaimRow) => Math.max(...claim.quotes.map((quote) => quote.end));
  return [...claims].sort((a, b) => first(a) - first(b) || last(a) - last(b) || numberOf(a.id) - numberOf(b.id));
}

/** The claims that `filter` shows; `keep` stays although it no longer fits, so that a decision does not take the claim from sight. */
export function claimsShown(claims: ClaimRow[], filter: ClaimFilter, keep: string | null = null): ClaimRow[] {
  return filter === "all" ? claims : claims.filter((claim) => claim.id === keep || fits(claim.state, filter));
}

function fits(state: ClaimState, filter: ClaimFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "waiting":
      return state === "proposed";
    case "accepted":
      return state === "accepted";
    case "rejected":
      return state === "rejected" || state === "superseded";
  }
}

/** How many claims each filter shows. */
export function claimCounts(claims: ClaimRow[]): Record<ClaimFilter, number> {
  const counts = { all: claims.length, waiting: 0, accepted: 0, rejected: 0 };
  for (const claim of claims) counts[claim.state === "proposed" ? "waiting" : claim.state === "accepted" ? "accepted" : "rejected"] += 1;
  return counts;
}

/** The claim `step` places on from `current`; without a current one the first or the last. Stops at the ends. */
export function stepped(claims: ClaimRow[], current: string | null, step: 1 | -1): ClaimRow | undefined {
  const at = claims.findIndex((claim) => claim.id === current);
  if (at < 0) return step > 0 ? claims[0] : claims.at(-1);
  return claims[Math.min(claims.length - 1, Math.max(0, at + step))];
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

/** How a proposal came to be. */
export function proposedBy(claim: ClaimRow): string {
  return claim.proposer === "rules" ? "the rules of this app" : claim.proposer;
}
