// Tables as they are set: each cell in its column, however many before it are empty, and columns as wide all the way down.
import type { Stretch } from "./text";

export interface Cell extends Stretch {
  /** So many cells before it, after the one before, are empty. */
  gap: number;
}

/** Some rows of a table. */
export interface Rows extends Stretch {
  is: "table";
  /** The first row heads the columns. */
  head: boolean;
  rows: Cell[][];
  /** The longest cell of each column, in characters, of the whole table. */
  longest: number[];
  /** Where the last cell stands, from 1. */
  last: { row: number; column: number };
}

/** So many rows stand in one block, so that a long table is drawn as it comes into view. */
const GROUP = 40;

/**
 * Puts a cell in its place: into the rows it follows, or into new ones, which are given back. Its label says where it stands, `row:column`; one
 * without stands in a row of its own.
 */
export function placed(before: Rows | undefined, label: string | null, cell: Stretch): Rows | undefined {
  const [row = 0, column = 1] = (label ?? "").split(":").map(Number);
  const goesOn = before && (row === 0 || row > before.last.row || (row === before.last.row && column > before.last.column));
  const sameRow = goesOn && row > 0 && row === before.last.row;
  const set = { ...cell, gap: sameRow ? column - before.last.column - 1 : column - 1 };
  const longest = goesOn ? before.longest : [];
  longest[column - 1] = Math.max(longest[column - 1] ?? 0, cell.end - cell.start);
  if (goesOn && (sameRow || before.rows.length < GROUP)) {
    if (sameRow) before.rows.at(-1)?.push(set);
    else before.rows.push([set]);
    before.last = { row, column };
    before.end = cell.end;
    return undefined;
  }
  return { is: "table", head: row === 1, rows: [[set]], longest, last: { row, column }, ...cell };
}

/** A column of so many characters is as wide as its longest cell. */
const SHORT = 24;
/** A line of text has room for so many. */
const LINE = 76;
/** What stands between columns, and what bold letters take more. */
const APART = 3;
/** Narrower than this no column of sentences gets. */
const LEAST = 28;

/** How wide each column is, in characters: figures and dates do not break, sentences share the room that is left on a line. */
export function widthsOf(longest: readonly (number | undefined)[]): number[] {
  const lengths = Array.from(longest, (length) => length ?? 0);
  const short = lengths.filter((length) => length <= SHORT);
  const long = lengths.length - short.length;
  const share = Math.max(LEAST, Math.floor((LINE - short.reduce((sum, length) => sum + length + APART, 0)) / Math.max(1, long)));
  return lengths.map((length) => (length <= SHORT ? length + APART : Math.min(length + APART, share)));
}

/** So many cells at the end of a row are empty. */
export function emptyAfter(row: readonly Cell[], columns: number): number {
  return columns - row.reduce((sum, cell) => sum + cell.gap + 1, 0);
}
