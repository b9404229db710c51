import { describe, expect, it } from "vitest";
import { headOf, sentencesOf, toDoc, toDraft, wordsOf } from "./draft";
import { paragraphOf, sample } from "./sample";

const written = (draft = sample) => toDraft(toDoc(draft), headOf(draft));

describe("a draft in the editor", () => {
  it("comes back as it went in", () => {
    expect(written().draft).toEqual(sample);
  });

  it("is valid text for the editor", () => {
    toDoc(sample).check();
  });

  it("names its sentences in the order subject, blocks, annex, with heads and cells of tables", () => {
    expect(sentencesOf(sample).map(wordsOf)).toEqual([
      "Alleged campaign against Corvid",
      "According to Halden, it involved nearly 25,000 accounts.",
      "Nobody has confirmed that.",
      "What the record alleges",
      "The bottom line.",
      "First item.",
      "Second item.",
      "With two sentences.",
      "Elements",
      "Element",
      "Record",
      "Access",
      "",
      "Timeline.",
      "Annex",
      "Annexed words.",
    ]);
  });

  it("has a spot in the editor for each sentence, in that order, that holds its words", () => {
    const doc = toDoc(sample);
    const { draft, spots } = toDraft(doc, headOf(sample));
    expect(spots.map((spot) => spot.sentence)).toEqual(sentencesOf(draft));
    for (const spot of spots) expect(doc.textBetween(spot.from, spot.to)).toBe(wordsOf(spot.sentence));
  });

  it("leaves out what is empty, and keeps empty cells", () => {
    const draft = written({
      ...sample,
      blocks: [
        { block: "paragraph", sentences: [[{ text: "  " }]] },
        { block: "heading", text: [] },
        { block: "list", numbered: false, items: [[[{ text: " " }]]] },
        { block: "table", caption: [], head: [[]], rows: [[[]]] },
      ],
      annex: [],
    }).draft;
    expect(draft.blocks).toEqual([{ block: "table", caption: [], head: [[]], rows: [[[]]] }]);
    expect("annex" in draft).toBe(false);
  });

  it("takes white space from the ends of sentences, not from inside", () => {
    const draft = written(paragraphOf([{ text: " One" }, { text: " two " }], [{ text: "Three. " }])).draft;
    expect(draft.blocks).toEqual([{ block: "paragraph", sentences: [[{ text: "One two" }], [{ text: "Three." }]] }]);
  });

  it("keeps two bindings apart that touch", () => {
    const touching = paragraphOf([
      { text: "24,000", binding: { to: "fact", fact: "F1" } },
      { text: " accounts", binding: { to: "fact", fact: "F2" }, note: true },
    ]);
    expect(written(touching).draft.blocks).toEqual(touching.blocks);
  });
});
