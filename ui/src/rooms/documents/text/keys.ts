// What Enter, Backspace and Delete do: they split and join sentences, paragraphs and items, and never join what is not text.
import { Fragment, type Node, type ResolvedPos } from "prosemirror-model";
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from "prosemirror-state";
import { gap, hasSentences, isGap, schema } from "./schema";
import { endsSentence } from "./sentences";

const { paragraph, item, list, heading, bottom_line, cell, caption, subject } = schema.nodes;

/** A new paragraph or item at the caret; from a heading a paragraph, from a cell or caption the next place to write. */
export const enter: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to)) return false;
  const block = $from.parent;
  if (block.type === cell || block.type === caption || block.type === subject) return onward(state, dispatch);
  if (block.type === item && block.content.size === 0) return leaveList(state, dispatch);
  if (!dispatch) return true;
  const tr = state.tr.deleteSelection();
  const at = tr.selection.$from;
  if (block.type === heading && at.parentOffset === 0 && at.parent.content.size > 0) {
    dispatch(tr.insert(at.before(), paragraph.create()).scrollIntoView());
    return true;
  }
  const after = block.type === item ? { type: item } : { type: paragraph };
  tr.split(at.pos, 1, [after]);
  trimGaps(tr, tr.selection.$from.pos);
  dispatch(tr.scrollIntoView());
  return true;
};

/** A new sentence at the caret. */
export const newSentence: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !hasSentences($from.parent) || $from.parentOffset === 0) return false;
  const [from, to] = spaceAround($from);
  if (isGap($from.doc.resolve(from).nodeAfter)) return false;
  if (dispatch) {
    const tr = state.tr.replaceWith(from, to, gap());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView());
  }
  return true;
};

/** Joins with what stands before where the caret is at the start of a sentence or block. */
export const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty) return false;
  if (isGap($from.nodeBefore)) return joinSentences(state, dispatch, $from.pos - 1);
  if ($from.parentOffset > 0) return false;
  const block = $from.parent;
  if (block.type === cell || block.type === caption || block.type === subject) return true;
  if (block.type === heading || block.type === bottom_line) {
    dispatch?.(state.tr.setNodeMarkup($from.before(), paragraph));
    return true;
  }
  if (block.type === item && $from.index(-1) === 0) return itemToParagraph(state, dispatch);
  return joinBefore(state, dispatch, $from.before());
};

/** Joins with what comes after where the caret is at the end of a sentence or block. */
export const forwardDelete: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty) return false;
  if (isGap($from.nodeAfter)) return joinSentences(state, dispatch, $from.pos);
  if ($from.parentOffset < $from.parent.content.size) return false;
  const block = $from.parent;
  if (block.type === cell || block.type === caption || block.type === subject || block.type === heading) return true;
  const after = $from.after();
  const next = state.doc.resolve(after).nodeAfter ?? state.doc.resolve($from.after(-1)).nodeAfter;
  if (!next?.isTextblock || !hasSentences(next)) return true;
  const at = state.doc.resolve(after).nodeAfter ? after : $from.after(-1);
  return joinBefore(state, dispatch, at);
};

/** The next cell, caption or block; a paragraph is made where there is none. */
export const onward: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!dispatch) return true;
  const tr = state.tr;
  const block = blockAt($from);
  const next = Selection.findFrom(tr.doc.resolve($from.after()), 1, true);
  const isFollowed = block === null || $from.index(1) + 1 < $from.node(1).childCount;
  if (next && (isFollowed || blockAt(next.$from) === block)) tr.setSelection(next);
  else {
    const end = $from.after(2);
    tr.insert(end, paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, end + 1));
  }
  dispatch(tr.scrollIntoView());
  return true;
};

/** The cell or caption before. */
export const backward: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== cell && $from.parent.type !== caption) return false;
  const before = Selection.findFrom(state.doc.resolve($from.before()), -1, true);
  if (before && dispatch) dispatch(state.tr.setSelection(before).scrollIntoView());
  return true;
};

/** Typed text that ends a sentence begins the next one: the space becomes the space between two. */
export function typed(state: EditorState, from: number, to: number, text: string): Transaction | null {
  if (text !== " " || from !== to) return null;
  const $at = state.doc.resolve(from);
  if (!hasSentences($at.parent) || isGap($at.nodeAfter) || isGap($at.nodeBefore) || insideBound($at)) return null;
  let start = 0;
  $at.parent.forEach((node, offset) => {
    if (isGap(node) && offset < $at.parentOffset) start = offset + node.nodeSize;
  });
  if (!endsSentence($at.parent.textBetween(start, $at.parentOffset))) return null;
  return state.tr.insert(from, gap()).scrollIntoView();
}

