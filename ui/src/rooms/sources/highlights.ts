// Which words of a text carry which claims. Quotes overlap, so the text is cut wherever one begins or ends.
import type { ClaimRow, ClaimState, Span } from "../../api/client";
import { listed } from "../../words";
import type { Positions, Stretch } from "./text";

/** Words of the text that carry the same claims from end to end. */
export interface Segment extends Stretch {
  /** The claims, the one with the fewest words first: it says most exactly what the words are. */
  claims: ClaimRow[];
}

/** The segments of `claims`' quotes, in order and apart from each other. */
export function segmentsOf(claims: ClaimRow[], positions: Positions): Segment[] {
  const edges: { at: number; opens: boolean; claim: ClaimRow }[] = [];
  for (const claim of claims) {
    // What stands in its place is highlighted.
    if (claim.state === "superseded") continue;
    for (const quote of claim.quotes) {
      if (quote.end <= quote.start) continue;
      edges.push({ at: positions.units(quote.start), opens: true, claim });
      edges.push({ at: positions.units(quote.end), opens: false, claim });
    }
  }
  edges.sort((a, b) => a.at - b.at);
  const open = new Map<ClaimRow, number>();
  const segments: Segment[] = [];
  let from = 0;
  for (const { at, opens, claim } of edges) {
    if (at > from && open.size > 0) segments.push({ start: from, end: at, claims: narrowestFirst([...open.keys()]) });
    const depth = (open.get(claim) ?? 0) + (opens ? 1 : -1);
    if (depth > 0) open.set(claim, depth);
    else open.delete(claim);
    from = at;
  }
  return segments;
}

function narrowestFirst(claims: ClaimRow[]): ClaimRow[] {
  return claims.length < 2 ? claims : claims.sort((a, b) => quotedLength(a) - quotedLength(b) || numberOf(a.id) - numberOf(b.id));
}

function quotedLength(claim: ClaimRow): number {
  return claim.quotes.reduce((sum, quote) => sum + quote.end - quote.start, 0);
}

/** The number of an id: 12 of "C12". */
export function numberOf(id: string): number {
  return Number.parseInt(id.slice(1), 10) || 0;
}

/** A run of text: plain or highlighted, perhaps among the words that somebody was sent to, or those that the claim in hand stands on. */
export interface Piece extends Stretch {
  segment: Segment | null;
  found: boolean;
  outlined: boolean;
  /** The outline begins, ends with it. */
  opens: boolean;
  closes: boolean;
}

/** `stretch` as runs without gaps. `segments` are those of the whole text, `found` the words to point out, `outlined` those of the claim in hand. */
export function piecesOf(stretch: Stretch, segments: Segment[], found: Stretch | null = null, outlined: Stretch[] = []): Piece[] {
  const pieces: Piece[] = [];
  const cuts = [...(found ? [found] : []), ...outlined].flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  const add = (start: number, end: number, segment: Segment | null) => {
    for (const cut of cuts) {
      if (start < cut && cut < end) {
        addWhole(start, cut, segment);
        start = cut;
      }
    }
    addWhole(start, end, segment);
  };
  const addWhole = (start: number, end: number, segment: Segment | null) => {
    if (start >= end) return;
    const around = outlined.filter((one) => one.start <= start && end <= one.end);
    pieces.push({
      start,
      end,
      segment,
      found: found !== null && found.start <= start && end <= found.end,
      outlined: around.length > 0,
      opens: around.some((one) => one.start === start),
      closes: around.some((one) => one.end === end),
    });
  };
  let at = stretch.start;
  for (let next = firstAfter(segments, at); next < segments.length; next++) {
    const segment = segments[next] as Segment;
    if (segment.start >= stretch.end) break;
    const start = Math.max(segment.start, at);
    const end = Math.min(segment.end, stretch.end);
    add(at, start, null);
    add(start, end, segment);
    at = end;
  }
  add(at, stretch.end, null);
  return pieces;
}

/** The first segment that ends after `unit`. */
function firstAfter(segments: Segment[], unit: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle] as Segment).end <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How a segment is drawn: what waits for a decision shows above what is decided. */
export function lookOf(segment: Segment): ClaimState {
  const states = new Set(segment.claims.map((claim) => claim.state));
  for (const state of ["proposed", "accepted", "rejected"] as const) if (states.has(state)) return state;
  return "superseded";
}

/** What a screen reader says of a segment: "Claim C12, proposed: nearly 25,000 accounts". */
export function nameOf(segment: Segment, words: string): string {
  const byState = new Map<ClaimState, string[]>();
  for (const claim of segment.claims) byState.set(claim.state, [...(byState.get(claim.state) ?? []), claim.id]);
  const parts = [...byState].map(([state, ids]) => `${ids.length === 1 ? "claim" : "claims"} ${listed(ids)}, ${state}`);
  const said = parts.join("; ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}: ${words.replace(/\s+/g, " ")}`;
}

/** The claim that a click on `segment` selects: its first, then the next at each further click. */
export function pickedAt(segment: Segment, selected: string | null): ClaimRow | undefined {
  const at = segment.claims.findIndex((claim) => claim.id === selected);
  return segment.claims[(at + 1) % segment.claims.length];
}

/** The claim whose quote is exactly the words at `span`. */
export function claimOn(claims: ClaimRow[], span: Span): ClaimRow | undefined {
  return claims.find((claim) => claim.quotes.some((quote) => quote.start === span.start && quote.end === span.end));
}

/** Where `claim`'s first words stand. */
export function firstUnit(claim: ClaimRow, positions: Positions): number {
  return positions.units(Math.min(...claim.quotes.map((quote) => quote.start)));
}

