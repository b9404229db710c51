// What a verification says, in the words of somebody who has to rely on it.
import type { Trouble, VerifyProblem, VerifyReport } from "../../api/client";

/** What was judged: a pack, a bag of another maker, a dossier, or nothing of the kind. */
export type Judged = "pack" | "bag" | "dossier" | "neither";

export type Verdict = "whole" | "altered" | "unread";

/** One verification of this session. */
export interface Check {
  id: number;
  name: string;
  folder: boolean;
  state: "checking" | "done" | "failed";
  report?: VerifyReport;
  trouble?: Trouble;
  /** The root pasted from a letter, kept while one looks at another check. */
  pasted: string;
}

export function judgedOf(name: string, report: VerifyReport): Judged {
  if (report.evidence_root) return "pack";
  if (/\.dossier$/i.test(name)) return "dossier";
  const neither = (problem: VerifyProblem): boolean => problem.kind === "not-a-pack";
  if (report.problems.some(neither)) return "neither";
  if (report.notes?.some(neither)) return "bag";
  // Packs and bags leave a root or a note; a problem with a bag's own file is a pack whose root could not be had.
  return report.ok || report.problems.some((problem) => problem.kind in DOSSIER_KINDS) ? "dossier" : "pack";
}

export function verdictOf(check: Check): Verdict | null {
  if (check.state === "failed") return "unread";
  if (check.state === "checking" || !check.report) return null;
  return check.report.ok ? "whole" : "altered";
}

/** The verdict in a line. */
export function verdictWords(check: Check): string {
  switch (verdictOf(check)) {
    case null:
      return "Checking";
    case "unread":
      return "Could not be read";
    case "whole":
      return check.report && judgedOf(check.name, check.report) === "bag" ? "Whole, but not a pack" : "Whole and unchanged";
    case "altered":
      return check.report && judgedOf(check.name, check.report) === "neither" ? "Not a pack" : "Not as it was made";
  }
}

/** What the verdict rests on, or what to do about it. */
export function verdictText(judged: Judged, ok: boolean): string {
  switch (judged) {
    case "pack":
      return ok
        ? "Every file is the one that was packed, none is missing and none was added. Each original and text is the one its record names, and each quotation stands in its text word for word."
        : "What is named below is not as the pack was made. Ask whoever sent it for a new copy, and keep this one: the files below are what to ask about.";
    case "dossier":
      return ok
        ? "Every row is what the ledger says was written, the chain of the ledger holds, each original has its digest, and each quotation stands in its text word for word."
        : "What is named below is not what the ledger says was written. Work on from a backup, and keep this file as it is.";
    case "bag":
      return "A BagIt bag of another maker. Every file is the one that was bagged, but it has no evidence that a letter could be held against.";
    case "neither":
      return "It is neither a pack nor a BagIt bag. Give the zip that was received, or the folder that has bagit.txt in it.";
  }
}

const DOSSIER_KINDS: Record<string, string> = {
  altered: "Row altered",
  ledger: "Ledger broken",
  original: "Original altered",
  search: "Search index differs",
  structure: "File damaged",
};

const KINDS: Record<string, string> = {
  changed: "Changed",
  missing: "Missing",
  added: "Added",
  renamed: "Renamed",
  unreadable: "Cannot be read",
  manifest: "File list damaged",
  "tag-manifest": "List of the lists damaged",
  oxum: "Size or number of files differs",
  "bag-declaration": "Bag declaration damaged",
  "tag-file": "Bag information damaged",
  "evidence-root": "Other evidence than the pack names",
  record: "Record damaged",
  quote: "Quotation not in its text",
  "text-digest": "Other text than its record names",
  "original-digest": "Other original than its record names",
  container: "Zip packed again or added to",
  "not-a-pack": "Not a pack",
  ...DOSSIER_KINDS,
};

/** The kind of a problem in words. A kind that is not known here keeps its own name. */
export function problemWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Where a problem is: a path, or what it is about where it is about the whole. */
export function placeOf(problem: VerifyProblem, judged: Judged): string {
  if (problem.path !== "") return problem.path;
  return judged === "dossier" ? "The file" : judged === "pack" ? "The pack as a whole" : "The whole of it";
}
