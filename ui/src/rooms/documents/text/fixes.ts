// What a finding offers to do about itself, and doing it.
import type { EditorState, Transaction } from "prosemirror-state";
import type { FactId, Sentence } from "../../../api/client";
import { addSentence, bind, bindingTo, freeWords, runsIn } from "./bind";
import { spotsIn } from "./draft";
import type { Placed } from "./findings";
import { schema } from "./schema";

/** What can be done about a finding at a press of a key. */
export type Fix =
  | { do: "replace"; with: string }
  | { do: "insert"; fact: FactId } // the fact that is left out
  | { do: "rebind"; fact: FactId }; // the fact as it is now

/** Findings that a named person can answer for. */
const WAIVABLE = new Set([
  "unbound",
  "stronger-than-source",
  "attribution-climbed",
  "precision-gained",
  "legal-word-climbed",
  "scope-widened",
  "quote-altered",
  "single-origin",
  "computed-unlabelled",
]);

/** What mends `placed`, where that is known. */
export function fixOf(state: EditorState, { finding, words }: Placed): Fix | null {
  if (!words) return null;
  if (finding.code === "adverse-omitted") return finding.fact ? { do: "insert", fact: finding.fact } : null;
  if (finding.code === "stale") {
    const fact = finding.fact ?? factAt(state, words.from, words.to);
    return fact ? { do: "rebind", fact } : null;
  }
  if (finding.replacement == null || state.doc.textBetween(words.from, words.to) !== finding.text) return null;
  return { do: "replace", with: finding.replacement };
}

/** Whether a person can answer for what `placed` is about. */
export const canWaive = ({ finding, words }: Placed): boolean => words !== null && WAIVABLE.has(finding.code);

/** Mends `placed`; `sentence` is how a letter would say the fact of the fix. */
export function mend(tr: Transaction, placed: Placed, fix: Fix, sentence: Sentence | null): Transaction {
  const { words, spot } = placed;
  if (!words || !spot) return tr;
  switch (fix.do) {
    case "replace":
      return replaceWords(tr, words.from, words.to, fix.with);
    case "insert":
      return sentence ? addSentence(tr, spot.from, sentence) : tr;
    case "rebind":
      return rebind(tr, words.from, words.to, fix.fact, sentence);
  }
}

/** Lets `by` answer for what `placed` is about. The words that carry the waiver are noted, so that the reader is told. */
export function waive(tr: Transaction, placed: Placed, by: string, reason: string): Transaction {
  const { words, spot, finding } = placed;
  if (!words || !spot) return tr;
  const isWhole = words.from === spot.from && words.to === spot.to;
  const $at = tr.doc.resolve(words.from);
  const sentence = spotsIn($at.parent, $at.start()).find((one) => one.from <= words.from && words.to <= one.to);
  const at = isWhole && sentence && finding.code !== "unbound" ? freeWords(sentence) : words;
  return bind(tr, at.from, at.to, { to: "waiver", by, reason }, true);
}

/** Puts `text` in the place of words and keeps what binds them: only what differs is replaced. */
export function replaceWords(tr: Transaction, from: number, to: number, text: string): Transaction {
  const was = tr.doc.textBetween(from, to);
  let before = 0;
  while (before < was.length && before < text.length && was[before] === text[before]) before += 1;
  let after = 0;
  while (after < was.length - before && after < text.length - before && was.at(-1 - after) === text.at(-1 - after)) after += 1;
  const [start, end] = [from + before, to - after];
  const words = text.slice(before, text.length - after);
  if (words === "") return start < end ? tr.delete(start, end) : tr;
  const $start = tr.doc.resolve(start);
  // New words at the edge of bound ones belong to them where the finding is about those: "nearly " before "25,000".
  const within = runsIn($start.parent, $start.start()).find((run) => run.from <= start && end <= run.to && (start < end || run.to > from));
  const marks = within ? [schema.marks.bound.create({ binding: within.binding, note: within.note })] : [];
  return tr.replaceWith(start, end, schema.text(words, marks));
}

function rebind(tr: Transaction, from: number, to: number, fact: FactId, sentence: Sentence | null): Transaction {
  const $from = tr.doc.resolve(from);
  const binding = bindingTo(fact, sentence);
  for (const run of runsIn($from.parent, $from.start())) {
    if (run.to > from && run.from < to && run.binding.to === "fact" && run.binding.fact === fact) bind(tr, run.from, run.to, binding, run.note);
  }
  return tr;
}

function factAt(state: EditorState, from: number, to: number): FactId | null {
  const $from = state.doc.resolve(from);
  for (const run of runsIn($from.parent, $from.start())) {
    if (run.to > from && run.from < to && run.binding.to === "fact") return run.binding.fact;
  }
  return null;
}
