// Words for numbers, dates and the terms of a dossier.
import type { Agreement, Basis, Bound, ClaimKind, ClaimState, Credibility, ElementState, FactState, Handling, Hedge, Nexus, Reliability, Rung } from "./api/client";

/** "1 source", "8 sources"; give the plural where it is not regular: count(2, "address", "addresses"). */
export function count(number: number, thing: string, things = plural(thing)): string {
  return `${grouped(number)} ${number === 1 ? thing : things}`;
}

/** A number where room is short: "999", "3.9k", "12k". Cut, never rounded up: nothing is shown that is not there. */
export function short(number: number): string {
  if (number < 1000) return String(number);
  const thousands = number / 1000;
  return thousands < 10 ? `${Math.floor(thousands * 10) / 10}k` : `${Math.floor(thousands)}k`;
}

/** "28,800": as in the letters. */
export function grouped(number: number): string {
  return number.toLocaleString("en-US");
}

function plural(thing: string): string {
  if (/[^aeiou]y$/.test(thing)) return `${thing.slice(0, -1)}ies`;
  if (/(s|x|ch|sh)$/.test(thing)) return `${thing}es`;
  return `${thing}s`;
}

/** "Alpha, Beta and Gamma". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** In quotation marks; marks within become single ones: “they call it ‘Tern’”. */
export function quotation(words: string): string {
  return `“${words.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}

/** The first letter large: "superlative" as a heading. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "3.4 MB". */
export function bytes(number: number): string {
  if (number < 1000) return count(number, "byte");
  const units = ["KB", "MB", "GB", "TB"];
  let size = number / 1000;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 ? size.toFixed(1).replace(/\.0$/, "") : Math.round(size)} ${units[unit]}`;
}

