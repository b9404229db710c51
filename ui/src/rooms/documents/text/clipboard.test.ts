import { expect, it } from "vitest";
import { pasted } from "./clipboard";
import { headOf, sentencesOf, toDraft, wordsOf } from "./draft";
import { editing, paragraphOf, sample } from "./sample";

const words = (text: string, at = "ended"): string[] => {
  const state = editing(paragraphOf([{ text: "It ended." }]), at);
  const after = state.apply(pasted(state.tr, text));
  after.doc.check();
  return sentencesOf(toDraft(after.doc, headOf(sample)).draft).slice(1).map(wordsOf);
};

it("pastes words into a sentence", () => expect(words("soon ")).toEqual(["It soon ended."]));
it("pastes sentences as sentences", () => expect(words("One. Two.\nThree ", "It ended.")).toEqual(["One.", "Two.", "ThreeIt ended."]));
it("pastes paragraphs as paragraphs", () => {
  const state = editing(paragraphOf([{ text: "It ended." }]), "It");
  const after = state.apply(pasted(state.tr, "First.\n\nSecond. Third."));
  expect(after.doc.child(1).childCount).toBe(2);
});
it("pastes one line into a heading", () => {
  const state = editing(sample, "alleges");
  const after = state.apply(pasted(state.tr, "First.\n\nSecond."));
  expect(after.doc.child(1).child(1).textContent).toBe("What the record First. Second.alleges");
});
