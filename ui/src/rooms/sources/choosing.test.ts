import { describe, expect, test } from "vitest";
import { chosenBy, firstWord, nextSentence, nextWord, stretched, toSentenceEnd, trimmed, wholeWords } from "./choosing";

const text = "Halden’s letter counts nearly 24,000 accounts, it said. “We act.” Nobody\n\nanswered yet.";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const said = (stretch: { start: number; end: number } | null | undefined) => stretch && text.slice(stretch.start, stretch.end);

describe("an edge", () => {
  test.each([
    ["24,000 accounts", "end", 1, "24,000 accounts,"],
    ["24,000 accounts", "end", -1, "24,000"],
    ["24,000 accounts", "start", -1, "nearly 24,000 accounts"],
    ["24,000 accounts", "start", 1, "accounts"],
    ["24,000", "start", 1, "24,000"],
    ["24,000", "end", -1, "24,000"],
    ["Halden’s", "start", -1, "Halden’s"],
    ["letter", "start", -1, "Halden’s letter"],
  ] as const)("of “%s”, its %s by %s, gives “%s”", (words, edge, by, expected) => expect(said(stretched(text, at(words), edge, by))).toBe(expected));
});

test("the pointer takes whole words, without the spaces around them", () => {
  expect(said(wholeWords(text, { start: at("early").start, end: at("24,0").end }))).toBe("nearly 24,000");
  expect(said(wholeWords(text, { start: at(" nearly").start, end: at("nearly ").end }))).toBe("nearly");
  expect(trimmed(text, { start: at(" nearly").start, end: at(" nearly").start + 1 })).toBeNull();
});

test("words are walked one by one, signs left out", () => {
  expect(said(nextWord(text, at("accounts"), 1))).toBe("it");
  expect(said(nextWord(text, at("it said"), -1))).toBe("accounts");
  expect(said(nextWord(text, at("yet"), 1))).toBe("yet");
});

test("sentences are walked by their first words", () => {
  expect(said(nextSentence(text, at("letter"), 1))).toBe("We");
  expect(said(nextSentence(text, at("We act"), 1))).toBe("Nobody");
  expect(said(nextSentence(text, at("Nobody"), 1))).toBe("answered");
  expect(said(nextSentence(text, at("letter"), -1))).toBe("Halden’s");
});

test("the end goes to the end of a sentence", () => {
  expect(said(toSentenceEnd(text, at("nearly"), 1))).toBe("nearly 24,000 accounts, it said.");
  expect(said(toSentenceEnd(text, at("answered"), 1))).toBe("answered yet.");
});

test("the word at a place", () => {
  expect(said(firstWord(text, at("early").start))).toBe("nearly");
  expect(said(firstWord(text, text.length))).toBe("yet");
});

test("arrows move the words only while they are chosen anew", () => {
  const press = (key: string, over: { shiftKey?: boolean; mod?: boolean } = {}) => ({ key, shiftKey: false, mod: false, ...over });
  expect(said(chosenBy(text, at("nearly"), press("ArrowRight"), true))).toBe("24,000");
  expect(chosenBy(text, at("nearly"), press("ArrowRight"), false)).toBeUndefined();
  expect(said(chosenBy(text, at("nearly"), press("ArrowRight", { shiftKey: true }), false))).toBe("nearly 24,000");
  expect(said(chosenBy(text, at("nearly"), press("ArrowLeft", { mod: true }), false))).toBe("counts nearly");
  expect(chosenBy(text, at("nearly"), press("a"), true)).toBeUndefined();
});
