// Marks in the margin: one for each line that something is said about.
import type { Finding } from "../../api/client";
import type { Placed } from "./text/findings";

export type Mark = { key: string; top: number; severity: Finding["severity"]; items: Placed[] };

/** Marks that would touch become one. */
const LEAST_APART = 24;

/** The marks of findings in the text; `topOf` tells how far down the page a position stands. */
export function marksAt(placed: readonly Placed[], topOf: (position: number) => number): Mark[] {
  const inText = placed.filter((one) => one.spot !== null).toSorted((a, b) => (a.words?.from ?? 0) - (b.words?.from ?? 0));
  const marks: Mark[] = [];
  for (const one of inText) {
    const top = Math.round(topOf(one.words?.from ?? 0));
    const last = marks.at(-1);
    if (last && top - last.top < LEAST_APART) {
      last.items.push(one);
      if (one.finding.severity === "error") last.severity = "error";
    } else marks.push({ key: one.id, top, severity: one.finding.severity, items: [one] });
  }
  // Errors first in each, so that a press shows the worst.
  for (const mark of marks) mark.items.sort((a, b) => Number(b.finding.severity === "error") - Number(a.finding.severity === "error"));
  return marks;
}
