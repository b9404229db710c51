// What goes into a pack: which sources are fixed, which a person chose, which are withheld, and how they are numbered.
import type { DraftRow, PackPlanRow, SourceId } from "../../api/client";

/** The sources that a person turned from what the plan proposes: added to a document's exhibits, or left out of the evidence. */
export type Turned = ReadonlySet<SourceId>;

/** Why a source goes in or stays out. */
export type Standing = "cited" | "chosen" | "left-out" | "withheld" | "blocked";

export interface Line {
  row: PackPlanRow;
  standing: Standing;
  /** The number that it gets as an exhibit; null where it stays out. */
  exhibit: number | null;
}

export interface Plan {
  /** Cited by the document and privileged: while there is one, nothing can be packed. */
  blocked: Line[];
  /** What goes in, or could: of a document the cited sources, else all the evidence. */
  exhibits: Line[];
  /** Of a document: what it does not cite and a person may add. */
  further: Line[];
  /** Privileged: never goes in. */
  withheld: Line[];
  /** How many exhibits the pack will have. */
  going: number;
  /** Those of them that nobody reviewed for release. */
  unreviewed: number;
  /** Those of them that are confidential. */
  confidential: number;
}

/** Sorts the rows of a plan by what becomes of them, and numbers what goes in: cited sources first, then the added ones. */
export function planOf(rows: readonly PackPlanRow[], document: string | null, turned: Turned): Plan {
  const standing = (row: PackPlanRow): Standing => {
    const cited = document !== null && row.cited_at.length > 0;
    if (row.held) return cited ? "blocked" : "withheld";
    if (cited) return "cited";
    return (document === null) === turned.has(row.source) ? "left-out" : "chosen";
  };
  let next = 1;
  const number = (lines: Line[]): Line[] =>
    lines.map((line) => (line.standing === "cited" || line.standing === "chosen" ? { ...line, exhibit: next++ } : line));
  const lines: Line[] = rows.map((row) => ({ row, standing: standing(row), exhibit: null }));
  const held = (line: Line): boolean => line.row.held;
  const first = (line: Line): boolean => !held(line) && (document === null || line.standing === "cited");
  const exhibits = number(lines.filter(first));
  const further = number(lines.filter((line) => !held(line) && !first(line)));
  const going = [...exhibits, ...further].filter((line) => line.exhibit !== null);
  return {
    blocked: lines.filter((line) => line.standing === "blocked"),
    exhibits,
    further,
    withheld: lines.filter((line) => line.standing === "withheld"),
    going: going.length,
    unreviewed: going.filter((line) => line.row.handling === "unreviewed").length,
    confidential: going.filter((line) => line.row.handling === "confidential").length,
  };
}

/** The sources to ask for: null where the choice is what the plan proposes, so that the pack says no more than it must. */
export function chosenSources(plan: Plan, turned: Turned): SourceId[] | null {
  const lines = [...plan.exhibits, ...plan.further];
  if (!lines.some((line) => line.standing !== "cited" && turned.has(line.row.source))) return null;
  return lines.filter((line) => line.exhibit !== null).map((line) => line.row.source);
}

/** Turns a source over: into the pack, or out of it. What is cited or withheld stays as it is. */
export function turn(line: Line, turned: Turned): Turned {
  if (line.standing !== "chosen" && line.standing !== "left-out") return turned;
  const next = new Set(turned);
  if (!next.delete(line.row.source)) next.add(line.row.source);
  return next;
}

/** All lines in the order in which they are shown. */
export function inOrder(plan: Plan): Line[] {
  return [...plan.blocked, ...plan.exhibits, ...plan.further, ...plan.withheld];
}

/** The sources that go in: what is marked in the list. */
export function going(plan: Plan): Set<SourceId> {
  return new Set([...plan.exhibits, ...plan.further].filter((line) => line.exhibit !== null).map((line) => line.row.source));
}

