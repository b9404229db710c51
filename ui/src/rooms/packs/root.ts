// Evidence roots: whether the one that a letter prints is the one that a pack has.

export type Comparison =
  | { same: true }
  | { same: false; why: "empty" | "different" | "too-short" | "too-long" | "strange"; /** Where the two part, from 1. */ at: number; length: number };

const LENGTH = 64;

/** The digits of a pasted root: without spaces, hyphens, line ends and the words "Evidence root:" in front, in lower case. */
export function digits(pasted: string): string {
  return pasted
    .replace(/^\s*(the\s+)?evidence\s+root\s*:?/i, "")
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad\-\u2010-\u2014.·:]+/g, "")
    .toLowerCase();
}

/** Compares a pasted root with the one that was recomputed. */
export function compareRoots(pasted: string, recomputed: string): Comparison {
  const given = digits(pasted);
  const held = recomputed.toLowerCase();
  if (given === held) return { same: true };
  const parts = [...given].findIndex((digit, at) => digit !== held[at]);
  const at = (parts === -1 ? Math.min(given.length, held.length) : parts) + 1;
  const different = (why: "empty" | "different" | "too-short" | "too-long" | "strange"): Comparison => ({ same: false, why, at, length: given.length });
  if (given === "") return different("empty");
  if (!/^[0-9a-f]+$/.test(given)) return different("strange");
  // What already parts from it is different, however long; what agrees as far as it goes is only not all of it.
  if (parts !== -1 && parts < held.length) return different("different");
  return different(given.length < LENGTH ? "too-short" : "too-long");
}

/** What a comparison says to whoever pasted the root. */
export function comparisonWords(comparison: Comparison): string {
  if (comparison.same) return "The same. This is the evidence that the letter was written from.";
  switch (comparison.why) {
    case "empty":
      return "";
    case "strange":
      return "This is not a root: a root has the digits 0 to 9 and the letters a to f only.";
    case "too-short":
      return `The same so far, but ${comparison.length} of ${LENGTH} characters only. Paste all of it.`;
    case "too-long":
      return `The first ${LENGTH} characters are the same, but there are ${comparison.length}. Paste the root alone.`;
    case "different":
      return `Different, from character ${comparison.at} on. This is not the evidence that the letter was written from.`;
  }
}
