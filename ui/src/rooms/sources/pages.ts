// The pages of a PDF as they look, beside its text.
import type { Mark, PageRow, PlacedSpan, SourceRow, Span } from "../../api/client";

/** Whether the pages of a source can be shown; those of one that is locked cannot. */
export function isPaged({ media_type, issues }: Pick<SourceRow, "media_type" | "issues">): boolean {
  return media_type.split(";", 1)[0]?.trim() === "application/pdf" && !issues.some((issue) => issue.code === "encrypted");
}

type Turn = { page: number; at: number };

function turns(marks: Mark[]): Turn[] {
  return marks.flatMap(({ kind, label, span }) => {
    const page = kind === "page" ? Number(label) : Number.NaN;
    return Number.isInteger(page) && page > 0 ? [{ page, at: span.start }] : [];
  });
}

/** The page on which the text at `point` stands. */
export function pageAt(marks: Mark[], point: number): number {
  return turns(marks).findLast(({ at }) => at <= point)?.page ?? 1;
}

/** Where the text of a page begins; undefined where it has none. */
export function pageStart(marks: Mark[], page: number): number | undefined {
  return turns(marks).find((turn) => turn.page === page)?.at;
}

/** "Page 3 of 12"; without the number of pages while it is not known. */
export function pageWords(page: number, pages: number | undefined): string {
  return pages === undefined ? `Page ${page}` : `Page ${page} of ${pages}`;
}

/** The page that was typed, if there is such a page. */
export function pageFrom(typed: string, pages: number | undefined): number | undefined {
  const page = /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : 0;
  return page >= 1 && page <= (pages ?? page) ? page : undefined;
}

/** The page `by` further, if there is one. */
export function turned(page: number, by: 1 | -1, pages: number | undefined): number | undefined {
  const to = page + by;
  return to >= 1 && pages !== undefined && to <= pages ? to : undefined;
}

/** A part of a page, in ten-thousandths of its width and height. */
export type Box = Pick<PlacedSpan, "left" | "top" | "right" | "bottom">;

/** Where the words at `spans` stand: a box for each line of them. */
export function boxesOf(words: PlacedSpan[], spans: Span[]): Box[] {
  const boxes: Box[] = [];
  for (const word of words) {
    if (!spans.some((span) => span.start < word.span.end && word.span.start < span.end)) continue;
    const last = boxes.at(-1);
    if (last && isInLine(last, word)) {
      last.left = Math.min(last.left, word.left);
      last.right = Math.max(last.right, word.right);
      last.top = Math.min(last.top, word.top);
      last.bottom = Math.max(last.bottom, word.bottom);
    } else {
      boxes.push({ left: word.left, top: word.top, right: word.right, bottom: word.bottom });
    }
  }
  return boxes;
}

function isInLine(line: Box, word: Box): boolean {
  const together = Math.min(line.bottom, word.bottom) - Math.max(line.top, word.top);
  return together > Math.min(line.bottom - line.top, word.bottom - word.top) / 2;
}

/** Whether some of the words at `spans` are those of a page. */
export function isOnPage(marks: Mark[], page: number, spans: Span[]): boolean {
  const mark = marks.find(({ kind, label }) => kind === "page" && Number(label) === page);
  return mark !== undefined && spans.some((span) => span.start < mark.span.end && mark.span.start < span.end);
}

/** How much wider than the room a page is shown. */
export const ZOOMS = [1, 1.5, 2, 3];

/** The next zoom, if there is one. */
export function zoomed(zoom: number, by: 1 | -1): number | undefined {
  return ZOOMS[ZOOMS.indexOf(zoom) + by];
}

const MOST = 3200;
const STEP = 64;

/** How wide to draw what is `css` wide on a screen of `ratio`: as crisp as the screen is, in steps, so that a pixel more of width asks for nothing new. */
export function pixels(css: number, ratio: number): number {
  return Math.min(MOST, Math.ceil((css * ratio) / STEP) * STEP);
}

/** The last few pictures of one source, so that to turn back is at once. */
export class Pictures {
  #held = new Map<string, Promise<PageRow>>();

  constructor(
    private draw: (page: number, width: number) => Promise<PageRow>,
    private most = 6,
  ) {}

  of(page: number, width: number): Promise<PageRow> {
    const key = `${page} ${width}`;
    const asked = this.#held.get(key) ?? this.draw(page, width);
    this.#held.delete(key);
    this.#held.set(key, asked);
    // What failed may be asked again.
    asked.catch(() => this.#held.get(key) === asked && this.#held.delete(key));
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.most) break;
      this.#held.delete(oldest);
    }
    return asked;
  }
}
