// The pages of a PDF as they look, beside its text.
import type { Mark, PageRow, SourceRow } from "../../api/client";

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

const MOST = 2000;
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
