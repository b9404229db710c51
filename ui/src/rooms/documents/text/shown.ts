// What the editor shows beside the words: the sentence that is written in, hints where nothing is written yet, and the office.
import type { EditorState } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Office } from "../../../api/client";
import { spotsIn } from "./draft";
import { officeShown } from "./office";
import { schema } from "./schema";

const HINTS: Record<string, string> = {
  subject: "What it is about",
  heading: "Heading",
  caption: "Caption",
  item: "Item",
  paragraph: "Write, or insert a fact",
  bottom_line: "What the reader has to know first",
};

export function shown(state: EditorState, office: Office | undefined): DecorationSet {
  const found: Decoration[] = office ? officeShown(state, office) : [];
  const { $from, from, empty } = state.selection;
  state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const here = at + 1 === from && empty;
    // A hint in each empty paragraph would be noise: only where one could write next, or must write something.
    const hint = HINTS[node.type.name];
    if (node.content.size === 0 && hint && (here || node.type !== schema.nodes.paragraph)) {
      found.push(Decoration.node(at, at + node.nodeSize, { class: "hinted", "data-hint": hint }));
    }
    return false;
  });
  if ($from.parent.isTextblock && $from.parent.type.allowsMarkType(schema.marks.gap)) {
    const spots = spotsIn($from.parent, $from.start());
    const spot = spots.findLast((one) => one.from <= from);
    if (spot && spots.length > 1) found.push(Decoration.inline(spot.from, spot.to, { class: "current" }));
  }
  return DecorationSet.create(state.doc, found);
}
