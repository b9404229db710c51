// A claim as a person writes it: every field as text, which fields a kind has, and what is wrong with them.
import type { Bound, ClaimDraft, ClaimKind, ClaimRow, Hedge, Nexus, Quote } from "../../api/client";
import { isFigure, isTime } from "../../kinds";
import { boundWords, date, hedgeWords, keyWords, kindWords, nexusWords } from "../../words";
import { figureOf, figureWords } from "./figures";
import { periodOf } from "./periods";

export interface Form {
  kind: ClaimKind;
  subject: string;
  property: string;
  value: string;
  unit: string;
  bound: Bound | "";
  period: string;
  nexus: Nexus | "";
  party: string;
  hedge: Hedge;
  scope: string;
  /** Outermost first, parted by "<". */
  speakers: string;
  quotes: Quote[];
}

/** What a form shows in one place; a rung is its nexus and its party. */
export type Field = "kind" | "value" | "unit" | "bound" | "period" | "rung" | "hedge" | "subject" | "property" | "scope" | "speakers" | "quotes";

export type Problems = Partial<Record<Field, string>>;

export function formOf(claim: ClaimRow): Form {
  return {
    kind: claim.kind,
    subject: claim.subject,
    property: claim.property,
    value: claim.value === null ? "" : hasFigure(claim.kind) ? figureWords(claim.value) : claim.value,
    unit: claim.unit ?? "",
    bound: claim.bound ?? "",
    period: claim.period ?? "",
    nexus: claim.rung?.nexus ?? "",
    party: claim.rung?.party ?? "",
    hedge: claim.hedge,
    scope: claim.scope ?? "",
    speakers: claim.speakers.join(" < "),
    quotes: claim.quotes.map(({ start, end, text }) => ({ start, end, text })),
  };
}

/** A form for a claim of one's own on `quote`, about what `near`, a claim close by, is about. */
export function newForm(quote: Quote, near: ClaimRow | undefined): Form {
  const speakers = near?.speakers ?? [];
  const hedge = near && !VIEWS.includes(near.hedge) ? near.hedge : "asserted";
  const form = { ...formOf({ ...blank, subject: near?.subject ?? "", speakers, hedge }), ...guessed(quote.text), quotes: [quote] };
  return form.kind === "statement" ? { ...form, subject: speakers.at(-1) ?? "" } : form;
}

/** How sure a neighbour is says nothing of the words beside it where it looks ahead or is a view. */
const VIEWS: Hedge[] = ["opinion", "forecast", "planned", "conditional"];

const blank = {
  kind: "statement", subject: "", property: "statement", value: null, unit: null, bound: null, period: null, rung: null, hedge: "asserted", scope: null,
  speakers: [] as string[], quotes: [] as Quote[],
} as unknown as ClaimRow;

/** A figure with a noun is likely a count; other words are a statement, in those words. */
function guessed(words: string): Partial<Form> {
  const figure = /(\d[\d,]*(?:\.\d+)?(?:\s+(?:thousand|million|billion|trillion))?)\s*(%|percent)?/i.exec(words);
  const value = figure?.[1] ? figureOf(figure[1]) : null;
  const noun = /([\p{L}-]+)\W*$/u.exec(words)?.[1];
  if (!value) return { value: words.replaceAll(/\s+/g, " ") };
  if (figure?.[2]) return { kind: "rate", property: "rate", value: figureWords(value), unit: "percent" };
  return { kind: "count", value: figureWords(value), ...(noun ? { unit: noun, property: noun } : { property: "count" }) };
}

/** What is sent: empty fields are none, figures are plain, dates are EDTF. Problems are `problemsOf`'s to find. */
export function draftOf(written: Form): ClaimDraft {
  const form = settled(written);
  const none = (text: string) => text.trim() || null;
  const value = none(form.value);
  return {
    kind: form.kind,
    subject: form.subject.trim(),
    property: form.property.trim() || defaultProperty(form),
    value: value === null ? null : hasFigure(form.kind) ? (figureOf(value) ?? value) : value,
    unit: none(form.unit),
    bound: form.bound || null,
    period: form.period.trim() ? (periodOf(form.period).edtf ?? form.period.trim()) : null,
    rung: form.nexus ? { nexus: form.nexus, party: form.party.trim() } : null,
    hedge: form.hedge,
    scope: none(form.scope),
    speakers: speakersOf(form.speakers),
    quotes: form.quotes.map(({ start, end, text }) => ({ start, end, text })),
  };
}

/** The form with the bound that was written before a figure in its own place: "nearly 24,000". */
export function settled(form: Form): Form {
  const found = hasFigure(form.kind) ? /^\s*([a-z ]+?)\s+(\S*\d.*)$/i.exec(form.value) : null;
  const bound = found && BOUNDS[(found[1] ?? "").toLowerCase().replace(/^(an?|the) /, "")];
  return found && bound && figureOf(found[2] ?? "") !== null ? { ...form, value: found[2] ?? "", bound } : form;
}

