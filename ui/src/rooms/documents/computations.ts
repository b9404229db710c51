// Figures of ours in a document: the words that say so, and how they are computed.
import type { Computation, ComputationRow, Inline } from "../../api/client";

/** A figure of ours as a letter says it: bound to how it is computed, and shown as ours. */
export function ourWords(row: ComputationRow): Inline {
  return { text: `${row.words} (our computation)`, binding: { to: "computation", computation: computationIn(row) }, note: true };
}

/** What is computed, without what came out. */
export function computationIn(row: Computation): Computation {
  switch (row.formula) {
    case "ratio":
      return { formula: "ratio", of: row.of, by: row.by };
    case "per-day":
      return { formula: "per-day", of: row.of, over: row.over };
    case "days":
      return { formula: "days", of: row.of };
  }
}

/** Whether a row says what comes out of `computation`. */
export function isOf(row: ComputationRow, computation: Computation): boolean {
  return JSON.stringify(computationIn(row)) === JSON.stringify(computationIn(computation));
}

/** What is computed, in words, where the facts no longer give it. */
export function computationWords(computation: Computation): string {
  switch (computation.formula) {
    case "ratio":
      return `${computation.of} divided by ${computation.by}`;
    case "per-day":
      return `${computation.of} for each day of ${computation.over}`;
    case "days":
      return `The days of ${computation.of}`;
  }
}
