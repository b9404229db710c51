import type { Command, EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import type { Block, Draft } from "../../../api/client";
import { headOf, toDraft, wordsOf } from "./draft";
import { backspace, enter, forwardDelete, newSentence, typed } from "./keys";
import { caret, editing, paragraphOf, sample } from "./sample";

const run = (state: EditorState, command: Command): EditorState => {
  let after = state;
  command(state, (tr) => {
    after = state.apply(tr);
  });
  after.doc.check();
  return after;
};
const type = (state: EditorState, text: string): EditorState =>
  [...text].reduce((state, letter) => {
    const { from, to } = state.selection;
    return state.apply(typed(state, from, to, letter) ?? state.tr.insertText(letter));
  }, state);
/** The blocks in short: sentences of a block joined by " | ", items by " / ". */
const words = (state: EditorState): string[] => {
  const of = (block: Block): string => {
    switch (block.block) {
      case "heading":
        return `# ${wordsOf(block.text)}`;
      case "paragraph":
      case "bottom-line":
        return block.sentences.map(wordsOf).join(" | ");
      case "list":
        return block.items.map((item) => `- ${item.map(wordsOf).join(" | ")}`).join(" / ");
      default:
        return block.block;
    }
  };
  return toDraft(state.doc, headOf(sample)).draft.blocks.map(of);
};
const two = paragraphOf([{ text: "One here." }], [{ text: "Two here." }]);
const list: Draft = { ...two, blocks: [{ block: "list", numbered: false, items: [[[{ text: "First." }]], [[{ text: "Second." }]]] }] };

describe("Enter", () => {
  it("splits a paragraph between its sentences", () => {
    expect(words(run(editing(two, "Two"), enter))).toEqual(["One here.", "Two here."]);
  });
  it("splits a sentence", () => {
    expect(words(run(editing(two, " here.", "before"), enter))).toEqual(["One", "here. | Two here."]);
  });
  it("makes a new item, and leaves the list from an empty one", () => {
    const item = run(editing(list, "First.", "after"), enter);
    expect(words(type(item, "New."))).toEqual(["- First. / - New. / - Second."]);
    expect(words(type(run(item, enter), "Out."))).toEqual(["- First.", "Out.", "- Second."]);
  });
  it("goes from a heading to a paragraph", () => {
    const after = type(run(editing(sample, "alleges", "after"), enter), "Text.");
    expect(words(after).slice(1, 3)).toEqual(["# What the record alleges", "Text."]);
  });
  it("goes from the subject to the text, and from the last cell to what follows", () => {
    expect(type(run(editing(sample, "Alleged"), enter), "X").doc.child(1).firstChild?.textContent).toMatch(/^XAccording/);
    const last = { ...sample, blocks: sample.blocks.slice(0, 5) };
    const cell = run(run(editing(last, "Access"), enter), enter);
    expect(words(type(cell, "After."))[5]).toBe("After.");
  });
});

describe("Backspace", () => {
  it("joins two sentences, then takes the space away", () => {
    const joined = run(editing(two, "Two"), backspace);
    expect(words(joined)).toEqual(["One here. Two here."]);
    expect(joined.selection.from).toBe(editing(two, "Two").selection.from);
    expect(backspace(joined)).toBe(false);
  });
  it("joins two paragraphs and keeps their sentences apart", () => {
    const split = run(editing(two, "Two"), enter);
    const joined = run(caret(split, "Two"), backspace);
    expect(words(joined)).toEqual(["One here. | Two here."]);
    expect(words(type(joined, "X"))).toEqual(["One here. | XTwo here."]);
  });
  it("joins items; the first becomes a paragraph", () => {
    expect(words(run(editing(list, "Second"), backspace))).toEqual(["- First. | Second."]);
    expect(words(run(editing(list, "First"), backspace))).toEqual(["First.", "- Second."]);
  });
  it("turns a heading into a paragraph before it joins anything", () => {
    expect(words(run(editing(sample, "What the record"), backspace))[1]).toBe("What the record alleges");
  });
  it("leaves tables and their cells whole", () => {
    const before = editing(sample, "Access");
    expect(run(before, backspace).doc.eq(before.doc)).toBe(true);
  });
});

it("Delete at the end joins with what follows", () => {
  expect(words(run(editing(two, "One here.", "after"), forwardDelete))).toEqual(["One here. Two here."]);
  const split = run(editing(two, "Two"), enter);
  expect(words(run(caret(split, "One here.", "after"), forwardDelete))).toEqual(["One here. | Two here."]);
  expect(words(run(editing(list, "First.", "after"), forwardDelete))).toEqual(["- First. | Second."]);
});

describe("typing", () => {
  it("begins a sentence after the end of one", () => {
    expect(words(type(editing(two, "Two here.", "after"), " Three. four"))).toEqual(["One here. | Two here. | Three. | four"]);
  });
  it("does not split at abbreviations, nor in headings", () => {
    expect(words(type(editing(two, "Two here.", "after"), " See H.R. 8283."))).toEqual(["One here. | Two here. | See H.R. 8283."]);
    expect(words(type(editing(sample, "alleges", "after"), ". And so"))[1]).toBe("# What the record alleges. And so");
  });
  it("at the edge of bound words is plain, inside them is bound", () => {
    const parts = (state: EditorState) => {
      const block = toDraft(state.doc, headOf(sample)).draft.blocks[0];
      return block?.block === "paragraph" ? (block.sentences[0] ?? []).map((part) => `${part.text}${part.binding ? "*" : ""}`) : [];
    };
    expect(parts(type(editing(sample, "nearly 25,000 accounts", "after"), " now"))[4]).toBe(" now.");
    expect(parts(type(editing(sample, "nearly"), "X"))[2]).toBe(", it involved X");
    expect(parts(type(editing(sample, "25,000"), "the "))[3]).toBe("nearly the 25,000 accounts*");
  });
  it("splits a sentence by hand", () => {
    const by = paragraphOf([{ text: "See No. 5 of it" }]);
    expect(words(run(editing(by, "5 of"), newSentence))).toEqual(["See No. | 5 of it"]);
  });
});
