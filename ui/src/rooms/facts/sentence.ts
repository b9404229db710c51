// A quote in its sentence, cut from the readable text of its source.
import type { Quote } from "../../api/client";

export interface InSentence {
  before: string;
  words: string;
  after: string;
}

/** Of a long sentence this many characters are kept on each side. */
const KEPT = 240;

/** The quote with the rest of its sentence; the quote alone where the text does not hold it. */
export function inSentence(text: string, quote: Quote): InSentence {
  const start = unitAt(text, quote.start);
  const end = start + quote.text.length;
  if (text.slice(start, end) !== quote.text) return { before: "", words: quote.text, after: "" };
  const [from, paragraph] = around(text, start, end);
  const [first, last] = bounds(paragraph, start - from, end - from);
  return {
    before: shortStart(paragraph.slice(first, start - from).trimStart()),
    words: quote.text,
    after: shortEnd(paragraph.slice(end - from, last).trimEnd()),
  };
}

/** The paragraph that a quote stands in, or the quote alone. */
export function paragraphOf(text: string, quote: Quote): string {
  const start = unitAt(text, quote.start);
  const end = start + quote.text.length;
  return text.slice(start, end) === quote.text ? around(text, start, end)[1] : quote.text;
}

/** Where a paragraph starts, and the paragraph. */
function around(text: string, start: number, end: number): [number, string] {
  const from = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const line = text.indexOf("\n", end);
  return [from, text.slice(from, line < 0 ? text.length : line)];
}

/** The sentences that a span touches, as places in the paragraph. */
function bounds(paragraph: string, start: number, end: number): [number, number] {
  let first = 0;
  let before = "";
  for (const { index, segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(paragraph)) {
    const begins = !ABBREVIATED.test(before);
    if (begins && index >= end) return [first, index];
    if (begins && index <= start) first = index;
    before = segment;
  }
  return [first, paragraph.length];
}

/** "The U.S.", "Mr.", "Meridian Works Ltd.": a stop that ends no sentence, as often as not. */
const ABBREVIATED = /(?:^|[\s(“"])(?:(?:\p{L}\.)+|Mr\.|Mrs\.|Ms\.|Dr\.|Sen\.|Rep\.|Gov\.|Gen\.|St\.|No\.|vs\.|Inc\.|Ltd\.|Corp\.|Co\.)\s*$/u;

/** Positions count code points; strings here count UTF-16 units. */
function unitAt(text: string, point: number): number {
  let unit = 0;
  for (let left = point; left > 0 && unit < text.length; left -= 1) {
    const code = text.charCodeAt(unit);
    unit += code >= 0xd800 && code < 0xdc00 ? 2 : 1;
  }
  return unit;
}

function shortStart(text: string): string {
  if (text.length <= KEPT) return text;
  const kept = text.slice(-KEPT);
  return `… ${kept.slice(kept.indexOf(" ") + 1)}`;
}

function shortEnd(text: string): string {
  if (text.length <= KEPT) return text;
  const kept = text.slice(0, KEPT);
  return `${kept.slice(0, Math.max(0, kept.lastIndexOf(" ")))} …`;
}
