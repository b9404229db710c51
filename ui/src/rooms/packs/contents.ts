// What a pack holds, what one should know before it leaves, and what stays out: in words that a lawyer reads.
import type { SourceId } from "../../api/client";
import { count } from "../../words";
import type { Plan } from "./state";

export interface Part {
  what: string;
  how: string;
}

/** What the pack will hold. `document` is "Letter", "Briefing" or "Memo", null for a pack of all evidence. */
export function contents(plan: Plan, document: string | null): Part[] {
  const named: Part[] = [];
  if (document !== null) {
    named.push({
      what: `The ${document.toLowerCase()}`,
      how: "As PDF. It is the final as long as nothing in it changed since it was published; else a draft with its watermark.",
    });
  }
  return [
    ...named,
    {
      what: plan.going === 0 ? "Exhibits" : count(plan.going, "exhibit"),
      how:
        document === null
          ? "The originals, byte for byte as they were imported."
          : `The originals, byte for byte as they were imported, numbered as the ${document.toLowerCase()} numbers them.`,
    },
    { what: "Readable texts", how: "The words of each exhibit, in which quotations are counted." },
    {
      what: "Claims and facts",
      how: "What was read in the exhibits: accepted claims with their quotations, facts, origins and comparisons, as canonical JSON (RFC 8785).",
    },
    { what: "Exhibit index", how: "Exhibit and Bates number, date, description, where it is cited, SHA-256." },
    { what: "Custody record", how: "Who did what to each exhibit and when, tied to the ledger of this dossier." },
    { what: "Slip sheets and load files", how: "A sheet to lay before each exhibit; DAT and OPT files for review platforms." },
    {
      what: "Draft certificate",
      how: "A draft of a certification under FRE 902(14), for counsel. It has blanks, is not signed and certifies nothing.",
    },
    { what: "Charts", how: "Those that the facts allow, with their figures." },
    { what: "verify.html", how: "A page that checks the pack in any browser, without a network and without Dossier." },
  ];
}

/** What is left behind, in a sentence. */
export function staysOut(plan: Plan): string {
  const withheld = plan.withheld.length + plan.blocked.length;
  const first = withheld === 0 ? "Sources" : `${count(withheld, "privileged source")}; sources`;
  return `${first} that are not chosen here, and whatever rests on them alone; claims that were not accepted; reasons of judgements; notes; the folders that files were imported from.`;
}

/** One thing to know before the pack leaves; `sources` are those that it is about. */
export interface Caution {
  text: string;
  sources: SourceId[];
}

export function cautions(plan: Plan, document: string | null): Caution[] {
  const going = [...plan.exhibits, ...plan.further].filter((line) => line.exhibit !== null);
  const among = (handling: string): SourceId[] => going.filter((line) => line.row.handling === handling).map((line) => line.row.source);
  const added = plan.further.filter((line) => line.exhibit !== null);
  const all: Caution[] = [];
  const unreviewed = among("unreviewed");
  if (unreviewed.length > 0) {
    const which =
      unreviewed.length === plan.going
        ? plan.going === 1
          ? "The exhibit has not"
          : "No exhibit has"
        : `${count(unreviewed.length, "exhibit")} of ${plan.going} ${unreviewed.length === 1 ? "has" : "have"} not`;
    all.push({ text: `${which} been reviewed for release. Read each, then set its handling to public or confidential.`, sources: unreviewed });
  }
  const confidential = among("confidential");
  if (confidential.length > 0) {
    const are = confidential.length === 1 ? "exhibit is" : "exhibits are";
    all.push({ text: `${confidential.length} ${are} confidential. The pack marks ${confidential.length === 1 ? "it" : "them"}, but whoever holds the pack can read ${confidential.length === 1 ? "it" : "them"}.`, sources: confidential });
  }
  if (document !== null && added.length > 0) {
    const word = document.toLowerCase();
    all.push({
      text: `Added sources change the evidence root. A ${word} that was published on its own prints another, so the pack gets its ${word} as a draft with the new one. To have one root, cite the sources in the ${word}.`,
      sources: added.map((line) => line.row.source),
    });
  }
  return all;
}

/** "8 exhibits, 3 unreviewed, 1 confidential". */
export function inShort(plan: Plan): string {
  const parts = [plan.going === 0 ? "No exhibit" : count(plan.going, "exhibit")];
  if (plan.unreviewed > 0) parts.push(plan.unreviewed === plan.going && plan.going > 1 ? "none reviewed" : `${plan.unreviewed} unreviewed`);
  if (plan.confidential > 0) parts.push(`${plan.confidential} confidential`);
  return parts.join(", ");
}
