// Binding words to what they rest on: the words under the caret or selected, never across the end of a sentence.
import type { Node } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import type { Binding, FactId, Inline, Sentence } from "../../../api/client";
import { type Spot, flow, spotsIn, texts, wordsOf } from "./draft";
import { type Bound, boundOf, gap, hasSentences, isGap, schema } from "./schema";

/** A run of words with one binding. */
export type Run = Bound & { from: number; to: number; text: string };

/** The bound words that the caret stands in or beside, or that the selection lies within. */
export function runAt(state: EditorState): Run | null {
  const { $from, from, to, empty } = state.selection;
  if (!$from.parent.isTextblock) return null;
  const runs = runsIn($from.parent, $from.start());
  if (!empty) {
    // The space beside a word is often selected with it.
    const words = wordsSelected(state) ?? { from, to };
    return runs.find((run) => run.from <= words.from && words.to <= run.to) ?? null;
  }
  return runs.find((run) => run.from < from && from < run.to) ?? runs.find((run) => run.from === from || run.to === from) ?? null;
}

/** The bound words of a block of text whose content starts at `start`. */
export function runsIn(block: Node, start: number): Run[] {
  const runs: Run[] = [];
  block.forEach((node, offset) => {
    const bound = boundOf(node);
    if (bound) runs.push({ ...bound, from: start + offset, to: start + offset + node.nodeSize, text: node.text ?? "" });
  });
  return runs;
}

/** Words of one sentence that are selected; `mixed` where some of them are bound. */
export type Selected = { from: number; to: number; text: string; mixed: boolean };

/** The selected words without white space at their ends, or null where nothing is selected or more than one sentence. */
export function wordsSelected(state: EditorState): Selected | null {
  const { from, to, $from, $to } = state.selection;
  if (!$from.sameParent($to) || !$from.parent.isTextblock) return null;
  const text = state.doc.textBetween(from, to);
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const start = from + text.length - text.trimStart().length;
  let crosses = false;
  let mixed = false;
  state.doc.nodesBetween(start, start + trimmed.length, (node) => {
    if (isGap(node)) crosses = true;
    if (boundOf(node)) mixed = true;
  });
  return crosses ? null : { from: start, to: start + trimmed.length, text: trimmed, mixed };
}

/** Binds the words from `from` to `to`. */
export const bind = (tr: Transaction, from: number, to: number, binding: Binding, note: boolean): Transaction =>
  tr.addMark(from, to, schema.marks.bound.create({ binding, note }));

/** Takes away what binds the words from `from` to `to`. */
export const unbind = (tr: Transaction, from: number, to: number): Transaction => tr.removeMark(from, to, schema.marks.bound);

/** Puts other words in the place of a bound run, with the same binding. */
export function rewrite(tr: Transaction, run: Run, text: string): Transaction {
  const words = text.replace(/\s+/g, " ").trim();
  if (words === "" || words === run.text) return tr;
  return tr.replaceWith(run.from, run.to, schema.text(words, [schema.marks.bound.create({ binding: run.binding, note: run.note })]));
}

/** Puts a sentence after the one at `at`: beside it where its block has sentences, else as a paragraph of its own after the block. */
export function addSentence(tr: Transaction, at: number, sentence: Sentence): Transaction {
  const words = flow([sentence]);
  const $at = tr.doc.resolve(at);
  if (!$at.parent.isTextblock || !hasSentences($at.parent)) {
    const after = $at.depth > 1 ? $at.after(2) : $at.node(0).child(0).nodeSize + 1;
    tr.insert(after, schema.node("paragraph", null, words));
    return tr.setSelection(TextSelection.create(tr.doc, after + 1 + size(words)));
  }
  const spots = spotsIn($at.parent, $at.start());
  if (spots.length === 0) {
    tr.replaceWith($at.start(), $at.end(), words);
    return tr.setSelection(TextSelection.create(tr.doc, $at.start() + size(words)));
  }
  const spot = spots.findLast((spot) => spot.from <= at) ?? spots[0];
  const end = spot ? spot.to : $at.end();
  tr.insert(end, [gap(), ...words]);
  return tr.setSelection(TextSelection.create(tr.doc, end + 1 + size(words)));
}

/** Puts bound words at the selection, with a space where letters would touch. */
export function addWords(tr: Transaction, words: Inline[]): Transaction {
  tr.deleteSelection();
  const { $from, from } = tr.selection;
  if (!$from.parent.isTextblock) return addSentence(tr, from, words);
  const before = $from.parent.textBetween(0, $from.parentOffset);
  const after = $from.parent.textBetween($from.parentOffset, $from.parent.content.size);
  const nodes = texts(words);
  if (/[\p{L}\p{N},;:.]$/u.test(before)) nodes.unshift(schema.text(" "));
  if (/^[\p{L}\p{N}]/u.test(after)) nodes.push(schema.text(" "));
  tr.replaceWith(from, from, nodes);
  return tr.setSelection(TextSelection.create(tr.doc, from + size(nodes)));
}

/** The words of `sentence` that say the fact itself. */
export function wordsOfFact(sentence: Sentence, fact: FactId): Inline[] {
  const says = (part: Inline) => part.binding?.to === "fact" && part.binding.fact === fact;
  const first = sentence.findIndex(says);
  return first === -1 ? [] : sentence.slice(first, sentence.findLastIndex(says) + 1);
}

/** The binding to `fact` as `sentence` has it: with the state of the fact that the words were written against. */
export function bindingTo(fact: FactId, sentence: Sentence | null): Binding {
  const part = sentence?.find((part) => part.binding?.to === "fact" && part.binding.fact === fact);
  return part?.binding ?? { to: "fact", fact };
}

/** The words in a sentence for which a person can answer where the whole of it is meant: the longest that nothing binds, so that
 *  what is bound stays bound; all of them where nothing is free. */
export function freeWords(spot: Spot): { from: number; to: number } {
  let at = spot.from;
  let best: { from: number; to: number } | null = null;
  for (const part of spot.sentence) {
    const bare = part.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (!part.binding && bare !== "") {
      const from = at + part.text.indexOf(bare);
      if (!best || bare.length > best.to - best.from) best = { from, to: from + bare.length };
    }
    at += part.text.length;
  }
  return best ?? { from: spot.from, to: spot.from + wordsOf(spot.sentence).length };
}

const size = (nodes: Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0);
