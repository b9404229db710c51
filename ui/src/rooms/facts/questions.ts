// What each act says before it is done, and what it judges.
import { api, type ClaimRow, type Credibility, type FactRow, type JudgementRow, type PartySuggestion, type SuggestionRow } from "../../api/client";
import { count, credibilityWords, grouped } from "../../words";
import { type Question, judged } from "./acts.svelte";
import type { Conflict } from "./conflicts";
import { gradeWords, usualReasons } from "./grades";
import { adopting, claimsOf, decided, disputing, isParted, parting, partingExactly, quoted } from "./judgements";
import { number } from "./list";

/** Joins facts by hand. */
export function joinFacts(facts: readonly FactRow[]): Question {
  const ids = facts.map(({ id }) => id);
  const claims = facts.reduce((sum, fact) => sum + fact.claims.length, 0);
  return {
    title: `Join ${count(ids.length, "fact")}`,
    text: `They become one fact with ${count(claims, "claim")}. It speaks with the claim that all others allow, unless you adopt another.`,
    action: `Join ${count(ids.length, "fact")}`,
    usual: ["The same event, told in other words", "The same figure, rounded differently"],
    done: `${count(ids.length, "fact")} joined.`,
    judge: (reason) => judged([{ verdict: "same", ids }], reason),
  };
}

/** Takes a suggestion, with the reason that it came with. */
export function takeSuggestion({ claims, facts, why }: SuggestionRow): Question {
  return {
    title: `Join ${count(facts.length, "fact")}`,
    text: "They become one fact. The reason below is why it was suggested; change it as you see it.",
    action: `Join ${count(facts.length, "fact")}`,
    begins: why,
    done: `${count(facts.length, "fact")} joined.`,
    judge: (reason) => judged([{ verdict: "same", ids: claims }], reason),
  };
}

/** Says that what was suggested is not one thing. */
export function refuseSuggestion({ claims, facts }: SuggestionRow): Question {
  return {
    title: `Keep ${count(facts.length, "fact")} apart`,
    text: "They stay as they are, and are not suggested together again.",
    action: "Keep apart",
    usual: ["They count different things", "They are of different times", "They name different parties"],
    done: `${count(facts.length, "fact")} kept apart.`,
    judge: (reason) => judged([{ verdict: "different", ids: claims }], reason),
  };
}

/** Sets chosen claims apart from the rest of their fact. */
export function splitFact(fact: FactRow, chosen: readonly string[]): Question {
  const rest = fact.claims.filter((claim) => !chosen.includes(claim));
  return {
    title: `Split ${count(chosen.length, "claim")} off ${fact.id}`,
    text: `The ${count(chosen.length, "chosen claim")} will be a fact apart from the other ${grouped(rest.length)}.`,
    action: `Split off ${count(chosen.length, "claim")}`,
    usual: ["They count different things", "They are of different times", "They name different parties"],
    done: `${count(chosen.length, "claim")} split off ${fact.id}.`,
    judge: async (reason) => {
      const made = await judged([parting(fact, chosen)], reason);
      const facts = await api.facts();
      if (isParted(facts, chosen, rest)) return made;
      const now = facts.find(({ id }) => id === fact.id)?.claims ?? [];
      return made + (await judged(partingExactly(fact, chosen, now), reason));
    },
  };
}

/** Lets the fact take one claim's value. */
export function adoptValue(fact: FactRow, claim: ClaimRow): Question {
  return {
    title: `Adopt “${claim.words}”`,
    text: `${fact.id} is then settled, and letters say it with this value. The other values stay with the fact, and readers can see them.`,
    action: "Adopt this value",
    usual: ["It is the original's own figure", "It is the more exact of two that agree", "A later report corrects the other"],
    done: `${fact.id} now says “${claim.words}”.`,
    judge: (reason) => judged([{ verdict: "adopt", ids: [fact.id, claim.id] }], reason),
  };
}

/** Marks a fact as disputed. */
export function markDisputed(fact: FactRow): Question {
  return {
    title: `Mark ${fact.id} as disputed`,
    text: "Letters can then use it only as disputed.",
    action: "Mark as disputed",
    usual: ["The sources contradict each other", "The accused denies it"],
    done: `${fact.id} is marked as disputed.`,
    judge: (reason) => judged([{ verdict: "dispute", ids: [fact.id] }], reason),
  };
}

/** Says how credible a fact is. */
export function gradeFact(fact: FactRow, grade: Credibility): Question {
  return {
    title: `Grade ${fact.id} as ${gradeWords(grade)}`,
    text: "This is about what the fact says, whoever says it. How reliable a source is by its record is graded in Sources.",
    action: `Grade as ${grade}`,
    usual: usualReasons[grade],
    done: `${fact.id} is graded ${grade}, ${credibilityWords[grade]}.`,
    judge: (reason) => judged([{ verdict: "credibility", ids: [fact.id, grade] }], reason),
  };
}

