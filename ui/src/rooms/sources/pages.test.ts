import { describe, expect, it } from "vitest";
import type { PageRow, PlacedSpan } from "../../api/client";
import { boxesOf, isOnPage, isPaged, pageAt, pageFrom, pageStart, pageWords, Pictures, pixels, turned, zoomed } from "./pages";
import { mark } from "./samples";

const marks = [mark("title", 0, 5), mark("page", 0, 100, "1"), mark("page", 100, 180, "2"), mark("page", 180, 300, "4"), mark("page", 300, 320, "iv")];

describe("the pages of a PDF", () => {
  it("are those of a PDF that is not locked", () => {
    expect(isPaged({ media_type: "application/pdf", issues: [] })).toBe(true);
    expect(isPaged({ media_type: "application/pdf", issues: [{ code: "encrypted", message: "" }] })).toBe(false);
    expect(isPaged({ media_type: "text/html", issues: [] })).toBe(false);
  });

  it("are found from the text, and the text from them", () => {
    expect([0, 99, 100, 200, 310].map((point) => pageAt(marks, point))).toEqual([1, 1, 2, 4, 4]);
    expect(pageAt([], 50)).toBe(1);
    expect(pageStart(marks, 2)).toBe(100);
    expect(pageStart(marks, 3)).toBeUndefined();
  });

  it("are counted in words", () => {
    expect(pageWords(3, 12)).toBe("Page 3 of 12");
    expect(pageWords(3, undefined)).toBe("Page 3");
  });

  it("are turned within the document", () => {
    expect(turned(1, -1, 3)).toBeUndefined();
    expect(turned(3, 1, 3)).toBeUndefined();
    expect(turned(2, 1, 3)).toBe(3);
    expect(turned(1, 1, undefined)).toBeUndefined();
  });

  it.each([
    ["3", 12, 3],
    [" 12 ", 12, 12],
    ["13", 12, undefined],
    ["0", 12, undefined],
    ["iv", 12, undefined],
    ["7", undefined, 7],
  ])("are gone to by number: %s", (typed, pages, page) => expect(pageFrom(typed, pages)).toBe(page));

  it("are drawn as crisp as the screen, in steps, and no wider than needed", () => {
    expect(pixels(400, 1)).toBe(448);
    expect(pixels(401, 1)).toBe(448);
    expect(pixels(800, 2)).toBe(1600);
    expect(pixels(1200, 2)).toBe(2432);
    expect(pixels(2000, 2)).toBe(3200);
  });
});

describe("words on a page", () => {
  /** A word of five letters, each line 100 high with a gap of 20. */
  const word = (start: number, line: number, column: number): PlacedSpan => ({
    span: { start, end: start + 5 },
    left: column * 100,
    right: column * 100 + 90,
    top: line * 120,
    bottom: line * 120 + 100,
  });
  const words = [word(0, 0, 0), word(6, 0, 1), word(12, 0, 2), word(18, 1, 0), word(24, 1, 1)];

  it("have a box for each line", () => {
    expect(boxesOf(words, [{ start: 6, end: 23 }])).toEqual([
      { left: 100, right: 290, top: 0, bottom: 100 },
      { left: 0, right: 90, top: 120, bottom: 220 },
    ]);
    expect(boxesOf(words, [{ start: 8, end: 9 }])).toEqual([{ left: 100, right: 190, top: 0, bottom: 100 }]);
    expect(boxesOf(words, [{ start: 5, end: 6 }])).toEqual([]);
    expect(boxesOf([], [{ start: 0, end: 9 }])).toEqual([]);
  });

  it("are those that the text has between its turns", () => {
    expect(isOnPage(marks, 2, [{ start: 90, end: 101 }])).toBe(true);
    expect(isOnPage(marks, 2, [{ start: 90, end: 100 }, { start: 180, end: 190 }])).toBe(false);
    expect(isOnPage(marks, 9, [{ start: 0, end: 400 }])).toBe(false);
  });

  it("are brought nearer by steps", () => {
    expect([zoomed(1, 1), zoomed(1.5, -1), zoomed(1, -1), zoomed(3, 1)]).toEqual([1.5, 1, undefined, undefined]);
  });
});

describe("pictures", () => {
  const row = (page: number): PageRow => ({ png: `${page}`, width: 1, height: 1, pages: 9, words: [], notes: [] });

  it("are drawn once, and the last few are kept", async () => {
    const drawn: number[] = [];
    const pictures = new Pictures((page) => (drawn.push(page), Promise.resolve(row(page))), 2);
    for (const page of [1, 2, 1, 3, 1, 2]) expect((await pictures.of(page, 64)).png).toBe(`${page}`);
    expect(drawn).toEqual([1, 2, 3, 2]);
    await pictures.of(2, 128);
    expect(drawn).toHaveLength(5);
  });

  it("that failed are asked again", async () => {
    let times = 0;
    const pictures = new Pictures(() => (times++ === 0 ? Promise.reject(new Error("no")) : Promise.resolve(row(1))));
    await expect(pictures.of(1, 64)).rejects.toThrow("no");
    expect((await pictures.of(1, 64)).png).toBe("1");
  });
});
