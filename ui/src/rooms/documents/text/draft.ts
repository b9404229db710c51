// Drafts as the dossier keeps them, and as the editor holds them: one becomes the other without loss. What is empty is left out.
import type { Node } from "prosemirror-model";
import type { Block, Draft, Inline, Sentence } from "../../../api/client";
import { boundOf, gap, hasSentences, isGap, schema } from "./schema";

/** What a draft has beside its text. */
export type Head = Pick<Draft, "name" | "kind" | "to" | "date" | "measures">;

/** A sentence and where it stands in the editor's text. */
export type Spot = { from: number; to: number; sentence: Sentence };

/** A draft and the spots of its sentences, in the order in which `Proof.places` names them. */
export type Written = { draft: Draft; spots: Spot[] };

/** The words of a sentence. */
export const wordsOf = (sentence: Sentence): string => sentence.map((part) => part.text).join("");

/** A draft without its text. */
export const headOf = ({ name, kind, to, date, measures }: Draft): Head => ({ name, kind, to, date, measures: [...measures] });

/** The text of a draft for the editor. */
export function toDoc(draft: Draft): Node {
  const body = draft.blocks.map(blockNode);
  return schema.node("doc", null, [
    schema.node("subject", null, texts(draft.subject)),
    schema.node("body", null, body.length > 0 ? body : [schema.node("paragraph")]),
    schema.node("annex", null, (draft.annex ?? []).map(blockNode)),
  ]);
}

/** The editor's text as a draft. */
export function toDraft(doc: Node, head: Head): Written {
  const spots: Spot[] = [];
  let subject: Sentence = [];
  let blocks: Block[] = [];
  let annex: Block[] = [];
  doc.forEach((part, at) => {
    if (part.type.name === "subject") subject = only(part, at + 1, spots);
    else if (part.type.name === "body") blocks = blocksOf(part, at + 1, spots);
    else annex = blocksOf(part, at + 1, spots);
  });
  return { draft: { ...head, subject, blocks, ...(annex.length > 0 ? { annex } : {}) }, spots };
}

/** The sentences of a draft in the order subject, blocks, annex: headings, sentences, items, captions, heads, cells. */
export function sentencesOf(draft: Draft): Sentence[] {
  const of = (block: Block): Sentence[] => {
    switch (block.block) {
      case "heading":
        return [block.text];
      case "paragraph":
      case "bottom-line":
        return block.sentences;
      case "list":
        return block.items.flat();
      case "table":
        return [block.caption, ...block.head, ...block.rows.flat()];
      case "figure":
        return [block.caption];
    }
  };
  return [draft.subject, ...draft.blocks.flatMap(of), ...(draft.annex ?? []).flatMap(of)];
}

/** The sentences of a block of text whose content starts at `start`; nothing for one without words. */
export function spotsIn(block: Node, start: number): Spot[] {
  const spots: Spot[] = [];
  let parts: Inline[] = [];
  let from = start;
  const close = (end: number) => {
    const spot = trimmed(parts, from, end);
    if (spot) spots.push(spot);
    parts = [];
  };
  block.forEach((node, offset) => {
    const at = start + offset;
    if (isGap(node)) {
      close(at);
      from = at + node.nodeSize;
      return;
    }
    parts.push(inline(node));
  });
  close(start + block.content.size);
  return spots;
}

/** The text nodes of a sentence. */
export const texts = (sentence: Sentence): Node[] =>
  sentence
    .filter((part) => part.text !== "")
    .map((part) =>
      schema.text(part.text, part.binding ? [schema.marks.bound.create({ binding: part.binding, note: part.note ?? false })] : []),
    );

/** The text nodes of sentences, with the space between two. */
export const flow = (sentences: Sentence[]): Node[] =>
  sentences.map(texts).filter((nodes) => nodes.length > 0).flatMap((nodes, at) => (at === 0 ? nodes : [gap(), ...nodes]));

