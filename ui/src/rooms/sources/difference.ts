// What one text changed of another, as it is to be read: line by line, each change numbered, long stretches that both have folded.
import type { Change, ChangeKind } from "../../api/client";
import { grouped, quotation } from "../../words";

/** Words of one line that have one fate. */
export interface Piece {
  kind: ChangeKind;
  text: string;
  /** Which change it is part of, from 0; -1 where it stands in both. */
  change: number;
  /** It stands for the end of a line, which has no letter. */
  lineEnd?: boolean;
}

/** A line of either text or of both. */
export interface Line {
  pieces: Piece[];
  changed: boolean;
}

/** What is shown under each other: lines, and in the place of those that both have how many they are. */
export type Row = { line: Line; at: number } | { folded: number; at: number };

export interface Changes {
  lines: Line[];
  /** What is changed, in order: what was there, and what is. */
  all: { removed: string; added: string }[];
}

/** The changes as lines; what differs in nothing but white space is left out. */
export function changesOf(changes: readonly Change[]): Changes {
  const lines = cutInLines(joined(changes)).filter((line) => line.pieces.some((piece) => piece.text.trim() !== ""));
  const all: Changes["all"] = [];
  let last: number | undefined;
  for (const piece of lines.flatMap((line) => line.pieces)) {
    if (piece.kind === "kept") continue;
    if (piece.change !== last) all.push({ removed: "", added: "" });
    last = piece.change;
    piece.change = all.length - 1;
    const change = all.at(-1);
    if (change) change[piece.kind] += piece.lineEnd ? " " : piece.text;
  }
  return { lines, all };
}

/** Words that were changed one by one, with nothing but spaces between them, are read as one change. */
function joined(changes: readonly Change[]): Change[] {
  const found: Change[] = [];
  let run: Change[] = [];
  const end = () => {
    const [removed, added] = (["added", "removed"] as const).map((kind) => run.filter((part) => part.kind !== kind).map((part) => part.text).join(""));
    if (removed?.trim() && added?.trim()) found.push({ kind: "removed", text: removed }, { kind: "added", text: added });
    else found.push(...run);
    run = [];
  };
  changes.forEach((change, at) => {
    const next = changes[at + 1];
    if (change.kind !== "kept") run.push(change);
    else if (run.length > 0 && /^[^\S\n]+$/.test(change.text) && next && next.kind !== "kept") run.push(change);
    else {
      end();
      found.push(change);
    }
  });
  end();
  return found;
}

function cutInLines(changes: readonly Change[]): Line[] {
  const lines: (Line & { end: Piece })[] = [];
  let pieces: Piece[] = [];
  let number = -1;
  let before: ChangeKind = "kept";
  for (const { kind, text } of changes) {
    if (kind !== "kept" && before === "kept") number += 1;
    before = kind;
    const change = kind === "kept" ? -1 : number;
    text.split("\n").forEach((part, at) => {
      if (at > 0) {
        lines.push({ pieces, changed: false, end: { kind, text: "¶", change, lineEnd: true } });
        pieces = [];
      }
      if (part !== "") pieces.push({ kind, text: part, change });
    });
  }
  lines.push({ pieces, changed: false, end: { kind: "kept", text: "", change: -1 } });
  lines.forEach((line, at) => {
    if (partsTexts(line, lines.slice(at + 1, at + 4))) line.pieces.push(line.end);
    line.changed = line.pieces.some((piece) => piece.kind !== "kept");
  });
  return lines;
}

/** Whether the end of a line is itself what changed: it parts words, or joined them, that stand in both texts. */
function partsTexts({ pieces, end }: { pieces: Piece[]; end: Piece }, after: { pieces: Piece[] }[]): boolean {
  if (end.kind === "kept" || !pieces.some((piece) => piece.kind !== end.kind)) return false;
  const next = after.find((line) => line.pieces.length > 0)?.pieces[0];
  return next !== undefined && next.kind !== end.kind;
}

/** Around a change so many lines are shown that both texts have, or fewer where they are long. */
const AROUND = 2;
const AROUND_CHARACTERS = 300;

/** What is shown: `open` are the folds that were opened, by the line they begin with. */
export function rowsOf(lines: readonly Line[], open: ReadonlySet<number> | "all"): Row[] {
  const rows: Row[] = [];
  let at = 0;
  while (at < lines.length) {
    let end = at;
    while (end < lines.length && !lines[end]!.changed) end += 1;
    const from = at === 0 ? at : around(lines, at, end, 1);
    const to = end === lines.length ? end : around(lines, end - 1, from - 1, -1) + 1;
    const folds = to - from > 1 && open !== "all" && !open.has(from);
    for (let line = at; line < end; line++) {
      if (!folds || line < from || line >= to) rows.push({ line: lines[line]!, at: line });
      else if (line === from) rows.push({ folded: to - from, at: from });
    }
    const changed = lines[end];
    if (changed) rows.push({ line: changed, at: end });
    at = end + 1;
  }
  return rows;
}

/** The first line from `at` on, before `end`, that need not be shown beside a change. */
function around(lines: readonly Line[], at: number, end: number, step: 1 | -1): number {
  let characters = 0;
  let shown = 0;
  let line = at;
  while (line !== end && shown < AROUND && characters < AROUND_CHARACTERS) {
    characters += lines[line]!.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    shown += 1;
    line += step;
  }
  return line;
}

/** The place among the rows at which a change begins; -1 where none does. */
export function rowOf(rows: readonly Row[], change: number): number {
  return rows.findIndex((row) => "line" in row && row.line.pieces.some((piece) => piece.change === change));
}

/** The change `by` places on from `current`, round to the other end; from none the first or the last. */
export function changeAfter(current: number, by: 1 | -1, of: number): number {
  if (of === 0) return -1;
  if (current < 0) return by > 0 ? 0 : of - 1;
  return (current + by + of) % of;
}

/** "12 lines unchanged". */
export function foldedWords(lines: number): string {
  return `${grouped(lines)} lines unchanged`;
}

/** A change as it is said: "“24,000” became “25,000”". */
export function sayChange({ removed, added }: Changes["all"][number]): string {
  const short = (text: string) => {
    const line = text.trim().replace(/\s+/g, " ");
    return quotation(line.length > 80 ? `${line.slice(0, 80).trimEnd()}…` : line);
  };
  if (removed.trim() && added.trim()) return `${short(removed)} became ${short(added)}`;
  if (added.trim()) return `Added: ${short(added)}`;
  if (removed.trim()) return `Removed: ${short(removed)}`;
  return added ? "A line was broken in two" : "Two lines became one";
}
