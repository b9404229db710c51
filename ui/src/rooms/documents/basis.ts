// What bound words rest on, in words: asked of the dossier when somebody wants to know.
import type { Binding, ClaimRow, ComputationRow, FactDetail, Hedge, MeasureRow, Origin, Quote, SourceRow } from "../../api/client";
import type { Place } from "../../state/where.svelte";
import { count, fileTitle, keyWords, kindWords, rungWords, sentence } from "../../words";
import { computationWords, isOf } from "./computations";
import { asPrinted } from "./dates";

export type Basis = {
  /** "Fact F1", "Law", "Quotation". */
  kind: string;
  /** What it says. */
  words: string;
  hedge: Hedge | null;
  /** Smaller words after it: how many origins, since when. */
  about: string[];
  quote: { text: string; source: string; span: Quote; from: string } | null;
  /** Where it can be looked at. */
  place: Place | null;
};

/** What a basis asks of the dossier. */
export type Asks = {
  fact: (id: string) => Promise<FactDetail>;
  claims: (ids: string[]) => Promise<ClaimRow[]>;
  sources: () => Promise<SourceRow[]>;
  origins: () => Promise<Origin[]>;
  measures: () => Promise<MeasureRow[]>;
  computations: () => Promise<ComputationRow[]>;
};

/** Words for what a part is bound to without asking: for screen readers and where there is no room. */
export function bindingWords(binding: Binding): string {
  switch (binding.to) {
    case "fact":
      return `Fact ${binding.fact}`;
    case "quote":
      return `Words of claim ${binding.claim}`;
    case "computation":
      return "Our computation";
    case "source":
      return `Source ${binding.source}`;
    case "origin":
      return `Origin ${binding.origin}`;
    case "law":
      return binding.element ? `Law, element ${binding.element}` : "Law";
    case "recipient":
      return "The recipient, as the directory has it";
    case "office":
      return "The office of the sender";
    case "waiver":
      return `${binding.by} answers for these words`;
  }
}

/** What `binding` rests on; a fact or source that is gone is said to be gone. */
export async function basisOf(binding: Binding, asks: Asks): Promise<Basis> {
  const bare = (kind: string, words: string, place: Place | null = null): Basis => ({ kind, words, hedge: null, about: [], quote: null, place });
  switch (binding.to) {
    case "fact":
      return ofFact(await asks.fact(binding.fact), await asks.sources());
    case "quote": {
      const [claim] = await asks.claims([binding.claim]);
      if (!claim) return bare("Quotation", `${binding.claim} is not in the dossier any more.`);
      const quote = quoteOf(claim, await asks.sources());
      const place: Place | null = quote && { room: "sources", source: quote.source, span: { start: quote.span.start, end: quote.span.end } };
      return { ...bare(`Words of claim ${claim.id}`, claim.words || sentence(kindWords[claim.kind]), place), hedge: claim.hedge, quote };
    }
    case "source": {
      const source = (await asks.sources()).find((one) => one.id === binding.source);
      if (!source) return bare("Source", `${binding.source} is not in the dossier any more.`);
      const about = [source.publisher ?? "", source.published ? asPrinted(source.published) : "date not given"].filter(Boolean);
      return { ...bare(`Source ${source.id}`, source.title ?? fileTitle(source.file), { room: "sources", source: source.id }), about };
    }
    case "origin": {
      const origin = (await asks.origins()).find((one) => one.id === binding.origin);
      if (!origin) return bare("Origin", `${binding.origin} is not in the dossier any more.`);
      return { ...bare(`Origin ${origin.id}`, origin.name), about: [`${count(origin.claims.length, "claim")} trace to it`] };
    }
    case "law": {
      const measure = (await asks.measures()).find((one) => one.id === binding.measure);
      if (!measure) return bare("Law", `${binding.measure} is not in the catalogue any more.`);
      const element = measure.elements.find((one) => one.id === binding.element);
      const place: Place = { room: "measures", measure: measure.id };
      if (element) return { ...bare("Element", element.text, place), about: [element.citation, element.verified ? "checked by a named person" : "not checked yet"] };
      return { ...bare("Law", measure.name, place), about: [measure.citation, `status as of ${asPrinted(measure.status_as_of)}`] };
    }
    case "computation": {
      const row = (await asks.computations()).find((one) => isOf(one, binding.computation));
      const first = row?.facts[0];
      if (!row || !first) return bare("Our computation", computationWords(binding.computation));
      return { ...bare("Our computation", sentence(row.words), { room: "facts", fact: first }), about: [row.working, "no source says it"] };
    }
    case "recipient":
      return bare("Recipient", "The recipient’s name, as the directory has it.", null);
    case "office":
      return bare("Office of the sender", "Filled in from the office. What is missing prints as a marked blank and stops a final.");
    case "waiver":
      return { ...bare("Waiver", `${binding.by} answers for these words.`), about: [binding.reason] };
  }
}

/** What a fact says, in one line: "Accounts: about 24,000 accounts". */
export function factWords(fact: Pick<FactDetail["fact"], "property" | "words" | "unit" | "rung" | "kind">): string {
  const property = keyWords(fact.property);
  const words = fact.words || rungWords(fact.rung) || kindWords[fact.kind];
  return property === "" || property === fact.unit || property === fact.kind ? sentence(words) : `${sentence(property)}: ${words}`;
}

function ofFact({ fact, claims }: FactDetail, sources: SourceRow[]): Basis {
  const leading = claims.find((claim) => claim.id === fact.leading) ?? claims[0];
  const about = [fact.subject, count(fact.origins, "origin"), count(fact.claims.length, "claim")];
  if (fact.adverse.length > 0) about.push(`weakened by ${count(fact.adverse.length, "fact")}`);
  return {
    kind: `Fact ${fact.id}`,
    words: factWords(fact),
    hedge: fact.hedge,
    about,
    quote: leading ? quoteOf(leading, sources) : null,
    place: { room: "facts", fact: fact.id },
  };
}

function quoteOf(claim: ClaimRow, sources: SourceRow[]): Basis["quote"] {
  const [quote] = claim.quotes;
  if (!quote) return null;
  const source = sources.find((one) => one.id === claim.source);
  const who = source?.publisher ?? source?.title ?? fileTitle(claim.file);
  const when = source?.published ? asPrinted(source.published) : "";
  return { text: quote.text, source: claim.source, span: quote, from: [who, when].filter(Boolean).join(", ") };
}