function blockNode(block: Block): Node {
  switch (block.block) {
    case "heading":
      return schema.node("heading", null, texts(block.text));
    case "paragraph":
      return schema.node("paragraph", null, flow(block.sentences));
    case "bottom-line":
      return schema.node("bottom_line", null, flow(block.sentences));
    case "list": {
      const items = block.items.map((item) => schema.node("item", null, flow(item)));
      return schema.node("list", { numbered: block.numbered }, items.length > 0 ? items : [schema.node("item")]);
    }
    case "table": {
      const row = (cells: Sentence[], head: boolean) =>
        schema.node("row", null, cells.map((cell) => schema.node("cell", { head }, texts(cell))));
      const grid = schema.node("grid", null, [row(block.head, true), ...block.rows.map((cells) => row(cells, false))]);
      return schema.node("table", null, [schema.node("caption", null, texts(block.caption)), grid]);
    }
    case "figure":
      return schema.node("figure", { chart: block.chart }, [schema.node("caption", null, texts(block.caption))]);
  }
}

function blocksOf(part: Node, start: number, spots: Spot[]): Block[] {
  const blocks: Block[] = [];
  part.forEach((node, offset) => {
    const block = blockOf(node, start + offset, spots);
    if (block) blocks.push(block);
  });
  return blocks;
}

function blockOf(node: Node, at: number, spots: Spot[]): Block | null {
  switch (node.type.name) {
    case "heading": {
      const text = node.textContent.trim() === "" ? null : only(node, at + 1, spots);
      return text && { block: "heading", text };
    }
    case "paragraph":
    case "bottom_line": {
      const sentences = several(node, at + 1, spots);
      if (sentences.length === 0) return null;
      return { block: node.type.name === "paragraph" ? "paragraph" : "bottom-line", sentences };
    }
    case "list": {
      const items: Sentence[][] = [];
      node.forEach((item, offset) => {
        const sentences = several(item, at + 1 + offset + 1, spots);
        if (sentences.length > 0) items.push(sentences);
      });
      return items.length === 0 ? null : { block: "list", numbered: !!node.attrs["numbered"], items };
    }
    case "table":
      return tableOf(node, at, spots);
    default: {
      // A figure: its caption is its only child.
      const caption = only(node.child(0), at + 2, spots);
      return { block: "figure", chart: String(node.attrs["chart"]), caption };
    }
  }
}

function tableOf(node: Node, at: number, spots: Spot[]): Block {
  const caption = only(node.child(0), at + 2, spots);
  const grid = node.child(1);
  const gridAt = at + 1 + node.child(0).nodeSize;
  const rows: Sentence[][] = [];
  grid.forEach((row, rowOffset) => {
    const rowAt = gridAt + 1 + rowOffset;
    const cells: Sentence[] = [];
    row.forEach((cell, offset) => cells.push(only(cell, rowAt + 1 + offset + 1, spots)));
    rows.push(cells);
  });
  const [head = [], ...rest] = rows;
  return { block: "table", caption, head, rows: rest };
}

/** The one sentence of a block; it has a spot also where it is empty. */
function only(block: Node, start: number, spots: Spot[]): Sentence {
  const [spot] = hasSentences(block) ? [] : spotsIn(block, start);
  const found = spot ?? { from: start, to: start, sentence: [] };
  spots.push(found);
  return found.sentence;
}

function several(block: Node, start: number, spots: Spot[]): Sentence[] {
  const found = spotsIn(block, start);
  spots.push(...found);
  return found.map((spot) => spot.sentence);
}

function inline(node: Node): Inline {
  const bound = boundOf(node);
  const text = node.text ?? "";
  return bound ? { text, binding: bound.binding, ...(bound.note ? { note: true } : {}) } : { text };
}

/** The sentence without white space at its ends, or null where nothing is left. */
function trimmed(parts: Inline[], from: number, to: number): Spot | null {
  const whole = wordsOf(parts);
  if (whole.trim() === "") return null;
  let before = whole.length - whole.trimStart().length;
  let after = whole.length - whole.trimEnd().length;
  const spot = { from: from + before, to: to - after };
  const kept = parts.map((part) => ({ ...part }));
  for (const part of kept) {
    const cut = Math.min(before, part.text.length);
    part.text = part.text.slice(cut);
    before -= cut;
  }
  for (const part of kept.toReversed()) {
    const cut = Math.min(after, part.text.length);
    part.text = part.text.slice(0, part.text.length - cut);
    after -= cut;
  }
  return { ...spot, sentence: kept.filter((part) => part.text !== "") };
}
