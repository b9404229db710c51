// Claims of one source that say the same: rules may find a thing in a headline, in the text and in a table.
import type { ClaimId, ClaimRow } from "../../api/client";
import { keyWords } from "../../words";

export interface Duplicate {
  claim: ClaimRow;
  /** Why it looks like the same: "the same figure". */
  why: string;
  /** Nothing speaks against it; else only the kind is shared. */
  likely: boolean;
}

/** What may be joined with `claim`, the likeliest first, else in the order given. Only what still counts. */
export function duplicatesOf(claim: ClaimRow, claims: ClaimRow[]): Duplicate[] {
  const found = claims
    .filter((other) => other.id !== claim.id && other.kind === claim.kind && (other.state === "proposed" || other.state === "accepted"))
    .map((other) => ({ claim: other, ...compared(claim, other) }));
  return [...found.filter((one) => one.likely), ...found.filter((one) => !one.likely)];
}

function compared(one: ClaimRow, other: ClaimRow): Omit<Duplicate, "claim"> {
  if (said(one) !== "" && said(one) === said(other)) return { why: sameWords(one), likely: one.kind !== "party" || fold(one.subject) === fold(other.subject) };
  if (overlap(one, other)) return { why: "the same words of the text", likely: one.value === null || other.value === null };
  return { why: `another ${keyWords(one.kind)}`, likely: false };
}

function sameWords(claim: ClaimRow): string {
  if (claim.value !== null && /^[\d.]+$/.test(claim.value)) return "the same figure";
  if (claim.value === null && claim.period !== null) return "the same time";
  if (claim.value === null && claim.rung !== null) return "the same party";
  return "says the same";
}

/** What it says, to be compared: bounds and hedges may differ where one place is looser than the other. */
function said(claim: ClaimRow): string {
  const rung = claim.rung ? `${claim.rung.nexus} ${claim.rung.party}` : null;
  const parts = claim.value === null ? [claim.period, rung] : [claim.value, claim.unit];
  return fold(parts.filter((part) => part !== null).join("|"));
}

function overlap(one: ClaimRow, other: ClaimRow): boolean {
  return one.quotes.some((a) => other.quotes.some((b) => a.start < b.end && b.start < a.end));
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}|.]+/gu, " ").trim();
}

/** Those that are chosen to begin with. */
export function likely(duplicates: Duplicate[]): Set<ClaimId> {
  return new Set(duplicates.filter((one) => one.likely).map((one) => one.claim.id));
}

/** The quotes of all, in the order of the text, each place once. */
export function joinedQuotes(claims: ClaimRow[]): ClaimRow["quotes"] {
  const places = new Map(claims.flatMap((claim) => claim.quotes).map((quote) => [`${quote.start} ${quote.end}`, quote]));
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
