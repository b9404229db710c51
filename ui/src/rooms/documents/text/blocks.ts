// Adding, moving, turning and deleting blocks, items, rows and sentences.
import type { Node, NodeType, ResolvedPos } from "prosemirror-model";
import { type Command, Selection, TextSelection, type Transaction } from "prosemirror-state";
import type { ChartKind } from "../../../api/client";
import { spotsIn } from "./draft";
import { hasSentences, isGap, schema } from "./schema";

/** What a block can be added as or turned into. */
export type Form = "paragraph" | "heading" | "bottom-line" | "list" | "numbered";

const { paragraph, heading, bottom_line, list, item, cell, row, table, figure, caption } = schema.nodes;

/** A thing that can be moved among its like: an item in its list, else a block. */
type Unit = { parent: Node; index: number; from: number; node: Node };

/** The item or block at `$at`. */
function unitAt($at: ResolvedPos): Unit | null {
  const depth = $at.depth > 2 && $at.parent.type === item ? 3 : 2;
  if ($at.depth < depth) return null;
  return { parent: $at.node(depth - 1), index: $at.index(depth - 1), from: $at.before(depth), node: $at.node(depth) };
}

/** Moves the item or block at the caret by one place, up (-1) or down (1). */
export const move =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from, from } = state.selection;
    const unit = unitAt($from);
    const other = unit && unit.parent.maybeChild(unit.index + by);
    if (!unit || !other) return false;
    if (dispatch) {
      const { node } = unit;
      const tr = state.tr;
      const caret = from - unit.from;
      const to = by === -1 ? unit.from - other.nodeSize : unit.from + other.nodeSize;
      if (by === -1) tr.replaceWith(to, unit.from + node.nodeSize, [node, other]);
      else tr.replaceWith(unit.from, to + node.nodeSize, [other, node]);
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(to + caret))).scrollIntoView());
    }
    return true;
  };

/** Deletes the item or block at the caret. */
export const remove: Command = (state, dispatch) => {
  const unit = unitAt(state.selection.$from);
  if (!unit) return false;
  if (dispatch) {
    const tr = state.tr;
    const isLast = unit.parent.childCount === 1;
    if (isLast && unit.node.type === item) tr.delete(unit.from - 1, unit.from + unit.node.nodeSize + 1);
    else tr.delete(unit.from, unit.from + unit.node.nodeSize);
    // A body always has somewhere to write.
    const body = tr.doc.child(1);
    if (body.childCount === 0) tr.insert(tr.doc.child(0).nodeSize + 1, paragraph.create());
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(unit.from, tr.doc.content.size)))).scrollIntoView());
  }
  return true;
};

/** Adds a block after the one at the caret; in an empty paragraph, in its place. */
export function add(form: Form | { chart: ChartKind } | "table"): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const block = made(form);
    if (block.type === figure && $from.depth > 0 && $from.node(1).type === schema.nodes.annex) return false;
    if (dispatch) dispatch(put(state.tr, $from, block));
    return true;
  };
}

/** Adds an annex with a heading to write in, or goes to the one there is. */
export const addAnnex: Command = (state, dispatch) => {
  if (dispatch) {
    const tr = state.tr;
    const start = tr.doc.content.size - tr.doc.child(2).nodeSize + 1;
    if (tr.doc.child(2).childCount === 0) tr.insert(start, heading.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView());
  }
  return true;
};

/** Turns the block or item at the caret into another form. */
export function turn(form: Form): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const block = $from.depth > 1 ? $from.node(2) : null;
    if (!block || block.type === table || block.type === figure) return false;
    const tr = state.tr;
    const at = $from.before(2);
    if (block.type === list && (form === "list" || form === "numbered")) {
      if (dispatch) dispatch(tr.setNodeMarkup(at, undefined, { numbered: form === "numbered" }));
      return block.attrs["numbered"] !== (form === "numbered");
    }
    if (sameForm(block, form)) return false;
    if (dispatch) {
      const from = block.type === list ? itemsOf(block) : [block];
      const turned = form === "list" || form === "numbered" ? [made(form, from)] : from.map((node) => recast(node, typeOf(form)));
      tr.replaceWith(at, at + block.nodeSize, turned);
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(state.selection.from, tr.doc.content.size)))).scrollIntoView());
    }
    return true;
  };
}

/** Moves the sentence at the caret by one place within its block, earlier (-1) or later (1). */
export const moveSentence =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from, from } = state.selection;
    if (!hasSentences($from.parent)) return false;
    const spots = spotsIn($from.parent, $from.start());
    const index = spots.findLastIndex((spot) => spot.from <= from);
    const [first, second] = by === -1 ? [spots[index - 1], spots[index]] : [spots[index], spots[index + 1]];
    if (!first || !second) return false;
    if (dispatch) {
      const cut = (a: number, b: number) => state.doc.slice(a, b).content;
      const swapped = cut(second.from, second.to).append(cut(first.to, second.from)).append(cut(first.from, first.to));
      const tr = state.tr.replaceWith(first.from, second.to, swapped);
      const moved = by === -1 ? first.from : second.to - (first.to - first.from);
      const caret = moved + from - (by === -1 ? second.from : first.from);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView());
    }
    return true;
  };