/** The choice under which just `marked` goes in, as far as it is free. */
export function mark(plan: Plan, marked: ReadonlySet<SourceId>, turned: Turned): Turned {
  const differs = (line: Line): boolean => (line.exhibit !== null) !== marked.has(line.row.source);
  return inOrder(plan).filter(differs).reduce((set, line) => turn(line, set), turned);
}

/** The head under which a line stands. */
export function headOf(line: Line, document: string | null): string {
  switch (line.standing) {
    case "blocked":
      return "In the way: privileged, and cited";
    case "withheld":
      return "Withheld: privileged";
    default:
      if (document === null) return "Sources of accepted claims";
      return line.standing === "cited" ? `Cited by “${document}”` : "Not cited: add what belongs with it";
  }
}

/** Why the pack cannot be made, in a sentence that says what to do; null where it can. */
export function hindrance(plan: Plan, document: string | null): string | null {
  const [blocked] = plan.blocked;
  if (blocked) {
    const others = plan.blocked.length - 1;
    const which = others === 0 ? nameOf(blocked.row) : `${nameOf(blocked.row)} and ${others} more`;
    return `${which}: privileged, and cited by this document. Take what it says out of the document, or change its handling in Sources.`;
  }
  if (plan.going > 0) return null;
  if (document !== null) return "This document cites no source yet, and none was added.";
  return plan.exhibits.length > 0 ? "Every source is left out. Choose at least one." : "Nothing can go in yet.";
}

/** What happens to a source, as it is read out before its name. */
export function fateWords(line: Line): string {
  return {
    cited: `Exhibit ${line.exhibit}, cited`,
    chosen: `Exhibit ${line.exhibit}`,
    "left-out": "Left out",
    withheld: "Withheld",
    blocked: "In the way",
  }[line.standing];
}

/** What a source is called: its title, or else its file. */
export function nameOf(row: Pick<PackPlanRow, "title" | "file">): string {
  return row.title?.trim() || row.file;
}

/** "letter" -> "Letter", for the document among what the pack holds. */
export function documentWord(draft: Pick<DraftRow, "kind"> | undefined): string {
  const kind = draft?.kind ?? "document";
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** The places of one part of a document that cite a source. */
export interface CitingPart {
  part: string;
  places: { place: string; words: string }[];
}

/** "list 1, item 3, sentence 1" and its like, under the part of the document that they are in. */
export function citingParts(places: readonly string[]): CitingPart[] {
  const parts = new Map<string, CitingPart>();
  for (const place of places) {
    const [head = place, ...rest] = place.split(", ");
    const part = parts.get(head) ?? { part: head.charAt(0).toUpperCase() + head.slice(1), places: [] };
    const inner = rest.length === 2 && rest[1] === "sentence 1" && rest[0]?.startsWith("item ") ? rest[0] : rest.join(", ");
    part.places.push({ place, words: inner || (head === "subject" ? "subject line" : head) });
    parts.set(head, part);
  }
  return [...parts.values()];
}

/** What a document is called among others: "letter, version 3" where its name says its kind, else "senate (letter, version 3)". */
export function draftWords(draft: Pick<DraftRow, "name" | "kind" | "version">): string {
  if (draft.name.toLowerCase() === draft.kind.toLowerCase()) return `${draft.name}, version ${draft.version}`;
  return `${draft.name} (${draft.kind}, version ${draft.version})`;
}

/** "Corvid campaign, letter, pack.zip": a name that says what is in the file, in characters that every system takes. */
export function suggestedName(dossierFile: string, document: string | null): string {
  const clean = (text: string): string =>
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s.]+|[\s.]+$/g, "");
  const stem = clean(dossierFile.replace(/\.dossier$/i, "")) || "evidence";
  const parts = [[...stem].slice(0, 60).join("").trimEnd()];
  const of = document === null ? "" : clean(document);
  if (of !== "" && of.toLowerCase() !== stem.toLowerCase()) parts.push([...of].slice(0, 40).join("").trimEnd());
  return `${[...parts, "pack"].join("-").replace(/ /g, "-")}.zip`;
}
