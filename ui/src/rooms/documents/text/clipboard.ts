// Pasting: plain words only, whatever the clipboard holds; words copied in this editor keep what binds them.
import { Fragment, Slice } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { flow } from "./draft";
import { schema } from "./schema";
import { split } from "./sentences";

export function clipboard(): Plugin {
  let copied: { text: string; slice: Slice } | null = null;
  const remember = (text: string, slice: Slice) => {
    copied = { text, slice };
    return text;
  };
  return new Plugin({
    props: {
      // Only plain text leaves: no markup to paste elsewhere, and none to read back.
      handleDOMEvents: {
        copy: (view, event) => carry(view.state.selection.content(), event, remember),
        cut: (view, event) => {
          if (!carry(view.state.selection.content(), event, remember)) return false;
          view.dispatch(view.state.tr.deleteSelection().scrollIntoView());
          return true;
        },
        paste: (view, event) => {
          event.preventDefault();
          const text = event.clipboardData?.getData("text/plain") ?? "";
          if (text === "") return true;
          const own = copied && sameText(copied.text, text) ? copied.slice : null;
          view.dispatch((own ? view.state.tr.replaceSelection(own) : pasted(view.state.tr, text)).scrollIntoView());
          return true;
        },
        drop: (_view, event) => {
          // Files are for the Sources room; words are not dragged about.
          event.preventDefault();
          return true;
        },
        dragstart: (_view, event) => {
          event.preventDefault();
          return true;
        },
      },
    },
  });
}

/** Puts pasted text at the selection: in text, its paragraphs and sentences; elsewhere, its words in one line. */
export function pasted(tr: Transaction, text: string): Transaction {
  const paragraphs = text
    .split(/\r?\n\s*\r?\n/)
    .map(split)
    .filter((sentences) => sentences.length > 0);
  tr.deleteSelection();
  const { $from } = tr.selection;
  const first = paragraphs[0];
  if (!first) return tr;
  const inSentences = $from.parent.type.allowsMarkType(schema.marks.gap);
  if (paragraphs.length === 1 || !inSentences) {
    const flat = paragraphs.flat();
    // Pasted inside a line, the white space at the ends is kept: it may part words.
    const lead = /^\s/.test(text) ? " " : "";
    const tail = /\s$/.test(text) && !/[\r\n]\s*$/.test(text) ? " " : "";
    if (flat.length === 1 || !inSentences) return tr.insertText(lead + flat.join(" ") + tail);
    return tr.replaceSelection(new Slice(Fragment.from(flow(flat.map((text) => [{ text }]))), 0, 0));
  }
  const blocks = paragraphs.map((sentences) => $from.parent.type.create($from.parent.attrs, flow(sentences.map((text) => [{ text }]))));
  return tr.replaceSelection(new Slice(Fragment.from(blocks), 1, 1));
}

function carry(slice: Slice, event: ClipboardEvent, remember: (text: string, slice: Slice) => string): boolean {
  if (slice.size === 0 || !event.clipboardData) return false;
  event.preventDefault();
  event.clipboardData.setData("text/plain", remember(slice.content.textBetween(0, slice.content.size, "\n\n"), slice));
  return true;
}

/** Clipboards change line ends and the kind of spaces. */
const sameText = (a: string, b: string): boolean => a.replace(/\s+/g, " ") === b.replace(/\s+/g, " ");