/** "about 2 minutes", for what is left. */
export function lasting(seconds: number): string {
  if (seconds < 5) return "a few seconds";
  if (seconds < 55) return `${Math.max(5, Math.round(seconds / 5) * 5)} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return count(Math.max(1, minutes), "minute");
  return count(Math.round(minutes / 60), "hour");
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SEASONS: Record<string, string> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

/** An EDTF date in words: "22 April 2026", "22 April to 5 June, year not given", "about June 2026", "before May 2026". */
export function date(edtf: string | null | undefined): string {
  if (!edtf) return "";
  const [from, to, ...more] = edtf.split("/");
  if (from === undefined || more.length > 0) return edtf;
  if (to === undefined) return noYear(from) ? withoutYear(single(from)) : single(from);
  if (from === "" || from === "..") return `until ${single(to)}`;
  if (to === "" || to === "..") return `from ${single(from)}`;
  if (noYear(from) && noYear(to)) return withoutYear(`${single(from)} to ${single(to)}`);
  const a = parts(from);
  const b = parts(to);
  if (a && b && a.year === b.year && !a.sign && !b.sign) {
    const shared = a.month === b.month && a.day && b.day ? a.day : single(from.slice(5), true);
    if (a.month) return `${shared} to ${single(to)}`;
  }
  return `${single(from)} to ${single(to)}`;
}

type Parts = { year: string; month: string | undefined; day: string | undefined; sign: string };

function parts(edtf: string): Parts | undefined {
  const found = /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/.exec(edtf);
  if (!found) return undefined;
  return { year: found[1] ?? "", month: found[2], day: found[3] && /^\d+$/.test(found[3]) ? String(Number(found[3])) : undefined, sign: found[4] ?? "" };
}

function single(edtf: string, yearless = false): string {
  const found = parts(yearless ? `0000-${edtf}` : edtf);
  if (!found) return edtf;
  const month = found.month ? (MONTHS[Number(found.month) - 1] ?? SEASONS[found.month]) : undefined;
  const words = [found.day, month, yearless ? undefined : year(found.year)].filter(Boolean).join(" ");
  return SIGNS[found.sign] ? `${SIGNS[found.sign]} ${words}` : words;
}

const SIGNS: Record<string, string> = { "?": "perhaps", "~": "about", "%": "perhaps about" };

function year(spelled: string): string | undefined {
  if (spelled === "XXXX") return undefined;
  if (/^\d{3}X$/.test(spelled)) return `the ${spelled.slice(0, 3)}0s`;
  return spelled;
}

function noYear(edtf: string): boolean {
  return edtf.startsWith("XXXX");
}

function withoutYear(words: string): string {
  return words ? `${words}, year not given` : "date not given";
}

/** A moment (RFC 3339) in the person's own zone: "21 November 2026, 09:30". */
export function moment(at: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return at;
  return `${day(when)}, ${clock(when)}`;
}

/** The same, short where it is near: "09:30" today, "yesterday", "19 November", "19 November 2025". */
export function when(at: string, now: Date = new Date()): string {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return at;
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days === 0) return clock(then);
  if (days === 1) return "yesterday";
  if (then.getFullYear() === now.getFullYear()) return `${then.getDate()} ${MONTHS[then.getMonth()]}`;
  return day(then);
}

/** "21 November 2026", in the person's own zone. */
export function day(then: Date): string {
  return `${then.getDate()} ${MONTHS[then.getMonth()]} ${then.getFullYear()}`;
}

export function clock(then: Date): string {
  return `${String(then.getHours()).padStart(2, "0")}:${String(then.getMinutes()).padStart(2, "0")}`;
}

function midnight(then: Date): number {
  return new Date(then.getFullYear(), then.getMonth(), then.getDate()).getTime();
}

/** How certain it is, as a person says it. */
export const hedgeWords: Record<Hedge, string> = {
  opinion: "opinion", forecast: "forecast", planned: "planned", conditional: "conditional", denied: "denied", disputed: "disputed",
  alleged: "alleged", reported: "reported", asserted: "asserted", confirmed: "confirmed",
};

/** What it means, for a title. */
export const hedgeMeaning: Record<Hedge, string> = {
  opinion: "Somebody's view, not an event",
  forecast: "Said of the future",
  planned: "Intended, not done",
  conditional: "Only if something else holds",
  denied: "Somebody denies it",
  disputed: "Sources contradict each other",
  alleged: "Accused, not shown",
  reported: "Told at second hand",
  asserted: "Said in the source's own voice",
  confirmed: "Confirmed by an official or by the party itself",
};

/** Which of the marks of certainty a hedge has, the same as in the charts: solid as stated, dashed as alleged, disputed or a view, hollow as planned. */
export type Certainty = "solid" | "dashed" | "hollow";
export const certainty: Record<Hedge, Certainty> = {
  confirmed: "solid", asserted: "solid", reported: "dashed", alleged: "dashed", disputed: "dashed", denied: "dashed", conditional: "hollow",
  planned: "hollow", forecast: "hollow", opinion: "dashed",
};

export const boundWords: Record<Bound, string> = {
  exact: "exactly", about: "about", below: "nearly", above: "more than", "at-least": "at least", "at-most": "at most", vague: "in the order of",
};

export const nexusWords: Record<Nexus, string> = { linked: "linked to", "acting-for": "acting for", by: "by" };

/** "linked to Orsova Group". */
export function rungWords(rung: Rung | null | undefined): string {
  return rung ? `${nexusWords[rung.nexus]} ${rung.party}` : "";
}

export const kindWords: Record<ClaimKind, string> = {
  count: "count", amount: "amount", rate: "rate", period: "period", date: "date", party: "party", attribution: "attribution", act: "act",
  method: "method", capability: "capability", technique: "technique", measure: "measure", response: "response", verification: "verification",
  superlative: "superlative", "legal-word": "legal word", disclosure: "disclosure", recipient: "recipient", statement: "statement",
  quotation: "quotation", sharing: "sharing", safety: "safety", terms: "terms", definition: "definition", effect: "effect", market: "market",
  opinion: "opinion", forecast: "forecast", provenance: "provenance",
};

/** "12 counts", "1 party", "3 claims on safety". */
export function countKind(number: number, kind: ClaimKind): string {
  const mass = MASS[kind];
  return mass ? `${count(number, "claim")} ${mass}` : count(number, kindWords[kind]);
}

/** Kinds whose word has no plural. */
const MASS: Partial<Record<ClaimKind, string>> = {
  sharing: "on sharing", safety: "on safety", terms: "on terms", market: "on the market", provenance: "on provenance",
};

/** What a step on the way to a first-hand party rests on, in a few words; none where the source says it itself. */
export const basisWords: Record<Basis, string> = {
  said: "", sentence: "named in one sentence", footer: "footer", syndicated: "carried text", "same-accuser": "one accuser named",
  "same-figure": "same figure", "shared-wording": "shared wording", "near-copy": "near copy", "own-report": "the outlet’s own report",
  itself: "nobody else named",
};

/** How credible a thing is, on the Admiralty scale. */
export const credibilityWords: Record<Credibility, string> = {
  "1": "confirmed by other sources",
  "2": "probably true",
  "3": "possibly true",
  "4": "doubtful",
  "5": "improbable",
  "6": "truth cannot be judged",
};

/** How reliable a source is, on the Admiralty scale. */
export const reliabilityWords: Record<Reliability, string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

export const handlingWords: Record<Handling, string> = {
  unreviewed: "unreviewed", public: "public", confidential: "confidential", privileged: "privileged",
};

export const claimStateWords: Record<ClaimState, string> = {
  proposed: "proposed", accepted: "accepted", rejected: "rejected", superseded: "replaced",
};

export const factStateWords: Record<FactState, string> = {
  open: "open", settled: "settled", disputed: "disputed", superseded: "superseded",
};

export const verdictWords: Record<Agreement, string> = {
  equal: "the same", contained: "one within the other", compatible: "compatible", conflicting: "in conflict", "not-comparable": "not comparable",
};

export const elementStateWords: Record<ElementState, string> = {
  none: "no support", "one-origin": "one origin", several: "several origins", official: "official record", admitted: "admitted",
};

/** A subject's or property's key as words: "accounts-used" is "accounts used". */
export function keyWords(key: string): string {
  return key.replaceAll(/[-_]+/g, " ").trim();
}

/** A file's name without its folder and, for `.dossier`, its ending. */
export function fileTitle(file: string): string {
  return (file.split(/[\\/]/).pop() ?? file).replace(/\.dossier$/i, "");
}

/** A digest in groups of eight, as the eye can compare it and a voice read it out. */
export function inGroups(digest: string): string[] {
  return digest.match(/.{1,8}/g) ?? [];
}