const BOUNDS: Record<string, Bound> = {
  exactly: "exact", about: "about", approximately: "about", around: "about", roughly: "about", some: "about", nearly: "below", almost: "below", "just under": "below",
  "more than": "above", over: "above", above: "above", "at least": "at-least", "no fewer than": "at-least", "at most": "at-most", "up to": "at-most", "no more than": "at-most",
};

export function speakersOf(chain: string): string[] {
  return chain.split(/\s*[<←]\s*/).map((name) => name.trim()).filter(Boolean);
}

/** What cannot be kept, by field, as far as the page knows; the Rust side has the last word. */
export function problemsOf(written: Form): Problems {
  const form = settled(written);
  const problems: Problems = {};
  const fields = fieldsOf(form.kind);
  const when = periodOf(form.period);
  if (when.problem) problems.period = when.problem;
  if (form.value.trim() === "") {
    if (isTime(form.kind)) {
      if (form.period.trim() === "") problems.period = "Say when.";
    } else if (fields.includes("value")) problems.value = hasFigure(form.kind) ? "Give the figure." : "Say what, in a few words.";
  } else if (isFigure(form.kind) && figureOf(form.value) === null) {
    problems.value = "Write a figure such as 24,000 or 28.8 million.";
  }
  if (form.kind === "attribution" && !form.nexus) problems.rung = "Choose how the party is tied to the act.";
  else if (form.nexus && form.party.trim() === "") problems.rung = "Name the party.";
  if (form.subject.trim() === "") problems.subject = "Say whom or what it is about.";
  if (form.kind === "measure" && form.unit === "") problems.unit = "Choose how far it has come.";
  if (form.quotes.length === 0) problems.quotes = "A claim needs the words that carry it.";
  return problems;
}

/** Kinds whose value is a figure where it has one. */
export function hasFigure(kind: ClaimKind): boolean {
  return isFigure(kind) || kind === "market";
}

const OF_KIND: Partial<Record<ClaimKind, Field[]>> = {
  count: ["value", "unit", "bound", "period"],
  amount: ["value", "unit", "bound", "period"],
  rate: ["value", "unit", "bound", "scope"],
  market: ["value", "unit", "bound", "period"],
  period: ["period"],
  date: ["period"],
  attribution: ["rung"],
  measure: ["value", "unit", "period"],
  disclosure: ["value", "period"],
  superlative: ["value", "scope"],
};

/** The fields of a kind in the order in which they are filled in; kind, certainty, subject, chain and words every claim has. */
export function fieldsOf(kind: ClaimKind): Field[] {
  return OF_KIND[kind] ?? ["value"];
}

/** The fields to show: those of the kind, and those that hold something all the same. */
export function shownFields(form: Form): Field[] {
  const own = fieldsOf(form.kind);
  const held: Field[] = [];
  for (const field of ["value", "unit", "bound", "period", "rung", "scope"] as const) {
    if (!own.includes(field) && spelled(form, field) !== "") held.push(field);
  }
  return [...own, ...held, ...(showsProperty(form) ? (["property"] as Field[]) : [])];
}

/** The property says something that the unit and the kind do not. */
function showsProperty(form: Form): boolean {
  return ["period", "date"].includes(form.kind) || (form.property.trim() !== "" && form.property !== defaultProperty(form));
}

const PROPERTIES: Partial<Record<ClaimKind, string>> = {
  party: "role", capability: "targeted capability", period: "window", terms: "terms of service", sharing: "information sharing",
};

function defaultProperty(form: Pick<Form, "kind" | "unit">): string {
  if (form.kind === "count" && form.unit.trim()) return form.unit.trim();
  return PROPERTIES[form.kind] ?? kindWords[form.kind];
}

/** The form with another kind: a property that only followed from the kind follows again, as does a measure's stage. */
export function withKind(form: Form, kind: ClaimKind): Form {
  const next = { ...form, kind };
  if (form.property === defaultProperty(form) || form.property === form.kind) next.property = defaultProperty(next);
  if (form.kind === "measure" && kind !== "measure") next.unit = "";
  if (kind === "measure" && !stages.includes(next.unit)) next.unit = "";
  if (!fieldsOf(kind).includes("bound")) next.bound = "";
  if (fieldsOf(form.kind).includes("unit") && !fieldsOf(kind).includes("unit")) next.unit = "";
  return next;
}

/** The form with another unit, which a count's property follows. */
export function withUnit(form: Form, unit: string): Form {
  return { ...form, unit, ...(form.property === defaultProperty(form) ? { property: defaultProperty({ ...form, unit }) } : {}) };
}

export const stages = ["asked", "planned", "introduced", "passed", "issued"];

/** What a field is called for a kind. */
export function labelOf(field: Field, kind: ClaimKind): string {
  const own = LABELS_OF_KIND[kind]?.[field];
  return own ?? LABELS[field];
}

