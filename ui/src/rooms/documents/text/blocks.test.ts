import type { Command, EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { add, addAnnex, addColumn, addRow, move, moveSentence, remove, removeColumn, removeRow, removeSentence, turn } from "./blocks";
import { headOf, toDraft } from "./draft";
import { caret, editing, sample } from "./sample";

const run = (state: EditorState, command: Command): EditorState => {
  let after = state;
  command(state, (tr) => {
    after = state.apply(tr);
  });
  after.doc.check();
  return after;
};
const kinds = (state: EditorState) => toDraft(state.doc, headOf(sample)).draft.blocks.map((block) => block.block);
const texts = (state: EditorState) => {
  const found: string[] = [];
  state.doc.descendants((node) => {
    if (node.isTextblock) found.push(node.textContent);
  });
  return found;
};

describe("moving", () => {
  it("moves a block and its caret, and stops at the ends", () => {
    const state = editing(sample, "record alleges");
    const up = run(state, move(-1));
    expect(kinds(up).slice(0, 2)).toEqual(["heading", "paragraph"]);
    expect(up.doc.textBetween(up.selection.from, up.selection.from + 6)).toBe("record");
    expect(move(-1)(up)).toBe(false);
    expect(run(up, move(1)).doc.eq(state.doc)).toBe(true);
  });
  it("moves an item within its list, not out of it", () => {
    const state = editing(sample, "Second item");
    expect(texts(run(state, move(-1))).indexOf("First item.")).toBe(5);
    expect(move(1)(state)).toBe(false);
  });
  it("moves a sentence within its block", () => {
    const state = editing(sample, "confirmed that");
    const moved = run(state, moveSentence(-1));
    expect(texts(moved)[1]).toBe("Nobody has confirmed that. According to Halden, it involved nearly 25,000 accounts.");
    expect(moved.doc.textBetween(moved.selection.from, moved.selection.from + 9)).toBe("confirmed");
    expect(run(moved, moveSentence(1)).doc.eq(state.doc)).toBe(true);
  });
});

describe("deleting", () => {
  it("deletes a block, an item, a sentence", () => {
    expect(kinds(run(editing(sample, "record alleges"), remove))).not.toContain("heading");
    expect(texts(run(editing(sample, "First item"), remove))).not.toContain("First item.");
    expect(texts(run(editing(sample, "Nobody"), removeSentence))[1]).toMatch(/accounts\.$/);
    expect(texts(run(editing(sample, "According"), removeSentence))[1]).toBe("Nobody has confirmed that.");
  });
  it("leaves a paragraph to write in", () => {
    const one = { ...sample, blocks: sample.blocks.slice(0, 1) };
    expect(run(editing(one, "Nobody"), remove).doc.child(1).childCount).toBe(1);
  });
});

describe("adding and turning", () => {
  it("adds a block after the one at the caret", () => {
    const list = run(editing(sample, "Nobody"), add("numbered"));
    expect(list.doc.child(1).child(1).type.name).toBe("list");
    expect(list.selection.$from.parent.type.name).toBe("item");
    expect(kinds(run(editing(sample, "Nobody"), add({ chart: "targeting" })))[1]).toBe("figure");
  });
  it("adds no figure to an annex, where none is drawn", () => {
    expect(add({ chart: "timeline" })(editing(sample, "Annexed"))).toBe(false);
  });
  it("turns paragraphs into items and back without losing a sentence", () => {
    const listed = run(editing(sample, "Nobody"), turn("list"));
    expect(kinds(listed)[0]).toBe("list");
    const back = run(caret(listed, "Nobody"), turn("paragraph"));
    expect(back.doc.eq(editing(sample, "Nobody").doc)).toBe(true);
  });
  it("turns a numbered list into a bulleted one", () => {
    const bulleted = run(editing(sample, "First item"), turn("list"));
    expect(toDraft(bulleted.doc, headOf(sample)).draft.blocks[3]).toMatchObject({ numbered: false });
  });
  it("makes one sentence of a paragraph that becomes a heading", () => {
    const heading = run(editing(sample, "Nobody"), turn("heading"));
    expect(toDraft(heading.doc, headOf(sample)).draft.blocks[0]?.block).toBe("heading");
  });
  it("begins an annex", () => {
    const bare = editing({ ...sample, annex: [] }, "Nobody");
    expect(run(bare, addAnnex).selection.$from.node(1).type.name).toBe("annex");
  });
});

it("adds and deletes rows and columns of a table", () => {
  const table = (state: EditorState) => {
    const block = toDraft(state.doc, headOf(sample)).draft.blocks[4];
    return block?.block === "table" ? [block.head.length, ...block.rows.map((row) => row.length)] : [];
  };
  const state = editing(sample, "Access");
  expect(table(run(state, addRow))).toEqual([2, 2, 2]);
  expect(table(run(state, addColumn))).toEqual([3, 3]);
  expect(table(run(state, removeColumn))).toEqual([1, 1]);
  expect(removeRow(state)).toBe(false);
  expect(table(run(caret(run(state, addRow), "Access"), removeRow))).toEqual([2, 2]);
});
