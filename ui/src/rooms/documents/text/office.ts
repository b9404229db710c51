// The office's blanks in the text: shown with the office's words where they are known, marked where they are not. The draft keeps
// the blank, so that what is printed follows the office.
import type { EditorState } from "prosemirror-state";
import { Decoration } from "prosemirror-view";
import type { Office } from "../../../api/client";
import { boundOf } from "./schema";

/** What each blank stands for. */
const blanks = {
  "[Office name]": "name",
  "[Name of signatory]": "signatory",
  "[Title of signatory]": "signatory_title",
  "[Contact for questions]": "contact",
} as const satisfies Record<string, keyof Office>;

/** The office's words for a blank; null where it has none, undefined where `text` is no blank. */
export function filled(text: string, office: Office): string | null | undefined {
  const part = Object.hasOwn(blanks, text) ? blanks[text as keyof typeof blanks] : undefined;
  return part && (office[part] ?? null);
}

export function officeShown(state: EditorState, office: Office): Decoration[] {
  const found: Decoration[] = [];
  const { from, to, empty } = state.selection;
  state.doc.descendants((node, at) => {
    if (!node.isText || boundOf(node)?.binding.to !== "office") return;
    const end = at + node.nodeSize;
    const words = filled(node.text ?? "", office);
    if (words === undefined) return;
    // A caret within the blank needs something to stand in: there the draft's own text is shown.
    const within = (position: number): boolean => position > at && (empty ? position <= end : position < end);
    if (words === null) found.push(Decoration.inline(at, end, { class: "unfilled" }));
    else if (!within(from) && !within(to)) {
      found.push(Decoration.widget(at, () => inked(words), { side: 1, marks: node.marks, key: `office ${words}`, words }));
      found.push(Decoration.inline(at, end, { class: "stood-for", "aria-hidden": "true" }));
    }
  });
  return found;
}

function inked(words: string): HTMLElement {
  const dom = document.createElement("span");
  dom.dir = "auto";
  dom.textContent = words;
  return dom;
}
