// The shape of a draft while it is edited: the blocks of `Draft`, with words as text, bindings as marks on words, and the space
// between two sentences as a marked space. Everything a caret can reach is plain text, so that typing behaves as anywhere else.
import { Schema, type MarkSpec, type Node, type NodeSpec } from "prosemirror-model";
import type { Binding } from "../../../api/client";

/** What bound words carry. */
export type Bound = { binding: Binding; note: boolean };

/** Blocks whose text falls into sentences. */
const sentences = { content: "text*", marks: "bound gap" } satisfies NodeSpec;
/** Blocks that are one sentence. */
const single = { content: "text*", marks: "bound" } satisfies NodeSpec;

const nodes: Record<string, NodeSpec> = {
  doc: { content: "subject body annex" },
  subject: { ...single, isolating: true, toDOM: () => ["p", { class: "subject", dir: "auto" }, 0] },
  body: { content: "block+", isolating: true, toDOM: () => ["div", { class: "body" }, 0] },
  annex: { content: "block*", isolating: true, toDOM: () => ["div", { class: "annex" }, 0] },
  paragraph: { ...sentences, group: "block", toDOM: () => ["p", { dir: "auto" }, 0] },
  bottom_line: { ...sentences, group: "block", toDOM: () => ["p", { class: "bottom-line", dir: "auto" }, 0] },
  heading: { ...single, group: "block", defining: true, toDOM: () => ["h3", { dir: "auto" }, 0] },
  list: {
    content: "item+",
    group: "block",
    attrs: { numbered: { default: false, validate: "boolean" } },
    toDOM: (node) => [node.attrs["numbered"] ? "ol" : "ul", 0],
  },
  item: { ...sentences, defining: true, toDOM: () => ["li", { dir: "auto" }, 0] },
  table: { content: "caption grid", group: "block", isolating: true, toDOM: () => ["div", { class: "table" }, 0] },
  grid: { content: "row+", toDOM: () => ["table", ["tbody", 0]] },
  row: { content: "cell*", toDOM: () => ["tr", 0] },
  cell: {
    ...single,
    isolating: true,
    attrs: { head: { default: false, validate: "boolean" } },
    toDOM: (node) => [node.attrs["head"] ? "th" : "td", { dir: "auto" }, 0],
  },
  figure: {
    content: "caption",
    group: "block",
    isolating: true,
    attrs: { chart: { default: "timeline", validate: "string" } },
    toDOM: () => ["div", { class: "figure" }, 0],
  },
  caption: { ...single, isolating: true, toDOM: () => ["p", { class: "caption", dir: "auto" }, 0] },
  text: {},
};

const marks: Record<string, MarkSpec> = {
  bound: {
    attrs: { binding: {}, note: { default: false } },
    inclusive: false,
    toDOM: (mark) => {
      const { binding, note } = mark.attrs as Bound;
      return ["span", { class: `bound bound-${binding.to}${note ? " noted" : ""}` }, 0];
    },
  },
  gap: { inclusive: false, excludes: "_", toDOM: () => ["span", { class: "gap" }, 0] },
};

export const schema = new Schema({ nodes: nodes as never, marks: marks as never }) as Schema<
  | "doc"
  | "subject"
  | "body"
  | "annex"
  | "paragraph"
  | "bottom_line"
  | "heading"
  | "list"
  | "item"
  | "table"
  | "grid"
  | "row"
  | "cell"
  | "figure"
  | "caption"
  | "text",
  "bound" | "gap"
>;

/** The space between two sentences. */
export const gap = (): Node => schema.text(" ", [schema.marks.gap.create()]);

/** Whether the text of `block` falls into sentences. */
export const hasSentences = (block: Node): boolean => block.type.allowsMarkType(schema.marks.gap);

/** Whether `node` is the space between two sentences. */
export const isGap = (node: Node | null | undefined): boolean => !!node?.isText && node.marks.some((mark) => mark.type === schema.marks.gap);

/** What binds `node`, if anything does. */
export function boundOf(node: Node | null | undefined): Bound | null {
  const mark = node?.marks.find((mark) => mark.type === schema.marks.bound);
  return mark ? (mark.attrs as Bound) : null;
}
