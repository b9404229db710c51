// What the measures room says about measures, elements and recipients.
import type { ClaimKind, ElementRow, ElementState, FactId, FactRow, LedgerRow, MeasureId, MeasureRow, PowerRole, RecipientRow } from "../../api/client";
import { count, kindWords, sentence as capital } from "../../words";
import { propertyOf } from "../facts/list";

/** A status older than this many days is called old, as the checker of drafts does. */
export const STATUS_DAYS = 60;
/** An entry of the directory older than this many days is called old. */
export const ENTRY_DAYS = 180;

/** How far the facts go towards an element. `part`: some point of it has facts, another has none. */
export type Support = ElementState | "part";

export function supportOf(element: ElementRow): Support {
  return element.state === "none" && element.support.length > 0 ? "part" : element.state;
}

const WORDS: Record<Support, string> = {
  none: "No support",
  part: "Support in part",
  "one-origin": "One origin",
  several: "Several origins",
  official: "Official finding",
  admitted: "Admitted",
};

export function supportWords(support: Support): string {
  return WORDS[support];
}

const MEANINGS: Record<Support, string> = {
  none: "No accepted fact shows this.",
  part: "Accepted facts show a part of this; for another part there is none.",
  "one-origin": "Everything for a point of this comes from one origin, however many reports repeat it.",
  several: "Two independent origins or more say this.",
  official: "A court or agency has found this.",
  admitted: "The accused admits this.",
};

export function supportMeaning(support: Support): string {
  return MEANINGS[support];
}

export type Tally = { elements: number; supported: number; part: number; undercut: number };

export function tally(elements: ElementRow[]): Tally {
  const supports = elements.map(supportOf);
  return {
    elements: elements.length,
    supported: supports.filter((support) => support !== "none" && support !== "part").length,
    part: supports.filter((support) => support === "part").length,
    undercut: elements.filter((element) => element.adverse.length > 0).length,
  };
}

/** "4 of 7 elements have support, 1 is undercut." */
export function summary(elements: ElementRow[]): string {
  const found = tally(elements);
  if (found.elements === 0) return "This measure has no elements.";
  const parts = [supported(found)];
  if (found.part > 0) parts.push(`${found.part} in part`);
  if (found.undercut > 0) parts.push(`${found.undercut} ${found.undercut === 1 ? "is" : "are"} undercut`);
  return `${parts.join(", ")}.`;
}

function supported({ elements, supported: number }: Tally): string {
  if (elements === 1) return number === 1 ? "The one element has support" : "The one element has no support";
  if (number === 0) return `None of the ${elements} elements has support`;
  if (number === elements && elements === 2) return "Both elements have support";
  if (number === elements) return `All ${elements} elements have support`;
  return `${number} of ${elements} elements ${number === 1 ? "has" : "have"} support`;
}

/** The same for a row of a list: "4 of 7 supported". */
export function brief(elements: ElementRow[]): string {
  const found = tally(elements);
  return `${found.supported} of ${found.elements} supported`;
}

/** Whole days from `day` to the moment `to`, both as ISO 8601; null where either is no date. */
export function daysBetween(day: string, to: string): number | null {
  const [from, until] = [Date.parse(`${day.slice(0, 10)}T00:00:00Z`), Date.parse(`${to.slice(0, 10)}T00:00:00Z`)];
  return Number.isNaN(from) || Number.isNaN(until) ? null : Math.round((until - from) / 86_400_000);
}

/** The day of the dossier's last entry, against which ages are told; null where there is none. */
export function lastEntry(ledger: Pick<LedgerRow, "at">[]): string | null {
  return ledger.reduce<string | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
}

/** How many days too old something is told to be: null where it is not. */
export function staleDays(asOf: string, last: string | null, limit: number): number | null {
  const days = last === null ? null : daysBetween(asOf, last);
  return days !== null && days > limit ? days : null;
}

