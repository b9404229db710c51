// What the room shows, worked out: findings in their order and in words, documents in the list, what can be asked of whom.
import type { DraftKind, DraftRow, Finding, FindingCode, MeasureRow, Proof, RecipientRow } from "../../api/client";
import { listed, sentence } from "../../words";
import type { Placed } from "./text/findings";

export const kindNames: Record<DraftKind, string> = { letter: "Letter", briefing: "Briefing", memo: "Memo" };

export const kindMeaning: Record<DraftKind, string> = {
  letter: "To an official, with footnotes, an annex and the exhibits enclosed",
  briefing: "One page for an executive, the bottom line first",
  memo: "A memorandum with the same substance as a letter",
};

/** What is wrong, in a few words. */
export const codeWords: Record<FindingCode, string> = {
  unbound: "Nothing stands behind these words",
  "stronger-than-source": "Surer than its source",
  "attribution-climbed": "Ties a party more closely than the evidence does",
  "precision-gained": "More exact than its fact",
  "legal-word-climbed": "A heavier legal word than the source’s",
  "scope-widened": "Wider than the source’s own claim",
  "quote-altered": "Not the words of the source",
  "year-inferred": "The year comes from another source",
  "bulk-accepted": "Claims accepted without being read alone",
  stale: "The fact has changed since this was written",
  "adverse-omitted": "Leaves out what weakens it",
  "element-unsupported": "An element has no support",
  "measure-unverified": "Law that no named person has checked",
  "wrong-venue": "The recipient cannot act on this measure",
  "measure-outdated": "The status of the measure is old",
  "single-origin": "Several sources, but one origin",
  "computed-unlabelled": "A figure of ours that is not shown as ours",
};

/** Why it was found, to be read by itself; elements of measures by their number alone. */
export function whyWords(finding: Finding): string {
  const numbers = (text: string) => [...text.matchAll(/\.E(\d+)/g)].map((found) => Number(found[1]));
  const named = finding.why.replace(/\b[a-z0-9-]+\.E\d+(, [a-z0-9-]+\.E\d+)*/g, (text) => elements(numbers(text)));
  return sentence(named);
}

/** "element 2", "elements 1 to 7", "elements 1, 2 and 5". */
function elements(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  if (numbers.length === 1) return `element ${first}`;
  const run = numbers.length > 2 && numbers.every((number, at) => number === first + at);
  return `elements ${run ? `${first} to ${numbers.at(-1)}` : listed(numbers.map(String))}`;
}

export type Counts = { errors: number; warnings: number };

export function countsOf(findings: readonly Finding[]): Counts {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  return { errors, warnings: findings.length - errors };
}

/** Findings that are told together: those about the document as a whole by their code, any other alone. */
export type Group = { code: FindingCode; items: Placed[] };
export type Section = { severity: Finding["severity"]; groups: Group[]; count: number };

/** Errors, then warnings; within them in the order of the text, then what is about the whole. */
export function sections(placed: readonly Placed[]): Section[] {
  return (["error", "warning"] as const).flatMap((severity) => {
    const of = placed.filter((one) => one.finding.severity === severity);
    if (of.length === 0) return [];
    const inText = of.filter((one) => one.spot !== null).toSorted((a, b) => (a.words?.from ?? 0) - (b.words?.from ?? 0));
    const groups: Group[] = inText.map((one) => ({ code: one.finding.code, items: [one] }));
    for (const one of of.filter((one) => one.spot === null)) {
      const last = groups.at(-1);
      if (last && last.code === one.finding.code && last.items[0]?.spot === null) last.items.push(one);
      else groups.push({ code: one.finding.code, items: [one] });
    }
    return [{ severity, groups, count: of.length }];
  });
}

/** The findings in the order in which they are listed. */
export const inOrder = (placed: readonly Placed[]): Placed[] =>
  sections(placed).flatMap((section) => section.groups.flatMap((group) => group.items));

