import { describe, expect, it } from "vitest";
import { inSentence, paragraphOf } from "./sentence";

/** A quote of `words` in `text`, placed in code points as the Rust side does. */
function quote(text: string, words: string) {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return { start, end: start + [...words].length, text: words };
}

function check(text: string, words: string, before: string, after: string) {
  expect(inSentence(text, quote(text, words))).toEqual({ before, words, after });
}

describe("a quote in its sentence", () => {
  it("has the rest of its sentence on both sides", () => {
    check("It rained. Halden said it had found 24,000 accounts in May. Nobody else did.", "24,000 accounts", "Halden said it had found ", " in May.");
  });

  it("is not cut at an abbreviation", () => {
    check("It rained. The U.S. AI developer said a campaign by Tern Ltd. Holdings ran. More.", "a campaign", "The U.S. AI developer said ", " by Tern Ltd. Holdings ran.");
  });

  it("does not reach into another paragraph", () => {
    check("A title without a stop\nHalden found 24,000 accounts\nMore follows.", "24,000 accounts", "Halden found ", "");
  });

  it("is found behind letters outside the basic plane and in a right-to-left text", () => {
    check("𝔄𝔅 😀. Then Halden found 24,000 accounts.", "24,000", "Then Halden found ", " accounts.");
    check("قال هالدن إنه وجد حسابات كثيرة.", "وجد", "قال هالدن إنه ", " حسابات كثيرة.");
  });

  it("keeps all sentences that it runs through", () => {
    check("One. Two is here. Three is there. Four.", "here. Three", "Two is ", " is there.");
  });

  it("is cut where the sentence is very long", () => {
    const text = `${"word ".repeat(200)}quoted${" word".repeat(200)}`;
    const { before, after } = inSentence(text, quote(text, "quoted"));
    expect(before.length).toBeLessThan(260);
    expect(before.startsWith("… word")).toBe(true);
    expect(after.endsWith("word …")).toBe(true);
  });

  it("stands alone where the text is another", () => {
    expect(inSentence("Something else.", { start: 40, end: 46, text: "quoted" })).toEqual({ before: "", words: "quoted", after: "" });
  });
});

it("a quote's paragraph ends where its line does", () => {
  const text = "A title\nOne. Two words.\nMore.";
  expect(paragraphOf(text, quote(text, "Two"))).toBe("One. Two words.");
  expect(paragraphOf(text, quote(text, "A title"))).toBe("A title");
  expect(paragraphOf("Other.", { start: 3, end: 9, text: "quoted" })).toBe("quoted");
});
