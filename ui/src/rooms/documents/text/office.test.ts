import { describe, expect, it } from "vitest";
import type { Draft } from "../../../api/client";
import { headOf, toDraft } from "./draft";
import { filled, officeShown } from "./office";
import { editing, paragraphOf } from "./sample";

const letter: Draft = paragraphOf([{ text: "On behalf of " }, { text: "[Office name]", binding: { to: "office" } }, { text: ", we write." }]);
const office = { name: "Halden AI, Inc." };
const drawn = (state: Parameters<typeof officeShown>[0], by = office as Parameters<typeof officeShown>[1]) =>
  officeShown(state, by).map(({ from, to, spec }) => ({ words: state.doc.textBetween(from, to), shown: (spec as { words?: string }).words ?? null }));

describe("the words of a blank", () => {
  it("are the office's, where it has them", () => {
    expect(filled("[Office name]", office)).toBe("Halden AI, Inc.");
    expect(filled("[Contact for questions]", office)).toBeNull();
    expect(filled("Office", office)).toBeUndefined();
    expect(filled("constructor", office)).toBeUndefined();
  });
});

describe("the office in the text", () => {
  it("shows its words in the place of the blank, which the draft keeps", () => {
    const state = editing(letter, "we write");
    expect(drawn(state)).toEqual([
      { words: "", shown: "Halden AI, Inc." },
      { words: "[Office name]", shown: null },
    ]);
    expect(toDraft(state.doc, headOf(letter)).draft.blocks).toEqual(letter.blocks);
  });

  it("shows the blank where the office has no words, and where the caret is in it", () => {
    expect(drawn(editing(letter, "we write"), {})).toEqual([{ words: "[Office name]", shown: null }]);
    expect(drawn(editing(letter, "name]"))).toEqual([]);
    expect(drawn(editing(letter, "[Office name]", "selected"))).toHaveLength(2);
  });

  it("leaves words alone that are bound otherwise, or that somebody has changed", () => {
    expect(drawn(editing(paragraphOf([{ text: "[Office name]" }]), "name"))).toEqual([]);
    expect(drawn(editing(paragraphOf([{ text: "Halden", binding: { to: "office" } }, { text: "." }]), "."))).toEqual([]);
  });
});
