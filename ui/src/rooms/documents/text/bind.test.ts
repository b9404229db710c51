import type { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import type { Sentence } from "../../../api/client";
import { addSentence, addWords, bind, bindingTo, freeWords, rewrite, runAt, unbind, wordsOfFact, wordsSelected } from "./bind";
import { headOf, sentencesOf, toDraft, wordsOf } from "./draft";
import { caret, editing, fact, paragraphOf, sample } from "./sample";

const sentences = (state: EditorState): Sentence[] => sentencesOf(toDraft(state.doc, headOf(sample)).draft);
const plain = paragraphOf([{ text: "It involved 25,000 accounts." }], [{ text: "Then it ended." }]);
const says: Sentence = [{ text: "According to " }, fact("Halden", "F17"), { text: ", there were " }, fact("26,000", "F2", true), { text: "." }];

describe("binding", () => {
  it("finds the bound words at the caret, inside before beside", () => {
    expect(runAt(editing(sample, "25,000"))?.text).toBe("nearly 25,000 accounts");
    expect(runAt(editing(sample, "Halden", "after"))?.text).toBe("Halden");
    expect(runAt(editing(sample, "it involved"))).toBeNull();
    expect(runAt(editing(sample, "Nobody", "selected"))).toBeNull();
  });

  it("binds selected words of one sentence, without the space around them", () => {
    const state = editing(plain, " 25,000 ", "selected");
    const words = wordsSelected(state);
    expect(words).toMatchObject({ text: "25,000", mixed: false });
    const after = state.apply(bind(state.tr, words?.from ?? 0, words?.to ?? 0, { to: "fact", fact: "F1" }, true));
    expect(sentences(after)[1]).toEqual([
      { text: "It involved " },
      { text: "25,000", binding: { to: "fact", fact: "F1" }, note: true },
      { text: " accounts." },
    ]);
    // Selected as before, they are found again.
    expect(runAt(after)?.text).toBe("25,000");
  });

  it("tells selected words of which some are bound", () => {
    expect(wordsSelected(editing(sample, "involved nearly 25,000", "selected"))).toMatchObject({ mixed: true });
  });

  it("does not bind across the end of a sentence", () => {
    expect(wordsSelected(editing(plain, "accounts. Then", "selected"))).toBeNull();
  });

  it("unbinds words and leaves them standing", () => {
    const state = editing(sample, "25,000");
    const run = runAt(state);
    const after = state.apply(unbind(state.tr, run?.from ?? 0, run?.to ?? 0));
    expect(sentences(after)[1]?.at(-1)).toEqual({ text: ", it involved nearly 25,000 accounts." });
  });

  it("changes bound words and keeps what binds them", () => {
    const state = editing(sample, "25,000");
    const run = runAt(state);
    const after = run ? state.apply(rewrite(state.tr, run, " almost 25,000  accounts ")) : state;
    expect(sentences(after)[1]?.[3]).toEqual(fact("almost 25,000 accounts", "F1", true));
  });
});

describe("inserting a fact", () => {
  it("adds its sentence after the one at the caret", () => {
    const state = editing(plain, "25,000");
    const after = state.apply(addSentence(state.tr, state.selection.from, says));
    expect(sentences(after).slice(1, 4).map(wordsOf)).toEqual([
      "It involved 25,000 accounts.",
      "According to Halden, there were 26,000.",
      "Then it ended.",
    ]);
    after.doc.check();
  });

  it("adds a paragraph where a block has no sentences, and from the subject", () => {
    const heading = editing(sample, "What the record");
    expect(wordsOf(sentences(heading.apply(addSentence(heading.tr, heading.selection.from, says)))[4] ?? [])).toMatch(/26,000/);
    const subject = editing(sample, "Alleged");
    const after = subject.apply(addSentence(subject.tr, subject.selection.from, says));
    expect(wordsOf(sentences(after)[1] ?? [])).toMatch(/26,000/);
    after.doc.check();
  });

  it("adds its bound words at the caret, spaced from the words around", () => {
    const words = wordsOfFact(says, "F2");
    expect(words).toEqual([fact("26,000", "F2", true)]);
    const state = editing(plain, " ended", "before");
    const after = state.apply(addWords(state.tr, words));
    expect(wordsOf(sentences(after)[2] ?? [])).toBe("Then it 26,000 ended.");
  });

  it("binds to the fact as it was read", () => {
    expect(bindingTo("F2", says)).toEqual({ to: "fact", fact: "F2", seen: "a1" });
    expect(bindingTo("F9", says)).toEqual({ to: "fact", fact: "F9" });
  });
});

it("answers for a whole sentence by its longest free words", () => {
  const state = caret(editing(sample, "According"), "According");
  const [, spot] = toDraft(state.doc, headOf(sample)).spots;
  const at = spot ? freeWords(spot) : { from: 0, to: 0 };
  expect(state.doc.textBetween(at.from, at.to)).toBe("According to");
});
