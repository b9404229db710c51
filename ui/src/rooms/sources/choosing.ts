// Choosing words of a text: by the pointer, and word by word with keys. Positions are UTF-16 units of the text.
import type { Stretch } from "./text";

/** A figure with its marks, a word with its apostrophe and hyphen; other signs alone. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:[’'.,‐–-][\p{L}\p{N}\p{M}]+)*|\S/gu;
/** So far around a place its words are looked for: a text may be long. */
const REACH = 2000;

/** Without white space at its ends; null where nothing is left. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/** Whole words: a pointer that begins or ends within one takes all of it. */
export function wholeWords(text: string, stretch: Stretch): Stretch | null {
  const inner = trimmed(text, stretch);
  if (!inner) return null;
  const tokens = tokensAround(text, inner);
  const start = tokens.find((token) => token.start < inner.start && inner.start < token.end)?.start ?? inner.start;
  const end = tokens.find((token) => token.start < inner.end && inner.end < token.end)?.end ?? inner.end;
  return { start, end };
}

/** One edge a word further or back; never past the other edge. */
export function stretched(text: string, stretch: Stretch, edge: "start" | "end", by: 1 | -1): Stretch {
  const tokens = tokensAround(text, { start: stretch[edge], end: stretch[edge] });
  const stops = edge === "end" ? tokens.map((token) => token.end) : tokens.map((token) => token.start);
  const at = stretch[edge];
  const to = by > 0 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at);
  if (to === undefined) return stretch;
  const next = { ...stretch, [edge]: to };
  return next.start < next.end ? next : stretch;
}

/** The word after or before. */
export function nextWord(text: string, stretch: Stretch, by: 1 | -1): Stretch {
  const words = tokensAround(text, stretch).filter((token) => isWord(text, token));
  const to = by > 0 ? words.find((word) => word.start >= stretch.end) : words.findLast((word) => word.end <= stretch.start);
  return to ?? stretch;
}

/** The first word of the sentence after or before. */
export function nextSentence(text: string, stretch: Stretch, by: 1 | -1): Stretch {
  const starts = sentenceStarts(text, stretch.start);
  const to = by > 0 ? starts.find((start) => start > stretch.start) : starts.findLast((start) => start < stretch.start);
  return to === undefined ? stretch : firstWord(text, to);
}

/** The end a sentence further or back. */
export function toSentenceEnd(text: string, stretch: Stretch, by: 1 | -1): Stretch {
  const ends = sentenceStarts(text, stretch.end).map((start) => start - (text.slice(0, start).length - text.slice(0, start).trimEnd().length));
  ends.push(text.trimEnd().length);
  const to = by > 0 ? ends.find((end) => end > stretch.end) : ends.findLast((end) => end < stretch.end && end > stretch.start);
  return to === undefined ? stretch : { start: stretch.start, end: to };
}

/** The word at or after `unit`, else the last one before it. */
export function firstWord(text: string, unit: number): Stretch {
  const words = tokensAround(text, { start: unit, end: unit }).filter((token) => isWord(text, token));
  return words.find((word) => word.end > unit) ?? words.at(-1) ?? { start: 0, end: text.length };
}

function isWord(text: string, { start, end }: Stretch): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

function tokensAround(text: string, { start, end }: Stretch): Stretch[] {
  const from = wordEdge(text, Math.max(0, start - REACH));
  const part = text.slice(from, end + REACH);
  return [...part.matchAll(TOKEN)].map((match) => ({ start: from + match.index, end: from + match.index + match[0].length }));
}

/** A place to begin that is not within a word. */
function wordEdge(text: string, at: number): number {
  if (at === 0) return 0;
  const space = /\s/g;
  space.lastIndex = at;
  return space.exec(text)?.index ?? at;
}

function sentenceStarts(text: string, around: number): number[] {
  const from = Math.max(0, around - REACH * 2);
  const part = text.slice(from, around + REACH * 2);
  const starts = [...part.matchAll(/(?:[.!?]["”’)\]]*\s+|\n\s*)(?=\S)/g)].map((match) => from + match.index + match[0].length);
  return from === 0 ? [part.length - part.trimStart().length, ...starts] : starts;
}

/** What a key does to the words that are chosen, or undefined where it does nothing to them. */
export function chosenBy(text: string, stretch: Stretch, press: { key: string; shiftKey: boolean; mod: boolean }, anew: boolean): Stretch | undefined {
  const by = press.key === "ArrowRight" || press.key === "ArrowDown" ? 1 : -1;
  switch (press.key) {
    case "ArrowLeft":
    case "ArrowRight":
      if (press.mod) return stretched(text, stretch, "start", by);
      if (press.shiftKey) return stretched(text, stretch, "end", by);
      return anew ? nextWord(text, stretch, by) : undefined;
    case "ArrowUp":
    case "ArrowDown":
      if (press.mod) return undefined;
      if (press.shiftKey) return toSentenceEnd(text, stretch, by);
      return anew ? nextSentence(text, stretch, by) : undefined;
    default:
      return undefined;
  }
}
