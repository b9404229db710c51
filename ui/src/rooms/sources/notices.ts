// What a person should know of a claim beside what it says: how its date came about, what its headline drops, who changed it.
import type { ClaimRow, Hedge } from "../../api/client";
import { date, hedgeWords, listed, sentence } from "../../words";
import { changesOf, formOf, type Change } from "./form";
import { ELSEWHERE } from "./review";

/** “Wednesday” read as 24 June 2026, counted from the source's date, 26 June 2026. Dates may also be counted from one that the text gives. */
export function resolutionWords({ resolution, period }: ClaimRow, published: string | null): string | undefined {
  if (!resolution || !period) return undefined;
  const from = resolution.against === published ? "the source’s date, " : "";
  return `“${resolution.words}” read as ${date(period)}, counted from ${from}${date(resolution.against)}.`;
}

/** The headline drops “allegedly”: the text says alleged. */
export function droppedWords({ dropped_hedge: hedge }: ClaimRow): string | undefined {
  if (!hedge) return undefined;
  const adverb = ADVERBS[hedge];
  return adverb ? `The headline drops “${adverb}”: the text says ${hedgeWords[hedge]}.` : `The headline says it as a fact: the text says ${hedgeWords[hedge]}.`;
}

const ADVERBS: Partial<Record<Hedge, string>> = { alleged: "allegedly", reported: "reportedly" };

/** Whether words of somebody are given: as they were said, or in the source's own words. */
export function voiceOf(claim: ClaimRow): "direct" | "paraphrase" | undefined {
  if (claim.direct || claim.kind === "quotation") return "direct";
  return claim.kind === "statement" ? "paraphrase" : undefined;
}

/** One whose claims can be listed, as words of their own. */
export function proposerWords(proposer: string): string {
  return proposer === ELSEWHERE || proposer === "rules" ? sentence(proposedBy({ proposer })) : proposer;
}

/** How a proposal came to be. */
export function proposedBy(claim: Pick<ClaimRow, "proposer">): string {
  if (claim.proposer === ELSEWHERE) return "anyone but the rules";
  return claim.proposer === "rules" ? "the rules" : claim.proposer;
}

/** What a person made of what was proposed. */
export interface History {
  /** "Edited by Ada Reyes", "Split from C12 by Ada Reyes", "Merged from C1 and C9 by Ada Reyes". */
  made: string;
  /** "the rules proposed". */
  proposed: string;
  /** What was proposed, in words, where it cannot be told field by field. */
  words: string[];
  changes: Change[];
}

/** How `claim` came about, if it stands in the place of others. `all` holds these. */
export function historyOf(claim: ClaimRow, all: ClaimRow[]): History | undefined {
  const before = rootsOf(claim, new Map(all.map((one) => [one.id, one])));
  const [first] = before;
  if (!first) return undefined;
  const direct = all.filter((one) => claim.replaces.includes(one.id));
  const split = direct.length === 1 && (direct[0]?.replaced_by.length ?? 0) > 1;
  const made = direct.length > 1 ? `Merged from ${listed(direct.map((one) => one.id))}` : split ? `Split from ${direct[0]?.id}` : "Edited";
  return {
    made: `${made} by ${claim.proposer}`,
    proposed: `${proposedBy(first)} proposed`,
    words: before.length > 1 || split ? before.map((one) => one.words) : [],
    changes: before.length > 1 ? [] : changesOf(formOf(first), formOf(claim)),
  };
}

/** What was proposed to begin with: an edit of an edit still stands beside the machine's words. */
function rootsOf(claim: ClaimRow, byId: Map<string, ClaimRow>): ClaimRow[] {
  return claim.replaces.flatMap((id) => {
    const before = byId.get(id);
    if (!before) return [];
    return before.replaces.length > 0 ? rootsOf(before, byId) : [before];
  });
}
