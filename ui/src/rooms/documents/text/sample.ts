// A small draft for tests, with one of each block.
import { EditorState, TextSelection } from "prosemirror-state";
import type { Draft, Inline } from "../../../api/client";
import { toDoc } from "./draft";

export const fact = (text: string, id: string, note = false): Inline => ({ text, binding: { to: "fact", fact: id, seen: "a1" }, ...(note ? { note } : {}) });

export const sample: Draft = {
  name: "letter",
  kind: "letter",
  to: "senate-banking",
  date: "2026-11-21",
  subject: [{ text: "Alleged campaign against " }, fact("Corvid", "F8")],
  measures: ["hr8283"],
  blocks: [
    {
      block: "paragraph",
      sentences: [
        [{ text: "According to " }, fact("Halden", "F17"), { text: ", it involved " }, fact("nearly 25,000 accounts", "F1", true), { text: "." }],
        [{ text: "Nobody has confirmed that." }],
      ],
    },
    { block: "heading", text: [{ text: "What the record alleges" }] },
    { block: "bottom-line", sentences: [[{ text: "The bottom line." }]] },
    { block: "list", numbered: true, items: [[[{ text: "First item." }]], [[{ text: "Second item." }], [{ text: "With two sentences." }]]] },
    {
      block: "table",
      caption: [{ text: "Elements" }],
      head: [[{ text: "Element" }], [{ text: "Record" }]],
      rows: [[[{ text: "Access" }], []]],
    },
    { block: "figure", chart: "timeline", caption: [{ text: "Timeline." }] },
  ],
  annex: [
    { block: "heading", text: [{ text: "Annex" }] },
    { block: "paragraph", sentences: [[{ text: "Annexed words." }]] },
  ],
};

/** An editor's state whose text is `draft` and whose caret stands before `words`, or which has them selected. */
export function editing(draft: Draft, words: string, how: "before" | "after" | "selected" = "before"): EditorState {
  const state = EditorState.create({ doc: toDoc(draft) });
  return caret(state, words, how);
}

/** The same state with the caret at other words. */
export function caret(state: EditorState, words: string, how: "before" | "after" | "selected" = "before"): EditorState {
  let at = -1;
  state.doc.descendants((node, position) => {
    if (at !== -1 || !node.isTextblock) return;
    const found = node.textContent.indexOf(words);
    if (found !== -1) at = position + 1 + found;
  });
  if (at === -1) throw new Error(`no "${words}" in the draft`);
  const to = at + words.length;
  const [anchor, head] = how === "before" ? [at, at] : how === "after" ? [to, to] : [at, to];
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)));
}

/** A letter of one paragraph. */
export const paragraphOf = (...sentences: Inline[][]): Draft => ({
  ...sample,
  subject: [],
  blocks: [{ block: "paragraph", sentences }],
  annex: [],
});
