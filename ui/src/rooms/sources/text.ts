// The readable text of a source as the page needs it: positions count code points there and UTF-16 units here.
import type { Mark, MarkKind, Quote, Span } from "../../api/client";
import { placed, type Rows } from "./table";

/** Turns positions in code points into positions in a JavaScript string, and back. */
export interface Positions {
  /** The UTF-16 offset of the code point at `position`. */
  units(position: number): number;
  /** The code point at the UTF-16 offset `unit`. */
  points(unit: number): number;
}

/** Looks through `text` once; afterwards each position costs a search among the characters that take two units. */
export function positionsOf(text: string): Positions {
  const wide: number[] = [];
  if (/[\uD800-\uDBFF]/.test(text)) {
    let at = 0;
    for (const character of text) {
      if (character.length === 2) wide.push(at);
      at += 1;
    }
  }
  if (wide.length === 0) return { units: (position) => position, points: (unit) => unit };
  const wideUnits = wide.map((position, before) => position + before);
  return { units: (position) => position + countBelow(wide, position), points: (unit) => unit - countBelow(wideUnits, unit) };
}

/** How many of `sorted` are below `limit`. */
function countBelow(sorted: number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of the text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** One thing that is set on a line of its own. */
export type Block =
  | ({ is: "title" | "paragraph" | "block-quote" | "furniture" | "code" } & Stretch)
  | ({ is: "heading"; level: number } & Stretch)
  | ({ is: "pointer"; label: string } & Stretch)
  | ({ is: "list"; items: Stretch[] } & Stretch)
  | Rows
  | ({ is: "page"; label: string } & Stretch);

/** The longest paragraph that is laid out in one piece; longer ones are cut at white space so that no line of a long file freezes. */
const PIECE = 4000;
/** So many items stand in one block, so that a long list is drawn as it comes into view. */
const GROUP = 40;

/** The text as blocks, in order, apart from each other, with every word in one of them. */
export function blocksOf(text: string, marks: Mark[], positions: Positions): Block[] {
  const blocks: Block[] = [];
  const pages = marks.filter((mark) => mark.kind === "page").map((mark) => ({ at: positions.units(mark.span.start), label: mark.label ?? "" }));
  const leaves = marks
    .filter((mark) => mark.kind !== "page" && mark.kind !== "pointer")
    .map((mark) => ({ kind: mark.kind, label: mark.label, start: positions.units(mark.span.start), end: positions.units(mark.span.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let page = 0;
  let before: MarkKind | null = null;
  const turnPages = (until: number) => {
    for (let next = pages[page]; next && next.at <= until; next = pages[++page]) {
      blocks.push({ is: "page", label: next.label, start: next.at, end: next.at });
    }
  };
  const unmarked = (end: number) => {
    for (const stretch of paragraphsOf(text, at, end)) {
      turnPages(stretch.start);
      addPieces(blocks, text, stretch, "paragraph");
    }
  };
  for (const leaf of leaves) {
    const start = Math.max(leaf.start, at);
    if (leaf.end <= start) continue;
    // Between two cells stands the bar that parts them, which the table draws itself.
    if (before !== "cell" || leaf.kind !== "cell") unmarked(start);
    turnPages(start);
    addLeaf(blocks, text, leaf.kind, leaf.label, { start, end: leaf.end });
    at = leaf.end;
    before = leaf.kind;
  }
  unmarked(text.length);
  turnPages(text.length);
  return blocks;
}

function addLeaf(blocks: Block[], text: string, kind: MarkKind, label: string | null, stretch: Stretch) {
  switch (kind) {
    case "title":
      blocks.push({ is: "title", ...stretch });
      break;
    case "heading":
      blocks.push({ is: "heading", level: levelOf(label), ...stretch });
      break;
    case "item":
      addItem(blocks, stretch);
      break;
    case "cell":
      addCell(blocks, label, stretch);
      break;
    case "pointer":
      blocks.push({ is: "pointer", label: label ?? "", ...stretch });
      break;
    case "page":
      break;
    case "paragraph":
    case "block-quote":
    case "furniture":
      addPieces(blocks, text, stretch, kind === "paragraph" && label === "code" ? "code" : kind);
      break;
  }
}

function levelOf(label: string | null): number {
  const level = Number.parseInt((label ?? "").replace(/^h/i, ""), 10);
  return level >= 1 && level <= 6 ? level : 2;
}

function addItem(blocks: Block[], item: Stretch) {
  const last = blocks.at(-1);
  if (last?.is === "list" && last.items.length < GROUP) {
    last.items.push(item);
    last.end = item.end;
  } else {
    blocks.push({ is: "list", items: [item], ...item });
  }
}

function addCell(blocks: Block[], label: string | null, cell: Stretch) {
  const last = blocks.at(-1);
  const begun = placed(last?.is === "table" ? last : undefined, label, cell);
  if (begun) blocks.push(begun);
}

/** What lies between marks: paragraphs parted by empty lines. */
function paragraphsOf(text: string, start: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  const between = text.slice(start, end);
  let at = 0;
  for (const part of between.split(/(\n\s*\n)/)) {
    const lead = part.length - part.trimStart().length;
    const words = part.trim();
    if (words !== "") found.push({ start: start + at + lead, end: start + at + lead + words.length });
    at += part.length;
  }
  return found;
}

function addPieces(blocks: Block[], text: string, stretch: Stretch, is: "paragraph" | "block-quote" | "furniture" | "code") {
  let start = stretch.start;
  while (stretch.end - start > PIECE * 1.5) {
    let cut = start + PIECE;
    const space = text.lastIndexOf(" ", cut);
    if (space > start + PIECE / 2) cut = space + 1;
    else if (isLowSurrogate(text, cut)) cut += 1;
    blocks.push({ is, start, end: cut });
    start = cut;
  }
  blocks.push({ is, start, end: stretch.end });
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The block that holds `unit`, or the last one before it. */
export function blockAt(blocks: Stretch[], unit: number): number {
  return Math.max(0, countBelow(blocks.map((block) => block.start), unit + 1) - 1);
}

/** The readable text of a source, made ready to be set. */
export interface Laid {
  text: string;
  positions: Positions;
  blocks: Block[];
}

/** Lays out `text`. */
export function laid(text: string, marks: Mark[]): Laid {
  const positions = positionsOf(text);
  return { text, positions, blocks: blocksOf(text, marks, positions) };
}

/** Whether so much text is drawn only as it comes into view. */
export function isLong({ text, blocks }: Laid): boolean {
  return text.length > 60_000 || blocks.length > 400;
}

/** A range of code points as a stretch. */
export function stretchOf(span: Span, positions: Positions): Stretch {
  return { start: positions.units(span.start), end: positions.units(span.end) };
}

/** A stretch as a quotation: where it stands in code points, with its words. */
export function quoteOf(stretch: Stretch, { text, positions }: Pick<Laid, "text" | "positions">): Quote {
  return { start: positions.points(stretch.start), end: positions.points(stretch.end), text: text.slice(stretch.start, stretch.end) };
}
