import { expect, test } from "vitest";
import { figureOf, figureWords } from "./figures";

test.each([
  ["28.8 million", "28800000"],
  ["24,000", "24000"],
  ["24 000", "24000"],
  ["24000", "24000"],
  ["$1.5bn", "1500000000"],
  ["99.10%", "99.1"],
  ["3k", "3000"],
  ["0.25", "0.25"],
  ["-4", "-4"],
  ["007", "7"],
])("%s is the figure %s", (words, figure) => expect(figureOf(words)).toBe(figure));

test.each(["", "nearly 24,000", "1,5", "12,34,567", "many", "5 dozen", "1.2.3"])("“%s” is no figure", (words) => expect(figureOf(words)).toBeNull());

test.each([
  ["28800000", "28.8 million"],
  ["410000000000", "410 billion"],
  ["1234567", "1,234,567"],
  ["24000", "24,000"],
  ["61.2", "61.2"],
  ["-1500000", "-1.5 million"],
  ["letter", "letter"],
])("%s is read as %s", (value, words) => expect(figureWords(value)).toBe(words));