/** "150 days", "7 months", "2 years": the age in the unit that people use. */
export function age(days: number): string {
  const [number, unit] = days < 90 ? [days, "day"] : days < 730 ? [Math.round(days / 30.44), "month"] : [Math.round(days / 365.25), "year"];
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

/** What to know before a measure is relied on, in whole sentences. */
export function warnings(measure: MeasureRow, last: string | null): string[] {
  const found: string[] = [];
  const days = staleDays(measure.status_as_of, last, STATUS_DAYS);
  if (days !== null) found.push(`This status is ${age(days)} older than the dossier’s last entry. What happened since is not known here.`);
  const unread = verification(measure.elements);
  if (unread !== null) found.push(unread);
  return found;
}

/** What is not checked against the law's own text; null where all is. */
export function verification(elements: ElementRow[]): string | null {
  const open = elements.filter((element) => !element.verified).length;
  if (open === 0) return null;
  if (open === elements.length) return "Nobody has checked this against the primary text yet.";
  return `Nobody has checked ${open} of the ${elements.length} elements against the primary text yet.`;
}

/** What to know of a recipient's entry that is old; null where it is not. */
export function entryNote(recipient: RecipientRow, last: string | null): string | null {
  const days = staleDays(recipient.as_of, last, ENTRY_DAYS);
  if (days === null) return null;
  return `This entry is ${age(days)} older than the dossier’s last entry. Check the name, the post and the address before sending.`;
}

const ROLES: Record<PowerRole, string> = {
  enact: "Can make it law",
  take: "Can take it under the law as it is",
  oversee: "Oversees those who take it",
  advise: "Advises those who take or enact it",
  coordinate: "Brings together those who take or enact it",
};

export type PowerWords = { measure: MeasureId; name: string; role: string; ask: string; asked: boolean };

/** What a recipient can do about each measure, what accepted claims ask for first, else in the order of the measures. */
export function powers(recipient: RecipientRow, measures: readonly MeasureRow[]): PowerWords[] {
  const order = (id: MeasureId) => {
    const at = measures.findIndex((measure) => measure.id === id);
    return at < 0 ? measures.length : at;
  };
  return recipient.can
    .map(({ measure, words }) => {
      const role = recipient.entry.powers.find((power) => power.measure === measure)?.role;
      return {
        measure,
        name: measures.find(({ id }) => id === measure)?.name ?? measure,
        role: role ? ROLES[role] : "Can do something about it",
        ask: `A letter would ask ${stopped(words)}`,
        asked: recipient.asked.includes(measure),
      };
    })
    .sort((a, b) => Number(b.asked) - Number(a.asked) || order(a.measure) - order(b.measure));
}

function stopped(words: string): string {
  const text = words.trim();
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** "Accepted claims ask for 2 of the 4 measures that it can do something about." */
export function askedWords(recipient: RecipientRow): string {
  const [all, asked] = [recipient.can.length, recipient.asked.length];
  if (all === 0) return "It can do nothing about the measures of the catalogue.";
  if (asked === 0) return `It can do something about ${count(all, "measure")}. Accepted claims ${all === 1 ? "do not ask for it" : "ask for none of them"}.`;
  const which = all === 1 ? "the one measure" : asked === all ? `all ${all} measures` : `${asked} of the ${all} measures`;
  return `Accepted claims ask for ${which} that it can do something about.`;
}

/** Kinds whose words say by themselves what they are. */
const PLAIN: readonly ClaimKind[] = ["act", "statement", "verification", "forecast", "opinion", "sharing", "safety", "terms", "effect", "definition"];

/** A fact in a line: "About 24,000 accounts", "Method: fraudulent accounts", "Meridian Works: no response". */
export function factTitle(fact: Pick<FactRow, "kind" | "subject" | "property" | "words">): string {
  const property = propertyOf(fact) || kindWords[fact.kind];
  if (fact.words === "") return capital(property);
  if (fact.kind === "quotation") return `“${fact.words.replace(/^[“"]|[”"]$/g, "")}”`;
  if (fact.kind === "response") return `${fact.subject}: ${fact.words}`;
  // A figure names what it counts.
  const isPlain = PLAIN.includes(fact.kind) || fact.words.toLowerCase().includes(property.toLowerCase());
  return isPlain ? capital(fact.words) : `${capital(property)}: ${fact.words}`;
}

/** The fact that stands for a measure until a person chooses one: the first that is shown for it, else the first against it. */
export function firstFact(measure: MeasureRow, facts: ReadonlyMap<FactId, FactRow>): FactId | null {
  const first = (ids: (element: ElementRow) => FactId[]) =>
    measure.elements.flatMap((element) => leading(ids(element).flatMap((id) => facts.get(id) ?? []), false).shown)[0]?.id;
  return first((element) => element.support) ?? first((element) => element.adverse) ?? null;
}

/** Which of an element's facts are shown before a person asks for all. */
export const SHOWN = 3;

/** The facts to show first, the strongest before the others, and how many more there are. */
export function leading<T extends { origins: number; hedge: string }>(facts: T[], all: boolean): { shown: T[]; more: number } {
  const sorted = [...facts].sort((a, b) => b.origins - a.origins || rank(a.hedge) - rank(b.hedge));
  // One more is as short as a line that says so.
  const most = all || sorted.length <= SHOWN + 1 ? sorted.length : SHOWN;
  return { shown: sorted.slice(0, most), more: sorted.length - most };
}

const STRENGTH = ["confirmed", "asserted", "reported", "alleged", "disputed", "denied", "planned", "conditional", "forecast", "opinion"];

function rank(hedge: string): number {
  const at = STRENGTH.indexOf(hedge);
  return at < 0 ? STRENGTH.length : at;
}

/** What a list says of a recipient: "4 measures, 2 asked for". */
export function recipientBrief(recipient: RecipientRow): string {
  const [all, asked] = [recipient.can.length, recipient.asked.length];
  if (asked === 0) return count(all, "measure");
  return `${count(all, "measure")}, ${asked === all ? (all === 1 ? "" : "all ") : `${asked} `}asked for`;
}

/** The lines of an address by addressee: an empty line stands between two. */
export function addressees(address: readonly string[]): string[][] {
  const blocks: string[][] = [[]];
  for (const line of address) {
    if (line.trim() === "") blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((lines) => lines.length > 0);
}
