// The acts of the ledger in a person's words.
import type { LedgerRow } from "../api/client";
import { count, keyWords, listed, sentence } from "../words";

/** "accept C1 C2" as "accepted C1 and C2". */
export function said(act: string): string {
  const words = act.split(" ");
  const rest = words.slice(1);
  switch (words[0]) {
    case "new":
      return "made the dossier";
    case "import":
      return `imported ${rest.join(" ")}`;
    case "office":
      return "set the office of the sender";
    case "recipients":
      return "replaced the directory of recipients";
    case "accept":
      if (rest[0] === "kind") return `accepted every proposed ${keyWords(rest[1] ?? "")}${rest[2] === "of" ? ` of ${rest[3]}` : ""}`;
      return act === "accept all" ? "accepted all proposed claims" : `accepted ${ids(rest)}`;
    case "reject":
      return `rejected ${ids(rest)}`;
    case "edit":
      return `edited ${ids(rest)}`;
    case "split":
      return `split ${ids(rest)}`;
    case "merge":
      return `merged ${ids(rest)}`;
    case "add":
      return `added a claim ${rest.join(" ")}`;
    case "judge":
      return judged(rest[0] ?? "", rest.slice(1)) ?? act;
    case "source":
      return rest[1] === "set" ? `completed ${rest[0]}: ${listed(rest.slice(2).map((field) => field.replaceAll("_", " ")))}` : act;
    case "columns": {
      const columns = /^columns of table (\d+) of (S\d+)$/.exec(act);
      return columns ? `said what the columns of ${columns[2]} mean${columns[1] === "1" ? "" : `, table ${columns[1]}`}` : act;
    }
    case "propose":
      return `took in ${rest[0] === "1" ? "1 proposed claim" : `${rest[0]} proposed claims`} ${rest.slice(1).join(" ")}`.trim();
    case "draft": {
      const version = /^draft (.+) version (\d+)$/.exec(act);
      return version ? (version[2] === "1" ? `began the draft ${version[1]}` : `saved the draft ${version[1]}, version ${version[2]}`) : act;
    }
    case "publish": {
      const final = /^publish (.+) final as (\w+)$/.exec(act);
      return final ? `published ${final[1]} as final ${final[2] === "docx" ? "Word file" : final[2]?.toUpperCase()}` : act;
    }
    case "pack":
      return `made the pack ${rest.join(" ")}`;
    case "export":
      return `exported ${rest.join(" ")}`;
    case "backup":
      return `made the backup ${rest.join(" ")}`;
    case "purge":
      return `purged ${rest.join(" ")}`;
    case "undo": {
      const undone = /^undo (\d+) \((.*)\)$/.exec(act);
      return undone ? `took back act ${undone[1]}: ${said(undone[2] ?? "")}` : act;
    }
    default:
      return act;
  }
}

/** The same at the beginning of a line. */
export const acted = (act: string): string => sentence(said(act));

function judged(verdict: string, of: string[]): string | undefined {
  switch (verdict) {
    case "same":
      return `joined ${ids(of)}`;
    case "different":
      return `kept apart ${ids(of)}`;
    case "adopt":
      return `adopted the value of ${ids(of)}`;
    case "dispute":
      return `marked as disputed ${ids(of)}`;
    case "supersede":
      return `marked ${of[0]} as superseded by ${of[1]}`;
    case "credibility":
      return `graded the credibility of ${of[0]} as ${of[1]}`;
    case "same-party":
      return `joined the names ${names(of)}`;
    case "different-party":
      return `kept the names ${names(of)} apart`;
    case "revoke":
      return `revoked ${ids(of)}`;
    default:
      return undefined;
  }
}

/** Names as the ledger has them, “Alpha One” “Beta”, as a list: “Alpha One” and “Beta”. */
function names(of: string[]): string {
  return listed(of.join(" ").split(/(?<=”) (?=“)/));
}

const NOUNS: Record<string, string> = { C: "claim", F: "fact", S: "source", J: "judgement" };

/** "C1, C2 and C3", or "12 claims" where there are too many to read. */
function ids(of: string[]): string {
  if (of.length <= 4) return listed(of);
  return count(of.length, NOUNS[of[0]?.[0] ?? ""] ?? "item");
}

/** Which acts were taken back, and by which. */
export function takenBack(ledger: readonly LedgerRow[]): Map<number, number> {
  const by = new Map<number, number>();
  for (const { n, act } of ledger) {
    const undone = /^undo (\d+) /.exec(act);
    if (undone) by.set(Number(undone[1]), n);
  }
  return by;
}
