import { describe, expect, it } from "vitest";
import type { PageRow } from "../../api/client";
import { isPaged, pageAt, pageFrom, pageStart, pageWords, Pictures, pixels, turned } from "./pages";
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
    expect(pixels(1200, 2)).toBe(2000);
  });
});

describe("pictures", () => {
  const row = (page: number): PageRow => ({ png: `${page}`, width: 1, height: 1, pages: 9, notes: [] });

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