/** Deletes the sentence at the caret, and the space that parts it from its neighbour. */
export const removeSentence: Command = (state, dispatch) => {
  const { $from, from } = state.selection;
  if (!$from.parent.isTextblock) return false;
  const spots = spotsIn($from.parent, $from.start());
  const spot = spots.findLast((spot) => spot.from <= from) ?? spots[0];
  if (!spot) return false;
  if (dispatch) {
    const after = isGap(state.doc.resolve(spot.to).nodeAfter) ? 1 : 0;
    const before = after === 0 && isGap(state.doc.resolve(spot.from).nodeBefore) ? 1 : 0;
    dispatch(state.tr.delete(spot.from - before, spot.to + after).scrollIntoView());
  }
  return true;
};

/** Adds a row to the table after the one at the caret. */
export const addRow: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== cell) return false;
  if (dispatch) {
    const cells = Array.from({ length: $from.node(-1).childCount }, () => cell.create({ head: false }));
    const at = $from.after(-1);
    const tr = state.tr.insert(at, row.create(null, cells));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
  }
  return true;
};

/** Deletes the row at the caret; the head and the last row stay. */
export const removeRow: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== cell || $from.parent.attrs["head"] || $from.node(-2).childCount <= 2) return false;
  if (dispatch) {
    const tr = state.tr.delete($from.before(-1), $from.after(-1));
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve($from.before(-1)), -1)).scrollIntoView());
  }
  return true;
};

/** Adds a column to the table after the one at the caret. */
export const addColumn: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== cell) return false;
  const column = $from.index(-1);
  if (dispatch) {
    const tr = state.tr;
    rowsAt($from).forEach(({ node, at }) => {
      tr.insert(tr.mapping.map(cellAt(node, at, column + 1)), cell.create({ head: !!node.firstChild?.attrs["head"] }));
    });
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** Deletes the column at the caret; the last one stays. */
export const removeColumn: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== cell || $from.node(-1).childCount < 2) return false;
  const column = $from.index(-1);
  if (dispatch) {
    const tr = state.tr;
    rowsAt($from).forEach(({ node, at }) => {
      const from = cellAt(node, at, column);
      const gone = node.maybeChild(column);
      if (gone) tr.delete(tr.mapping.map(from), tr.mapping.map(from + gone.nodeSize));
    });
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** The rows of the table at `$at`, with their positions. */
function rowsAt($at: ResolvedPos): { node: Node; at: number }[] {
  const rows: { node: Node; at: number }[] = [];
  $at.node(-2).forEach((node, offset) => rows.push({ node, at: $at.start(-2) + offset }));
  return rows;
}

/** Where the cell of a column starts, or the row's content ends. */
function cellAt(node: Node, at: number, column: number): number {
  let position = at + 1;
  for (let n = 0; n < column && n < node.childCount; n += 1) position += node.child(n).nodeSize;
  return position;
}

function put(tr: Transaction, $from: ResolvedPos, block: Node): Transaction {
  if ($from.depth < 2) {
    const start = tr.doc.child(0).nodeSize + 1;
    tr.insert(start, block);
    return tr.setSelection(Selection.near(tr.doc.resolve(start + 1))).scrollIntoView();
  }
  const isEmpty = $from.parent.type === paragraph && $from.parent.content.size === 0;
  const at = isEmpty ? $from.before(2) : $from.after(2);
  if (isEmpty) tr.replaceWith(at, $from.after(2), block);
  else tr.insert(at, block);
  return tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView();
}

function made(form: Form | { chart: ChartKind } | "table", from: Node[] = []): Node {
  if (typeof form === "object") return figure.create({ chart: form.chart }, caption.create());
  switch (form) {
    case "list":
    case "numbered":
      return list.create({ numbered: form === "numbered" }, from.length > 0 ? from.map((node) => recast(node, item)) : item.create());
    case "table": {
      const cells = (head: boolean) => row.create(null, [cell.create({ head }), cell.create({ head })]);
      return table.create(null, [caption.create(), schema.nodes.grid.create(null, [cells(true), cells(false)])]);
    }
    default:
      return typeOf(form).create();
  }
}

function typeOf(form: "paragraph" | "heading" | "bottom-line"): NodeType {
  return { paragraph, heading, "bottom-line": bottom_line }[form];
}

function sameForm(block: Node, form: Form): boolean {
  return form !== "list" && form !== "numbered" && block.type === typeOf(form);
}

const itemsOf = (block: Node): Node[] => Array.from({ length: block.childCount }, (_, at) => block.child(at));

/** The same words in a block of another type; what parts sentences becomes a plain space where the type has only one. */
function recast(node: Node, type: NodeType): Node {
  if (type.allowsMarkType(schema.marks.gap)) return type.create(null, node.content);
  const parts: Node[] = [];
  node.forEach((child) => parts.push(isGap(child) ? schema.text(" ") : child));
  return type.create(null, parts);
}