/** The child of the body or annex in which `$at` stands: its position. */
export const blockAt = ($at: ResolvedPos): number | null => ($at.depth > 1 ? $at.before(2) : null);

/** Whether the same bound words stand on both sides. */
function insideBound($at: ResolvedPos): boolean {
  const { nodeBefore, nodeAfter } = $at;
  return !!nodeBefore && !!nodeAfter && nodeBefore.marks.some((mark) => mark.isInSet(nodeAfter.marks));
}

function joinSentences(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, at: number): boolean {
  if (dispatch) {
    const tr = state.tr.replaceWith(at, at + 1, schema.text(" "));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, state.selection.from)));
  }
  return true;
}

/** Joins the block that starts at `at` with the text before it, its first sentence staying one of its own. */
function joinBefore(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, at: number): boolean {
  const $at = state.doc.resolve(at);
  const block = $at.nodeAfter;
  const before = $at.nodeBefore;
  if (!block || !before) return true;
  if (!dispatch) return true;
  const tr = state.tr;
  const into = before.type === list ? before.lastChild : before;
  if (!into?.isTextblock || !hasSentences(into)) {
    // A heading, table or figure stays what it is: an empty block after it goes, any other only lets the caret pass.
    if (block.content.size === 0 && canDrop($at)) tr.delete(at, at + block.nodeSize);
    tr.setSelection(Selection.near(tr.doc.resolve(at), -1));
    dispatch(tr.scrollIntoView());
    return true;
  }
  const end = at - (before.type === list ? 2 : 1);
  const words = block.content.size > 0 && into.content.size > 0 ? Fragment.from(gap()).append(block.content) : block.content;
  tr.delete(at, at + block.nodeSize);
  tr.insert(end, words);
  const caret = end + (words.size > block.content.size ? 1 : 0);
  tr.setSelection(TextSelection.create(tr.doc, caret));
  dispatch(tr.scrollIntoView());
  return true;
}

const canDrop = ($at: ResolvedPos): boolean => $at.parent.childCount > 1 || $at.parent.type === schema.nodes.annex;

/** The empty item at the caret becomes a paragraph after its list; what follows becomes a list of its own. */
function leaveList(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined): boolean {
  const { $from } = state.selection;
  const whole = $from.node(-1);
  const at = $from.before(-1);
  const index = $from.index(-1);
  if (!dispatch) return true;
  const part = (from: number, to: number): Node[] => {
    const items: Node[] = [];
    for (let n = from; n < to; n += 1) items.push(whole.child(n));
    return items.length > 0 ? [list.create(whole.attrs, items)] : [];
  };
  const first = part(0, index);
  const blocks = [...first, paragraph.create(), ...part(index + 1, whole.childCount)];
  const tr = state.tr.replaceWith(at, at + whole.nodeSize, blocks);
  tr.setSelection(TextSelection.create(tr.doc, at + (first[0]?.nodeSize ?? 0) + 1));
  dispatch(tr.scrollIntoView());
  return true;
}

/** The first item of a list becomes a paragraph before it. */
function itemToParagraph(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined): boolean {
  const { $from } = state.selection;
  const whole = $from.node(-1);
  const at = $from.before(-1);
  if (!dispatch) return true;
  const rest = whole.content.cut($from.parent.nodeSize);
  const blocks = [paragraph.create(null, $from.parent.content), ...(rest.size > 0 ? [list.create(whole.attrs, rest)] : [])];
  const tr = state.tr.replaceWith(at, at + whole.nodeSize, blocks);
  tr.setSelection(TextSelection.create(tr.doc, at + 1));
  dispatch(tr.scrollIntoView());
  return true;
}

/** Spaces between sentences that a split has left at the end of one block or the start of the next. */
function trimGaps(tr: Transaction, start: number): void {
  const $start = tr.doc.resolve(start);
  if (isGap($start.nodeAfter)) tr.delete(start, start + 1);
  const end = tr.doc.resolve($start.before() - 1);
  if (isGap(end.nodeBefore)) tr.delete(end.pos - 1, end.pos);
}

/** The white space around `$at` in its block. */
function spaceAround($at: ResolvedPos): [number, number] {
  const text = $at.parent.textContent;
  let from = $at.parentOffset;
  let to = from;
  while (from > 0 && text[from - 1] === " ") from -= 1;
  while (to < text.length && text[to] === " ") to += 1;
  return [$at.start() + from, $at.start() + to];
}

