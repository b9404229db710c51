// Findings in the text: where each is, kept in place while the text changes.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import type { Mappable } from "prosemirror-transform";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Finding, Proof } from "../../../api/client";
import { type Spot, wordsOf } from "./draft";

/** A finding and the words that it is about; `spot` is their sentence, null for what is about the document as a whole. */
export type Placed = { id: string; finding: Finding; spot: { from: number; to: number } | null; words: { from: number; to: number } | null };

/** The findings of a proof at the places that the draft had when it was sent. */
export function place(proof: Pick<Proof, "findings" | "places">, spots: Spot[]): Placed[] {
  const at = new Map<string, Spot>();
  proof.places.forEach((place, index) => {
    const spot = spots[index];
    if (spot) at.set(place, spot);
  });
  const seen = new Map<string, number>();
  return proof.findings.map((finding) => {
    const spot = at.get(finding.place) ?? null;
    // The same finding keeps its id from proof to proof, so that what is selected stays selected.
    const name = [finding.code, finding.place, finding.text, finding.why].join("\n");
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return { id: nth === 0 ? name : `${name}\n${nth}`, finding, spot: spot && { from: spot.from, to: spot.to }, words: spot && wordsIn(spot, finding.text) };
  });
}

/** Where `text` stands in a sentence: the whole of it where it is about the whole, or is not found as it is. */
export function wordsIn(spot: Spot, text: string): { from: number; to: number } {
  const at = text.trim() === "" ? -1 : wordsOf(spot.sentence).indexOf(text);
  return at === -1 ? { from: spot.from, to: spot.to } : { from: spot.from + at, to: spot.from + at + text.length };
}

/** The same findings after the text has changed. */
export function moved(placed: Placed[], mapping: Mappable): Placed[] {
  const map = (range: { from: number; to: number } | null) => {
    if (!range) return null;
    const from = mapping.map(range.from, 1);
    return { from, to: Math.max(from, mapping.map(range.to, -1)) };
  };
  return placed.map((one) => ({ ...one, spot: map(one.spot), words: map(one.words) }));
}

type Shown = { placed: Placed[]; chosen: string | null; drawn: DecorationSet };
export type Change = { placed?: Placed[]; chosen?: string | null };

const key = new PluginKey<Shown>("findings");

/** Keeps findings in the editor's state and marks their words. */
export const findings = () =>
  new Plugin<Shown>({
    key,
    state: {
      init: () => ({ placed: [], chosen: null, drawn: DecorationSet.empty }),
      apply(tr, was) {
        const change = tr.getMeta(key) as Change | undefined;
        if (!change && !tr.docChanged) return was;
        const placed = change?.placed ?? (tr.docChanged ? moved(was.placed, tr.mapping) : was.placed);
        const chosen = change && "chosen" in change ? (change.chosen ?? null) : was.chosen;
        return { placed, chosen, drawn: draw(tr.doc, placed, chosen) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  });

export const findingsKey = key;

function draw(doc: Node, placed: Placed[], chosen: string | null): DecorationSet {
  const drawn = placed.flatMap(({ id, finding, words, spot }) => {
    if (!words || words.from >= words.to) return [];
    const whole = spot && words.from === spot.from && words.to === spot.to;
    const names = ["finding", finding.severity, whole ? "whole" : "", id === chosen ? "chosen" : ""];
    return [Decoration.inline(words.from, words.to, { class: names.filter(Boolean).join(" ") })];
  });
  return DecorationSet.create(doc, drawn);
}
