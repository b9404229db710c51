import { describe, expect, test } from "vitest";
import { mark } from "./samples";
import { type Block, blockAt, blocksOf, laid, positionsOf, quoteOf } from "./text";

describe("positions", () => {
  test("are the same where every character takes one unit", () => {
    expect(positionsOf("plain café").units(7)).toBe(7);
  });

  test("move on after each character that takes two units", () => {
    const text = "a😀b👍🏽c";
    const at = positionsOf(text);
    expect([0, 1, 2, 3, 4, 5, 6].map((position) => at.units(position))).toEqual([0, 1, 3, 4, 6, 8, 9]);
    expect(text.slice(at.units(5), at.units(6))).toBe("c");
  });

  test("of a long text with emoji are found quickly", () => {
    const at = positionsOf("😀x".repeat(300_000));
    expect(at.units(600_000)).toBe(900_000);
  });
});

function check(text: string, marks: Parameters<typeof blocksOf>[1], expect_: string[]) {
  const words = (block: { start: number; end: number }) => text.slice(block.start, block.end);
  const say = (block: Block): string => {
    switch (block.is) {
      case "list":
        return `list ${block.items.map(words).join(" / ")}`;
      case "table":
        return `table ${block.rows.map((row) => row.map(words).join(" | ")).join(" / ")}`;
      case "page":
        return `page ${block.label}`;
      case "heading":
        return `heading${block.level} ${words(block)}`;
      default:
        return `${block.is} ${words(block)}`;
    }
  };
  expect(blocksOf(text, marks, positionsOf(text)).map(say)).toEqual(expect_);
}

describe("blocks", () => {
  test("follow the marks", () => {
    check("Title\n\nBy A\n\nWords 😀.\n\nKey", [mark("title", 0, 5), mark("furniture", 7, 11), mark("paragraph", 13, 21), mark("heading", 23, 26, "3")], [
      "title Title",
      "furniture By A",
      "paragraph Words 😀.",
      "heading3 Key",
    ]);
  });

  test("keep what no mark covers", () => {
    check("One.\n\nTwo.\n\nThree.", [mark("heading", 6, 10)], ["paragraph One.", "heading2 Two.", "paragraph Three."]);
    check("One.\n\nTwo.", [], ["paragraph One.", "paragraph Two."]);
  });

  test("gather items and cells", () => {
    check("a\nb\n\nName | Number\nx | 1", [mark("item", 0, 1), mark("item", 2, 3), mark("cell", 5, 9, "1:1"), mark("cell", 12, 18, "1:2"), mark("cell", 19, 20, "2:1"), mark("cell", 23, 24, "2:2")], [
      "list a / b",
      "table Name | Number / x | 1",
    ]);
  });

  test("turn pages before the words that stand on them", () => {
    check("One.\n\nTwo.", [mark("page", 0, 4, "1"), mark("page", 6, 10, "2"), mark("paragraph", 0, 4), mark("paragraph", 6, 10)], [
      "page 1",
      "paragraph One.",
      "page 2",
      "paragraph Two.",
    ]);
    check("One.\n\nTwo.", [mark("page", 0, 4, "1"), mark("page", 6, 10, "2")], ["page 1", "paragraph One.", "page 2", "paragraph Two."]);
  });

  test("cut a very long line at white space and lose nothing", () => {
    const text = "word ".repeat(40_000).trim();
    const blocks = blocksOf(text, [mark("paragraph", 0, text.length)], positionsOf(text));
    expect(blocks.length).toBeGreaterThan(30);
    expect(blocks.map((block) => text.slice(block.start, block.end)).join("")).toBe(text);
  });

  test("do not cut a character in two", () => {
    const text = "😀".repeat(9000);
    const blocks = blocksOf(text, [], positionsOf(text));
    expect(blocks.every((block) => !/^[\uDC00-\uDFFF]/.test(text.slice(block.start, block.start + 1)))).toBe(true);
  });

  test("are found by a place in them", () => {
    const blocks = [{ start: 0, end: 4 }, { start: 6, end: 10 }];
    expect([0, 3, 5, 6, 99].map((unit) => blockAt(blocks, unit))).toEqual([0, 0, 0, 1, 1]);
  });
});

test("positions come back from units", () => {
  const wide = positionsOf("a😀b😀c");
  expect([0, 1, 2, 3, 4, 5].map((position) => wide.points(wide.units(position)))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(wide.points(2)).toBe(1);
  expect(positionsOf("plain").points(3)).toBe(3);
});

test("words become a quotation at their code points", () => {
  const page = laid("😀 nearly 24,000", []);
  expect(quoteOf({ start: 3, end: 9 }, page)).toEqual({ start: 2, end: 8, text: "nearly" });
});
