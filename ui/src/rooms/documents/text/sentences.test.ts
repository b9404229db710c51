import { expect, it } from "vitest";
import { endsSentence, split } from "./sentences";

it.each([
  ["It ended.", true],
  ["Did it end?", true],
  ["He said “so.”", true],
  ["They call it (so).", true],
  ["under H.R.", false],
  ["of the U.S.", false],
  ["Dear Sen.", false],
  ["see No.", false],
  ["Works Ltd.", false],
  ["no end", false],
  ["3.5", false],
  ["", false],
])("%s ends a sentence: %s", (text, ends) => expect(endsSentence(text)).toBe(ends));

it("splits pasted text at the ends of its sentences only", () => {
  expect(split("One thing.  Another,\nsays Dr. Vale of H.R. 8283. and so on? Yes.")).toEqual([
    "One thing.",
    "Another, says Dr. Vale of H.R. 8283. and so on?",
    "Yes.",
  ]);
});
