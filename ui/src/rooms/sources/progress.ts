// How far a source is judged.
import type { SourceRow } from "../../api/client";
import { grouped } from "../../words";

export interface Progress {
  judged: number;
  total: number;
  /** Of one, for the bar. */
  share: number;
  /** "34 of 48 judged". */
  words: string;
  done: boolean;
}

type Counts = Pick<SourceRow, "proposed" | "accepted" | "rejected">;

/** What was replaced by an edit, a split or a merge is not counted: what stands in its place is. */
export function progressOf({ proposed, accepted, rejected }: Counts): Progress {
  const judged = accepted + rejected;
  const total = judged + proposed;
  return { judged, total, share: total === 0 ? 0 : judged / total, words: said(judged, total), done: total > 0 && judged === total };
}

function said(judged: number, total: number): string {
  if (total === 0) return "No claims";
  if (judged === 0) return `${grouped(total)} to judge`;
  if (judged === total) return total === 1 ? "The one claim judged" : `All ${grouped(total)} judged`;
  return `${grouped(judged)} of ${grouped(total)} judged`;
}
