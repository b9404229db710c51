import { expect, test } from "vitest";
import type { Change, ChangeKind } from "../../api/client";
import { changeAfter, changesOf, foldedWords, rowOf, rowsOf, sayChange, type Row } from "./difference";

/** "kept [-removed-]{+added+}" as changes. */
function parse(text: string): Change[] {
  return [...text.matchAll(/\[-([^]*?)-\]|\{\+([^]*?)\+\}|((?:(?!\[-|\{\+)[^])+)/g)].map(([, removed, added, kept]) => {
    if (removed !== undefined) return { kind: "removed", text: removed };
    if (added !== undefined) return { kind: "added", text: added };
    return { kind: "kept", text: kept ?? "" };
  });
}

const SIGNS: Record<ChangeKind, [string, string]> = { kept: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] };

/** The lines in the same spelling. */
function spelled(text: string): string[] {
  return changesOf(parse(text)).lines.map((line) => line.pieces.map(({ kind, text }) => SIGNS[kind].join(text)).join(""));
}

/** Which lines are shown, "…" with how many where they are folded. */
function shown(rows: Row[]): string[] {
  return rows.map((row) => ("line" in row ? row.line.pieces.map((piece) => piece.text).join("") : `…${row.folded}`));
}

test("a changed word stands in its line", () => {
  expect(spelled("One.\nHalden counted [-24,000-]{+25,000+} accounts.\n\nThree.")).toEqual(["One.", "Halden counted [-24,000-]{+25,000+} accounts.", "Three."]);
});

test("words that were changed one after the other are one change", () => {
  const text = "Tern [-did-]{+denied+} [-not-]{+the+} [-answer-]{+allegation on+} [-questions.-]{+Sunday.+} Its parent";
  expect(spelled(text)).toEqual(["Tern [-did not answer questions.-]{+denied the allegation on Sunday.+} Its parent"]);
  expect(changesOf(parse(text)).all).toEqual([{ removed: "did not answer questions.", added: "denied the allegation on Sunday." }]);
});

test("words that were only taken out stay apart", () => {
  expect(spelled("a [-b-] [-c-] d")).toEqual(["a [-b-] [-c-] d"]);
});

test("lines that were added or removed as a whole stand for themselves", () => {
  expect(spelled("One.\n{+Two.\n+}Three.")).toEqual(["One.", "{+Two.+}", "Three."]);
  expect(spelled("One.\n[-\nTwo.\n-]Three.")).toEqual(["One.", "[-Two.-]", "Three."]);
  expect(spelled("One.{+\nTwo.+}")).toEqual(["One.", "{+Two.+}"]);
});

test("a line end that parts what stood together is shown", () => {
  expect(spelled("One,[- -]{+\n+}two.")).toEqual(["One,[- -]{+¶+}", "two."]);
  expect(spelled("One.[-\n\n-]{+ +}Two.")).toEqual(["One.[-¶-]", "{+ +}Two."]);
  expect(spelled("One.\nTwo.")).toEqual(["One.", "Two."]);
});

test("changes are numbered in their order, and nothing but white space is none", () => {
  const { all, lines } = changesOf(parse("One[-.-]{+!+}\n{+\n+}Two [-b-]{+c+}\n[-Three-]"));
  expect(all.map(sayChange)).toEqual(["“.” became “!”", "“b” became “c”", "Removed: “Three”"]);
  expect(lines.flatMap((line) => line.pieces.map((piece) => piece.change))).toEqual([-1, 0, 0, -1, 1, 1, 2]);
  expect(changesOf(parse("One.\n{+\n+}Two.")).all).toEqual([]);
});

const long = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `Line ${from + at}.`).join("\n");

test("what both texts have is folded but for two lines around a change", () => {
  const { lines } = changesOf(parse(`${long(1, 9)}\nTen [-a-]{+b+}.\n${long(11, 20)}\nTwenty-one {+c+}.\n${long(22, 24)}`));
  const rows = rowsOf(lines, new Set());
  expect(shown(rows)).toEqual(["…7", "Line 8.", "Line 9.", "Ten ab.", "Line 11.", "Line 12.", "…6", "Line 19.", "Line 20.", "Twenty-one c.", "Line 22.", "Line 23.", "Line 24."]);
  expect(rowOf(rows, 1)).toBe(9);
});

test("a fold that was opened stays open, and all can be", () => {
  const { lines } = changesOf(parse(`${long(1, 9)}\nTen [-a-]{+b+}.\n${long(11, 20)}`));
  expect(shown(rowsOf(lines, new Set([0])))).toHaveLength(9 + 1 + 2 + 1);
  expect(rowsOf(lines, "all")).toHaveLength(20);
});

test("beside a change one long line is enough", () => {
  const paragraph = "word ".repeat(80).trim();
  const { lines } = changesOf(parse(`${paragraph}\n${paragraph}\n${paragraph}\nTen [-a-]{+b+}.`));
  expect(shown(rowsOf(lines, new Set()))).toEqual(["…2", paragraph, "Ten ab."]);
});

test("texts that are the same fold into one", () => {
  expect(rowsOf(changesOf(parse(long(1, 5))).lines, new Set())).toEqual([{ folded: 5, at: 0 }]);
  expect(rowsOf(changesOf(parse("One.")).lines, new Set())).toHaveLength(1);
});

test("every line is shown or counted, wherever the changes are", () => {
  for (let mask = 0; mask < 512; mask++) {
    const text = Array.from({ length: 9 }, (_, at) => (mask & (1 << at) ? `{+line ${at}\n+}` : `line ${at}\n`)).join("");
    const { lines } = changesOf(parse(text));
    const rows = rowsOf(lines, new Set());
    expect(rows.reduce((sum, row) => sum + ("line" in row ? 1 : row.folded), 0)).toBe(9);
  }
});

test("the changes are walked round and round", () => {
  expect([changeAfter(-1, 1, 3), changeAfter(-1, -1, 3), changeAfter(2, 1, 3), changeAfter(0, -1, 3), changeAfter(-1, 1, 0)]).toEqual([0, 2, 0, 2, -1]);
});

test("a change is said in a line", () => {
  expect(sayChange({ removed: "", added: ` ${"long ".repeat(40)}` })).toBe(`Added: “${"long ".repeat(16).trim()}…”`);
  expect(sayChange({ removed: "", added: " " })).toBe("A line was broken in two");
  expect(foldedWords(1200)).toBe("1,200 lines unchanged");
});