const LABELS: Record<Field, string> = {
  kind: "Kind", value: "What", unit: "Unit", bound: "How exact", period: "When", rung: "Tie to the act", hedge: "How sure", subject: "About", property: "Property",
  scope: "Scope", speakers: "Said by", quotes: "Words of the source",
};
const LABELS_OF_KIND: Partial<Record<ClaimKind, Partial<Record<Field, string>>>> = {
  count: { value: "Figure", unit: "Of what" },
  amount: { value: "Amount", unit: "Currency" },
  rate: { value: "Figure", scope: "Of what" },
  market: { value: "Figure", subject: "Whose" },
  party: { value: "Part", subject: "Name" },
  measure: { value: "Measure", unit: "Stage", subject: "Who acts" },
  response: { value: "Answer", subject: "Who answers" },
  statement: { subject: "Who says so" },
  quotation: { value: "Words quoted", subject: "Who says so" },
  superlative: { value: "Word", scope: "Of what it is the most" },
  "legal-word": { value: "Word" },
  technique: { value: "MITRE ATLAS id" },
  definition: { value: "Meaning", subject: "Term" },
  recipient: { value: "Recipient" },
  disclosure: { value: "By what" },
  sharing: { subject: "Between whom" },
};

/** A field as it is read, for what was proposed and what was made of it. */
export function spelled(form: Form, field: Field): string {
  switch (field) {
    case "kind":
      return kindWords[form.kind];
    case "value": {
      const figure = hasFigure(form.kind) ? figureOf(form.value) : null;
      return figure === null ? form.value.trim() : figureWords(figure);
    }
    case "bound":
      return form.bound ? boundWords[form.bound] : "";
    case "period": {
      const edtf = periodOf(form.period).edtf;
      return edtf ? date(edtf) : form.period.trim();
    }
    case "rung":
      return form.nexus ? `${nexusWords[form.nexus]} ${form.party.trim()}`.trim() : "";
    case "hedge":
      return hedgeWords[form.hedge];
    case "speakers":
      return speakersOf(form.speakers).join(" ← ");
    case "quotes":
      return form.quotes.map((quote) => quote.text.replaceAll(/\s+/g, " ")).join(" … ");
    case "property":
      return keyWords(form.property);
    case "unit":
    case "subject":
    case "scope":
      return form[field].trim();
  }
}

const ALL: Field[] = ["kind", "value", "unit", "bound", "period", "rung", "hedge", "subject", "property", "scope", "speakers", "quotes"];

export interface Change {
  field: Field;
  label: string;
  before: string;
  after: string;
}

/** What differs, field by field. A count's property that follows its unit is told by the unit. */
export function changesOf(before: Form, after: Form): Change[] {
  return ALL.filter((field) => different(before, after, field))
    .filter((field) => field !== "property" || after.property !== defaultProperty(after))
    .map((field) => ({ field, label: labelOf(field, after.kind), before: spelled(before, field), after: spelled(after, field) }));
}

function different(before: Form, after: Form, field: Field): boolean {
  if (field === "quotes") return JSON.stringify(places(before)) !== JSON.stringify(places(after));
  return spelled(before, field) !== spelled(after, field);
}

const places = (form: Form) => form.quotes.map(({ start, end }) => [start, end]);

/** The form with one field as `from` has it. */
export function restored(form: Form, from: Form, field: Field): Form {
  if (field === "rung") return { ...form, nexus: from.nexus, party: from.party };
  if (field === "kind") return withKind(form, from.kind);
  if (field === "quotes") return { ...form, quotes: [...from.quotes] };
  return { ...form, [field]: from[field] };
}

/** A field in its place: beside another, or over the whole width. */
export interface Cell {
  field: Field;
  wide: boolean;
}

/** The fields of the form in the order in which they are filled in, two short ones side by side. */
export function cellsOf(form: Form): Cell[] {
  const own = shownFields(form);
  const at = own.lastIndexOf("bound");
  // How sure stands beside how exact; without a bound it comes after what the claim says.
  const fields: Field[] = at < 0 ? [...own, "hedge"] : [...own.slice(0, at + 1), "hedge", ...own.slice(at + 1)];
  const cells = fields.map((field) => ({ field, wide: !isShort(field, form) }));
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place] as Cell;
    if (cell.wide) continue;
    const next = cells[place + 1];
    if (next && !next.wide) place += 1;
    else cell.wide = true;
  }
  return [...cells, { field: "subject", wide: true }, { field: "speakers", wide: true }, { field: "quotes", wide: true }];
}

function isShort(field: Field, form: Form): boolean {
  return field === "value" ? hasFigure(form.kind) || form.kind === "party" : ["unit", "bound", "hedge", "period", "property"].includes(field);
}

/** A figure as it is kept, in the spelling that was not typed: "28.8 million" for 28800000, and the other way round. */
export function figureHint(form: Form): string | undefined {
  const figure = hasFigure(form.kind) ? figureOf(settled(form).value) : null;
  if (figure === null) return undefined;
  const words = figureWords(figure);
  const whole = Number(figure).toLocaleString("en-US", { maximumFractionDigits: 20 });
  return /[a-z]/i.test(form.value) ? whole : words === form.value.trim() ? undefined : words;
}
