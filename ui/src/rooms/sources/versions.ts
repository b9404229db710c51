// Which sources a source can be compared with: its versions, and those whose text is nearly the same. They are told, and never joined.
import type { SimilarRow, SourceId, SourceRow } from "../../api/client";
import { date } from "../../words";
import { fromWords } from "./details";
import { datable } from "./list";

/** A source to compare with, and why. */
export interface Other {
  source: SourceRow;
  why: string;
}

/** The sources that `source` can be compared with: the version before it, those after it, then near copies, the likest first. */
export function comparable(source: SourceRow, all: SourceRow[], similar: SimilarRow[]): Other[] {
  const found: Other[] = [];
  const add = (other: SourceRow | undefined, why: string) => {
    if (other && other.id !== source.id && !found.some((one) => one.source.id === other.id)) found.push({ source: other, why });
  };
  add(all.find((other) => other.id === source.revises), "Earlier version");
  for (const other of all) if (other.revises === source.id) add(other, "Later version");
  for (const { source: id, share } of similar) add(all.find((other) => other.id === id), `${percent(share)} the same`);
  return found;
}

/** Of two sources the one that the other is held against: the one it revises, else the one published earlier, else imported earlier. */
export function inOrder(a: SourceRow, b: SourceRow): { earlier: SourceRow; later: SourceRow } {
  const later = laterOf(a, b);
  return later === a ? { earlier: b, later: a } : { earlier: a, later: b };
}

function laterOf(a: SourceRow, b: SourceRow): SourceRow {
  if (a.revises === b.id) return a;
  if (b.revises === a.id) return b;
  const [one, other] = [datable(a.published), datable(b.published)];
  if (one && other && one !== other) return one > other ? a : b;
  return numberOf(a.id) > numberOf(b.id) ? a : b;
}

const numberOf = (id: SourceId) => Number(id.slice(1));

/** Whether one of the two is a version of the other. */
export function isVersion(a: SourceRow, b: SourceRow): boolean {
  return a.revises === b.id || b.revises === a.id;
}

/** What a comparison of two sources is called. */
export function comparisonTitle(earlier: SourceRow, later: SourceRow): string {
  return later.revises === earlier.id ? `What ${later.id} changed of ${earlier.id}` : `${earlier.id} and ${later.id} compared`;
}

/** What a comparison with `other` is called where one stands at `source`. */
export function compareWords(source: SourceRow, other: SourceRow): string {
  if (source.revises === other.id) return `See what it changed of ${other.id}`;
  if (other.revises === source.id) return `See what ${other.id} changed of it`;
  return `Compare with ${other.id}`;
}

/** From so many percent on a text is nearly the same as another. */
const NEARLY = 60;

/** "Nearly the same as S3 · 92 %". */
export function likeWords({ source, share }: Pick<SimilarRow, "source" | "share">): string {
  return `${share >= NEARLY ? "Nearly" : "Partly"} the same as ${source} · ${percent(share)}`;
}

/** What the share is of. */
export const shareMeaning = "Of the runs of five words in either text, about so many are in both. Near copies are told, never joined.";

const percent = (share: number) => `${share}\u00a0%`;

/** Which version a source is: from whom, of when, and when it was last changed. */
export function versionWords(source: SourceRow): string {
  const changed = source.updated && source.updated !== source.published ? `changed ${date(source.updated)}` : "";
  return [fromWords(source), date(source.published), changed].filter(Boolean).join(", ");
}
