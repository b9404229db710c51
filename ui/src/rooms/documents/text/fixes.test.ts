import { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import type { Draft, Finding, Sentence } from "../../../api/client";
import { headOf, sentencesOf, toDoc, toDraft, wordsOf } from "./draft";
import { type Placed, findings, findingsKey, place } from "./findings";
import { canWaive, fixOf, mend, waive } from "./fixes";
import { fact, paragraphOf, sample } from "./sample";

const finding = (given: Partial<Finding>): Finding => ({
  code: "precision-gained",
  severity: "error",
  place: "paragraph 1, sentence 1",
  text: "25,000 accounts",
  why: "the fact says nearly 25,000",
  fix: null,
  replacement: null,
  fact: null,
  ...given,
});

function opened(draft: Draft, ...found: Finding[]): { state: EditorState; placed: Placed[] } {
  const doc = toDoc(draft);
  const { spots } = toDraft(doc, headOf(draft));
  const places = spots.map((_, at) => (at === 0 ? "subject" : `paragraph 1, sentence ${at}`));
  const placed = place({ findings: found, places }, spots);
  const state = EditorState.create({ doc, plugins: [findings()] });
  return { state: state.apply(state.tr.setMeta(findingsKey, { placed })), placed };
}
const first = (placed: Placed[]): Placed => {
  const [one] = placed;
  if (!one) throw new Error("nothing placed");
  return one;
};
const sentence = (state: EditorState, at = 1): Sentence => sentencesOf(toDraft(state.doc, headOf(sample)).draft)[at] ?? [];

const gained = paragraphOf([{ text: "It involved " }, fact("25,000 accounts", "F1", true), { text: "." }], [{ text: "It ended." }]);

describe("a finding", () => {
  it("is placed at its words, and stays there while the text before it changes", () => {
    const { state } = opened(gained, finding({}));
    const after = state.apply(state.tr.insertText("Indeed, ", 5));
    const { words } = first(findingsKey.getState(after)?.placed ?? []);
    expect(after.doc.textBetween(words?.from ?? 0, words?.to ?? 0)).toBe("25,000 accounts");
  });

  it("is about the whole sentence where its words are not found, and about the document where no sentence has its place", () => {
    const { placed } = opened(gained, finding({ text: "other" }), finding({ place: "measure hr8283" }));
    expect(placed[0]?.words).toEqual(placed[0]?.spot);
    expect(placed[1]?.spot).toBeNull();
  });
});

describe("mending", () => {
  it("puts the replacement in the place of the words and keeps their binding", () => {
    const { state, placed } = opened(gained, finding({ replacement: "nearly 25,000 accounts" }));
    const fix = fixOf(state, first(placed));
    expect(fix?.do).toBe("replace");
    const after = fix ? state.apply(mend(state.tr, first(placed), fix, null)) : state;
    expect(sentence(after)[1]).toEqual(fact("nearly 25,000 accounts", "F1", true));
  });

  it("replaces across plain and bound words without unbinding", () => {
    const { state, placed } = opened(gained, finding({ text: "It involved 25,000 accounts", replacement: "It allegedly involved 25,000 accounts" }));
    const fix = fixOf(state, first(placed));
    const after = fix ? state.apply(mend(state.tr, first(placed), fix, null)) : state;
    expect(sentence(after)).toEqual([{ text: "It allegedly involved " }, fact("25,000 accounts", "F1", true), { text: "." }]);
  });

  it("offers no replacement once the words have changed", () => {
    const { state } = opened(gained, finding({ replacement: "nearly 25,000 accounts" }));
    const changed = state.apply(state.tr.insertText("x", 20));
    expect(fixOf(changed, first(findingsKey.getState(changed)?.placed ?? []))).toBeNull();
  });

  it("adds the sentence of the fact that is left out", () => {
    const { state, placed } = opened(gained, finding({ code: "adverse-omitted", text: "It involved 25,000 accounts.", fact: "F7" }));
    const fix = fixOf(state, first(placed));
    const after = fix ? state.apply(mend(state.tr, first(placed), fix, [fact("Nobody verified it", "F7"), { text: "." }])) : state;
    expect(wordsOf(sentence(after, 2))).toBe("Nobody verified it.");
    expect(wordsOf(sentence(after, 3))).toBe("It ended.");
  });

  it("binds stale words anew", () => {
    const { state, placed } = opened(gained, finding({ code: "stale" }));
    const fix = fixOf(state, first(placed));
    expect(fix).toEqual({ do: "rebind", fact: "F1" });
    const now: Sentence = [{ text: "25,000", binding: { to: "fact", fact: "F1", seen: "b2" } }];
    const after = fix ? state.apply(mend(state.tr, first(placed), fix, now)) : state;
    expect(sentence(after)[1]?.binding).toEqual({ to: "fact", fact: "F1", seen: "b2" });
  });
});

describe("waiving", () => {
  it("lets a person answer for the words", () => {
    const { state, placed } = opened(gained, finding({}));
    const after = state.apply(waive(state.tr, first(placed), "Ada Reyes", "Confirmed by telephone"));
    expect(sentence(after)[1]).toEqual({
      text: "25,000 accounts",
      binding: { to: "waiver", by: "Ada Reyes", reason: "Confirmed by telephone" },
      note: true,
    });
  });

  it("of a whole sentence leaves what is bound in it bound", () => {
    const { state, placed } = opened(gained, finding({ code: "stronger-than-source", text: "It involved 25,000 accounts." }));
    const after = state.apply(waive(state.tr, first(placed), "Ada Reyes", "Known"));
    expect(sentence(after).map((part) => part.binding?.to)).toEqual(["waiver", undefined, "fact", undefined]);
    expect(sentence(after)[0]?.text).toBe("It involved");
  });

  it("is not offered for what a person cannot answer for", () => {
    const { placed } = opened(gained, finding({ code: "adverse-omitted" }), finding({ code: "wrong-venue", place: "measure x" }));
    expect(placed.map(canWaive)).toEqual([false, false]);
  });
});
