// What a chart is narrowed to, and how that is said.
import type { ChartFilter, ChartKind, ClaimKind, FactRow, Hedge } from "../../api/client";

/** Certainty as the key of a chart has it. */
export type Form = "solid" | "dashed" | "hollow";

/** The forms with their hedges, as the charts are drawn (the crate `charts`, form.rs). */
export const FORMS: { form: Form; words: string; hedges: Hedge[] }[] = [
  { form: "solid", words: "Stated or confirmed", hedges: ["asserted", "confirmed"] },
  { form: "dashed", words: "Alleged, reported or disputed", hedges: ["alleged", "reported", "disputed", "denied", "opinion"] },
  { form: "hollow", words: "Planned or conditional", hedges: ["planned", "conditional", "forecast"] },
];

export const NO_FILTER: ChartFilter = { campaign: null, kinds: [], certainty: [] };

export function formOf(hedge: Hedge): Form {
  return FORMS.find(({ hedges }) => hedges.includes(hedge))?.form ?? "dashed";
}

export function isFiltered(filter: ChartFilter): boolean {
  return filter.campaign !== null || filter.kinds.length > 0 || filter.certainty.length > 0;
}

/** The forms that a filter lets through; all where it asks for none. */
export function chosenForms(filter: ChartFilter): Form[] {
  if (filter.certainty.length === 0) return [];
  return FORMS.filter(({ hedges }) => hedges.every((hedge) => filter.certainty.includes(hedge))).map(({ form }) => form);
}

/** The filter with a form added or taken away; all of them together are no filter. */
export function withForm(filter: ChartFilter, form: Form, on: boolean): ChartFilter {
  const chosen = new Set(chosenForms(filter));
  if (on) chosen.add(form);
  else chosen.delete(form);
  const forms = chosen.size === FORMS.length ? [] : FORMS.filter((one) => chosen.has(one.form));
  return { ...filter, certainty: forms.flatMap(({ hedges }) => hedges) };
}

/** The filter with a kind added or taken away. */
export function withKind(filter: ChartFilter, kind: ClaimKind, on: boolean): ChartFilter {
  const others = filter.kinds.filter((one) => one !== kind);
  return { ...filter, kinds: on ? [...others, kind] : others };
}

/** A choice with how many facts of the whole chart it stands for. */
export type Choice<T> = { value: T; facts: number };

/** What there is to choose from on a chart: only what its facts have. */
export type Choices = { campaigns: Choice<string>[]; others: Choice<string>[]; kinds: Choice<ClaimKind>[]; forms: Choice<Form>[] };

/** The choices among the facts that a whole chart is drawn from; what is chosen already stays choosable. */
export function choices(facts: FactRow[], chosen: ChartFilter): Choices {
  const subjects = tally(facts.map((fact) => fact.subject));
  if (chosen.campaign !== null && !subjects.some(({ value }) => value === chosen.campaign)) {
    subjects.push({ value: chosen.campaign, facts: 0 });
  }
  const kinds = tally(facts.map((fact) => fact.kind));
  for (const kind of chosen.kinds) if (!kinds.some(({ value }) => value === kind)) kinds.push({ value: kind, facts: 0 });
  const forms = FORMS.map(({ form }) => ({ value: form, facts: facts.filter((fact) => formOf(fact.hedge) === form).length }));
  return {
    campaigns: subjects.filter(({ value }) => isCampaign(value)),
    others: subjects.filter(({ value }) => !isCampaign(value)),
    kinds,
    forms: forms.filter(({ value, facts: found }) => found > 0 || chosenForms(chosen).includes(value)),
  };
}

/** Whether a subject is a campaign, as the charts take it. */
export function isCampaign(subject: string): boolean {
  return subject.includes(" campaign against ") || subject.endsWith("campaign");
}

function tally<T extends string>(values: T[]): Choice<T>[] {
  const found = new Map<T, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found]
    .map(([value, facts]) => ({ value, facts }))
    .sort((a, b) => b.facts - a.facts || a.value.localeCompare(b.value, "en"));
}

/** One thing that narrows a chart, and the filter without it. */
export type Narrowing = { words: string; without: ChartFilter };

/** What narrows a chart, each with its removal. */
export function narrowings(filter: ChartFilter, kindWords: (kind: ClaimKind) => string): Narrowing[] {
  const found: Narrowing[] = [];
  if (filter.campaign !== null) found.push({ words: filter.campaign, without: { ...filter, campaign: null } });
  for (const kind of filter.kinds) found.push({ words: kindWords(kind), without: withKind(filter, kind, false) });
  for (const form of chosenForms(filter)) {
    const words = FORMS.find((one) => one.form === form)?.words ?? form;
    found.push({ words, without: withForm(filter, form, false) });
  }
  return found;
}

/** Why a narrowed chart is empty: a timeline is drawn only where some fact has a date. */
export function leftNothing(kind: ChartKind, by: Narrowing[]): string {
  return `None of the chart’s ${kind === "timeline" ? "dated facts" : "facts"} matches: ${by.map(({ words }) => words).join("; ")}.`;
}

const NAMES: Record<ChartKind, string> = { timeline: "Timeline", targeting: "Targeting", scale: "Scale" };

export function chartName(kind: ChartKind): string {
  return NAMES[kind];
}

/** What a chart is drawn from, for one that has nothing. */
export function needs(kind: ChartKind): string {
  switch (kind) {
    case "timeline":
      return "It is drawn from accepted claims with a date: the window of a campaign, a letter, a measure or a reaction.";
    case "targeting":
      return "It is drawn from accepted claims about which capabilities a campaign was after.";
    case "scale":
      return "It is drawn from accepted claims with a number: how many accounts, exchanges or conversations.";
  }
}

/** What to do about a chart that has nothing to draw, by how far the dossier is. */
export function nextStep(has: { sources: number; proposed: number }): { room: "sources" | "facts"; label: string; text: string } {
  if (has.sources === 0) return { room: "sources", label: "Add sources", text: "The dossier has no sources yet." };
  if (has.proposed > 0) {
    return { room: "sources", label: "Review claims in Sources", text: "Proposed claims are waiting to be read and accepted." };
  }
  return { room: "facts", label: "Look at the facts", text: "None of the accepted claims says such a thing." };
}

/** The file name that an export is offered under. */
export function fileName(title: string, kind: ChartKind, filter: ChartFilter, extension: string): string {
  const part = filter.campaign === null ? [] : [filter.campaign];
  const words = [title, kind, ...part].join(" ").toLowerCase().normalize("NFKD");
  const plain = words.replace(/[^\p{Letter}\p{Number}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${(plain || kind).slice(0, 80).replace(/-+$/, "")}.${extension}`;
}