/** The finding after (1) or before (-1) the chosen one; the first or last where none is chosen. */
export function next(placed: readonly Placed[], chosen: string | null, by: 1 | -1): Placed | null {
  const all = inOrder(placed);
  const at = all.findIndex((one) => one.id === chosen);
  if (at === -1) return (by === 1 ? all[0] : all.at(-1)) ?? null;
  return all[(at + by + all.length) % all.length] ?? null;
}

/** A reminder's own word, and what it says; the commands that it names are for the command line. */
export function reminder(text: string): { head: string; text: string } {
  const plain = text.replace(/ \(`[^`]*`\)/g, "");
  const at = plain.indexOf(": ");
  if (at === -1 || at > 32) return { head: "", text: plain };
  return { head: plain.slice(0, at), text: sentence(plain.slice(at + 2)) };
}

/** In an order that saving does not change. */
export const byName = (rows: readonly DraftRow[]): DraftRow[] => rows.toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));

/** The one that was saved last. */
export const latest = (rows: readonly DraftRow[]): DraftRow | undefined => rows.toSorted((a, b) => b.saved_at.localeCompare(a.saved_at))[0];

/** The claims that a finding names. */
export const claimsIn = (finding: Finding): string[] => finding.text.match(/\bC\d+\b/g) ?? [];

/** A measure as a choice for a document to a recipient. */
export type Choice = { measure: MeasureRow; can: string | null; asked: boolean; others: string[] };

/** Every measure: first what the recipient can act on; for the others, who can. */
export function choices(measures: readonly MeasureRow[], recipients: readonly RecipientRow[], to: string): Choice[] {
  const recipient = recipients.find((one) => one.id === to);
  const all = measures.map((measure) => ({
    measure,
    can: recipient?.can.find((one) => one.measure === measure.id)?.words ?? null,
    asked: recipient?.asked.includes(measure.id) ?? false,
    others: recipients.filter((one) => one.id !== to && one.powers.includes(measure.id)).map((one) => one.name),
  }));
  return [...all.filter((one) => one.can !== null), ...all.filter((one) => one.can === null)];
}

/** A name that no document has yet: "Letter to Senate Committee on Banking", then "… 2". */
export function freshName(kind: DraftKind, recipient: RecipientRow | undefined, rows: readonly DraftRow[]): string {
  const short = recipient?.name.split(",")[0]?.trim() ?? "";
  const name = short === "" ? kindNames[kind] : `${kindNames[kind]} to ${short}`;
  const taken = new Set(rows.map((row) => row.name));
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name} ${n}`)) n += 1;
  return `${name} ${n}`;
}

/** What is wrong with a name for a new document, if anything is. */
export function nameTrouble(name: string, rows: readonly DraftRow[]): string | undefined {
  if (name.trim() === "") return "Give the document a name.";
  if (rows.some((row) => row.name === name.trim())) return "A document has this name already. Choose another.";
  return undefined;
}

/** A file name for a document. */
export const fileName = (name: string, ending: "pdf" | "docx"): string =>
  `${name.replace(/[\\/:*?"<>|]+/g, "-").trim() || "document"}.${ending}`;

/** The lines of an address, a block for each addressee. */
export function blocks(lines: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === "") found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((block) => block.length > 0);
}

/** Where each part of the office stands in the dialog, by the name that the overview gives it. */
export const officeParts: Record<string, string> = {
  name: "name",
  address: "address",
  letterhead: "letterhead",
  signatory: "signatory",
  signatory_title: "title of the signatory",
  contact: "contact for questions",
};

/** What stops a final. */
export function stops(proof: Proof | null, missing: readonly string[]): { errors: number; missing: string[] } | null {
  const errors = proof ? countsOf(proof.findings).errors : 0;
  if (errors === 0 && missing.length === 0) return null;
  return { errors, missing: missing.map((part) => officeParts[part] ?? part.replaceAll("_", " ")) };
}
