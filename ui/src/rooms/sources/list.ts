// Which sources are listed, and in which order.
import type { Handling, SourceId, SourceRow } from "../../api/client";

/** The orders that the list can stand in. */
export type Order = "imported" | "published" | "title" | "publisher" | "waiting";

/** What the list shows. */
export interface ListView {
  words: string;
  waiting: boolean;
  issues: boolean;
  handling: Handling | "any";
  order: Order;
}

/** Everything, the latest import first. */
export const everything: ListView = { words: "", waiting: false, issues: false, handling: "any", order: "imported" };

/** Whether `view` leaves anything out. */
export function narrows(view: ListView): boolean {
  return view.words.trim() !== "" || view.waiting || view.issues || view.handling !== "any";
}

/** What to call a source: its title, else its file's name. */
export function nameOfSource(source: Pick<SourceRow, "title" | "file">): string {
  return source.title || source.file;
}

/** The same by its id; the id where it is not among them. */
export function nameOfId(sources: SourceRow[], id: SourceId): string {
  const source = sources.find((one) => one.id === id);
  return source ? nameOfSource(source) : id;
}

/** The sources that `view` shows, in its order. */
export function shown(sources: SourceRow[], view: ListView): SourceRow[] {
  const words = fold(view.words).split(/\s+/).filter(Boolean);
  const fits = (source: SourceRow) =>
    (!view.waiting || source.proposed > 0) &&
    (!view.issues || source.issues.length > 0) &&
    (view.handling === "any" || source.handling === view.handling) &&
    (words.length === 0 || holds(source, words));
  return sources.filter(fits).sort(orders[view.order]);
}

/** Every word stands in the title, publisher, file name, authors or id. */
function holds(source: SourceRow, words: string[]): boolean {
  let text = folded.get(source);
  if (text === undefined) {
    text = fold([source.title, source.publisher, source.file, source.id, ...source.authors].join("\n"));
    folded.set(source, text);
  }
  return words.every((word) => text.includes(word));
}

/** What is sought in, kept while its row is: every key pressed in the filter asks for all of them. */
const folded = new WeakMap<SourceRow, string>();

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
type Compare = (a: SourceRow, b: SourceRow) => number;

const byId: Compare = (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1));
const byTitle: Compare = (a, b) => collator.compare(nameOfSource(a), nameOfSource(b)) || byId(a, b);
/** The latest import first; what came in together keeps its order. */
const byImport: Compare = (a, b) => (a.imported_at < b.imported_at ? 1 : a.imported_at > b.imported_at ? -1 : byId(a, b));

const orders: Record<Order, Compare> = {
  imported: byImport,
  published: (a, b) => missingLast(datable(a.published), datable(b.published), (one, other) => (one < other ? 1 : -1)) || byImport(a, b),
  title: byTitle,
  publisher: (a, b) => missingLast(a.publisher, b.publisher, collator.compare) || byTitle(a, b),
  waiting: (a, b) => b.proposed - a.proposed || byImport(a, b),
};

function missingLast(a: string | null, b: string | null, compare: (a: string, b: string) => number): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a === b ? 0 : compare(a, b);
}

/** A date whose year is open cannot be placed among the others. */
export function datable(published: string | null): string | null {
  return published && /^\d{4}/.test(published) ? published : null;
}

/** The next source below `current` with claims to read, from the top again where none follows. */
export function nextToRead(rows: SourceRow[], current: string | undefined): SourceRow | undefined {
  const at = rows.findIndex((row) => row.id === current);
  const waits = (row: SourceRow) => row.proposed > 0 && row.id !== current;
  return rows.slice(at + 1).find(waits) ?? rows.find(waits);
}