/** Puts a later fact in the place of an earlier one. */
export function supersede(earlier: FactRow, later: FactRow): Question {
  return {
    title: `Mark ${earlier.id} as superseded by ${later.id}`,
    text: `“${later.words}” then stands in the place of “${earlier.words}”. ${earlier.id} stays to be seen with all its claims, and no letter is written from it.`,
    action: "Mark as superseded",
    usual: ["A later report counts on", "The same party corrected its own figure", "It tells the same of a longer time"],
    done: `${earlier.id} is marked as superseded by ${later.id}.`,
    judge: (reason) => judged([{ verdict: "supersede", ids: [earlier.id, later.id] }], reason),
  };
}

/** Takes names as one party's, with the reason that the suggestion came with. */
export function joinParties({ names, why }: PartySuggestion): Question {
  return {
    title: `Join ${count(names.length, "name")} as one party`,
    text: `${quoted(names)} are then one party, and what it says is one origin. The names stay as the sources write them. The reason below is why it was suggested; change it as you see it.`,
    action: "Join the names",
    begins: why,
    done: `${quoted(names)} are one party.`,
    judge: (reason) => judged([{ verdict: "same-party", ids: [...names] }], reason),
  };
}

/** Says that names are not one party's. */
export function partParties({ names }: PartySuggestion): Question {
  return {
    title: `Keep ${count(names.length, "name")} apart`,
    text: `${quoted(names)} stay parties of their own, and are not suggested together again.`,
    action: "Keep apart",
    usual: ["One owns the other", "They are different companies", "A unit is not the whole"],
    done: `${quoted(names)} are kept apart.`,
    judge: (reason) => judged([{ verdict: "different-party", ids: [...names] }], reason),
  };
}

/** Says that two names are not one party's though they are spelled alike. */
export function partNames(names: readonly [string, string]): Question {
  return {
    title: "Keep 2 names apart",
    text: `${quoted(names)} are spelled alike and count as one party. They become two, and what is said of one is not said of the other.`,
    action: "Keep apart",
    usual: ["They are different companies", "One is a person, the other a company"],
    done: `${quoted(names)} are kept apart.`,
    judge: (reason) => judged([{ verdict: "different-party", ids: [...names] }], reason),
  };
}

/** Takes a judgement back. */
export function revokeJudgement(row: JudgementRow): Question {
  const named = claimsOf(row).length;
  const wide = (row.kind === "accept" || row.kind === "reject") && named > 1 ? ` It was about ${count(named, "claim")}, and all of them go back to where they were.` : "";
  return {
    title: "Revoke this judgement",
    text: `${row.actor} ${decided(row)}. The judgement stays in the record as revoked, and no longer counts.${wide}`,
    action: "Revoke",
    danger: true,
    usual: ["It was a mistake", "New sources speak against it"],
    done: "The judgement is revoked.",
    judge: (reason) => judged([{ verdict: "revoke", ids: [row.id] }], reason),
  };
}

/** Settles a conflict with one of its two values. */
export function settleWith(conflict: Conflict, side: 0 | 1): Question {
  const claim = conflict.detail.claims[side];
  const joining = conflict.within ? "" : `${conflict.facts[0].id} and ${conflict.facts[1].id} become one fact, and it`;
  return {
    title: `Adopt “${claim.words}”`,
    text: `${joining || conflict.facts[0].id} takes the ${side === 0 ? "left" : "right"} value and is settled. The other value stays with the fact.`,
    action: conflict.within ? "Adopt this value" : "Join and adopt",
    usual: ["It is the original's own figure", "A later report corrects the other", "The other is a slip of the outlet"],
    done: `The conflict is settled with “${claim.words}”.`,
    judge: (reason) => judged(adopting(claim.id, conflict.facts), reason),
  };
}

/** Settles a conflict by saying that its claims are about different things. */
export function settleApart(conflict: Conflict): Question {
  const ids = [...conflict.detail.row.claims].sort((a, b) => number(a) - number(b));
  return {
    title: "Say that these are different things",
    text: conflict.within
      ? `${conflict.facts[0].id} is split: each of the two claims takes those along that agree with it.`
      : "The facts stay apart, and this no longer counts as a conflict.",
    action: "They are different things",
    usual: ["They count different things", "They are of different times", "They name different parties"],
    done: "The two are set apart.",
    judge: (reason) => judged([{ verdict: "different", ids }], reason),
  };
}

/** Leaves a conflict open to readers too. */
export function settleDisputed(conflict: Conflict): Question {
  const acts = disputing(conflict.facts);
  const which = acts.flatMap((act) => ("ids" in act ? act.ids : [])).join(" and ");
  return {
    title: `Mark ${which} as disputed`,
    text: "Nobody can tell yet which holds. Letters can then use it only as disputed.",
    action: "Mark as disputed",
    usual: ["The sources contradict each other and neither can be checked"],
    done: `${which} ${acts.length === 1 ? "is" : "are"} marked as disputed.`,
    judge: (reason) => judged(acts, reason),
  };
}
