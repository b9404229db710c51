// The parties that claims name, as a list to be worked through, and how one stands to another.
import type { ClaimId, JudgementRow, PartyRow, PartySuggestion, RelationKind } from "../../api/client";
import { count } from "../../words";
import { type Lines, byName } from "./list";

export interface Named {
  key: string;
  party: PartyRow;
}

/** Those that may be one with another first; then those that most claims name. Each with a key of its own. */
export function inListOrder(parties: readonly PartyRow[]): Named[] {
  const sorted = [...parties].sort(
    (a, b) => Number(b.suggested.length > 0) - Number(a.suggested.length > 0) || b.claims.length - a.claims.length || byName(a.name, b.name),
  );
  const seen = new Map<string, number>();
  return sorted.map((party) => {
    const before = seen.get(party.name) ?? 0;
    seen.set(party.name, before + 1);
    return { key: before === 0 ? party.name : `${party.name} (${before + 1})`, party };
  });
}

/** The head under which it stands. */
export function partyHead({ party }: Named): string {
  return party.suggested.length > 0 ? "Names that may be one party’s" : "Parties";
}

/** What it is, and how many claims name it. */
export function partyLines({ party }: Named): Lines {
  return { below: [party.roles.join(", "), count(party.claims.length, "claim")].filter(Boolean).join(" · ") };
}

/** The party with this key, else the one that bears it as a name now: a join changes what a party is called. */
export function partyAt(parties: readonly Named[], key: string | undefined): Named | undefined {
  return (key === undefined ? undefined : bearing(parties, key)) ?? parties[0];
}

/** The party that is known by `name`: its key, or any name of its own. */
function bearing(parties: readonly Named[], name: string): Named | undefined {
  return parties.find((one) => one.key === name) ?? parties.find(({ party }) => party.name === name || party.names.includes(name));
}

/**
 * The key to go on with after a change: once every suggestion of the party in hand is decided, the next party that has one; otherwise the
 * party itself, whatever it is called now.
 */
export function goneOn(key: string | undefined, before: readonly Named[], after: readonly Named[]): string | undefined {
  const at = key === undefined ? 0 : before.findIndex((one) => one.key === key);
  const was = before[at];
  if (!was) return key;
  const now = bearing(after, was.key) ?? bearing(after, was.party.names[0] ?? was.key);
  if (was.party.suggested.length === 0 || (now && now.party.suggested.length > 0)) return now?.key ?? key;
  const onwards = [...before.slice(at + 1), ...before.slice(0, at)];
  const next = onwards.map((one) => bearing(after, one.key)).find((one) => one && one.party.suggested.length > 0);
  return (next ?? now)?.key ?? key;
}

/** The claims that name a party; those that say how it stands to others come first. */
export function claimsOf(party: PartyRow): ClaimId[] {
  return [...new Set([...party.relations.flatMap(({ claims }) => claims), ...party.claims])];
}

/** One relation as it reads from one of its two sides. */
export interface Side {
  kind: RelationKind;
  /** What the other is called where the relation is told. */
  other: string;
  /** By what the other is known in the list; none where no claim names it elsewhere. */
  key: string | undefined;
  /** Whether the other party stands so to this one. */
  inward: boolean;
  words: string;
  claims: number;
}

/** How a party stands to others, and they to it. */
export function sidesOf(party: PartyRow, all: readonly Named[]): Side[] {
  const isThis = (name: string) => name === party.name || party.names.includes(name);
  const outward = party.relations.map(({ kind, to, words, claims }): Side => ({ kind, other: to, key: bearing(all, to)?.key, inward: false, words, claims: claims.length }));
  const inward = all.flatMap(({ key, party: other }) => {
    const relations = other === party ? [] : other.relations.filter(({ to }) => isThis(to));
    return relations.map(({ kind, words, claims }): Side => ({ kind, other: other.name, key, inward: true, words, claims: claims.length }));
  });
  return [...outward, ...inward];
}

/** What is said before and after the other's name: "Part of …", "… is part of it". People without a name of their own are called by it: "people linked to Halden". */
export function sideWords({ kind, inward }: Side, isNameless: boolean): { before: string; after: string } {
  if (inward && isNameless) return { before: "", after: "" };
  return inward ? { before: "", after: ` ${INWARD[kind]} it` } : { before: `${OUTWARD[kind]} `, after: "" };
}

const OUTWARD: Record<RelationKind, string> = { "part-of": "Part of", "linked-to": "Linked to", "acting-for": "Acting for" };
const INWARD: Record<RelationKind, string> = { "part-of": "is part of", "linked-to": "is linked to", "acting-for": "acts for" };

/** Its other names, without the legal one where that is told by itself. */
export function alsoCalled(party: PartyRow): string[] {
  return party.names.filter((name) => name !== party.name && name !== party.legal_name);
}

/** Its names that count as its own because they are spelled alike: nobody has joined them. */
export function unjudgedNames(party: PartyRow, judgements: readonly JudgementRow[]): string[] {
  const joined = new Set(judgements.flatMap((row) => (row.kind === "same-party" && row.standing ? row.names : [])));
  const own = ownName(party);
  return party.names.filter((name) => name !== own && !joined.has(name));
}

/** What it is called, as claims write it. */
export function ownName({ name, names }: PartyRow): string {
  return names.includes(name) ? name : (names[0] ?? name);
}

/** What people decided of a party's names, the latest first. */
export function judgementsOf(party: PartyRow, judgements: readonly JudgementRow[]): JudgementRow[] {
  const names = new Set([party.name, ...party.names]);
  const isAbout = (row: JudgementRow) => (row.kind === "same-party" || row.kind === "different-party") && row.names.some((name) => names.has(name));
  return judgements.filter((row) => row.standing && isAbout(row)).reverse();
}

/** The names that a suggestion would join with this party's. */
export function others({ names }: PartySuggestion, party: PartyRow): string[] {
  return names.filter((name) => name !== party.name && !party.names.includes(name));
}
