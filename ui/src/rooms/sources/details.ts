// What is known of a source, in words.
import type { Handling, Issue, LedgerRow, Reliability, SourceId, SourceRow } from "../../api/client";
import { reliabilityWords, sentence } from "../../words";

/** What each handling means for whoever sends documents out. */
export const handlingMeaning: Record<Handling, string> = {
  unreviewed: "Nobody has decided yet. A pack that takes it in says so.",
  public: "May be shown to anybody.",
  confidential: "Only for the recipient of a pack.",
  privileged: "Protected by privilege. It never goes into a pack.",
};

/** The grades of the Admiralty scale to choose from, after the empty one that takes a grade away. */
export const reliabilities: readonly { value: Reliability | ""; label: string }[] = [
  { value: "", label: "Not graded" },
  ...(Object.keys(reliabilityWords) as Reliability[]).map((value) => ({ value, label: `${value}, ${reliabilityWords[value]}` })),
];

/** What the grade is about: easily taken for that of what the source says. */
export const reliabilityMeaning = "By its record on other matters. How credible a thing is that it says here is graded in Facts.";

/** The sources that say they are later versions of `source`. */
export function revisionsOf(source: SourceId, all: SourceRow[]): SourceRow[] {
  return all.filter((other) => other.revises === source);
}

/** The copies that left this file: a purge does not reach them. */
export function copiesMade(ledger: LedgerRow[]): LedgerRow[] {
  return ledger.filter((entry) => /^(backup|export|pack|publish) /.test(entry.act));
}

/** What was wrong with a value, as it reads beside its field: without the field's name, in quotation marks. */
export function besideField(message: string): string {
  return message.replace(/^[a-z_]+: /, "").replaceAll(/`([^`]*)`/g, "“$1”");
}

const mediaTypes: Record<string, string> = {
  "text/plain": "Plain text",
  "text/markdown": "Markdown",
  "text/html": "Web page",
  "text/csv": "Table (CSV)",
  "text/tab-separated-values": "Table (TSV)",
  "application/json": "JSON",
  "application/stix+json": "STIX bundle",
  "application/pdf": "PDF",
  "application/rtf": "RTF document",
  "message/rfc822": "Mail",
  "image/png": "PNG picture",
  "image/jpeg": "JPEG picture",
  "image/gif": "GIF picture",
  "image/tiff": "TIFF picture",
  "image/webp": "WebP picture",
  "image/heic": "HEIC picture",
  "image/avif": "AVIF picture",
  "application/vnd.oasis.opendocument.text": "OpenDocument text",
  "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument workbook",
  "application/vnd.oasis.opendocument.presentation": "OpenDocument presentation",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint presentation",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel workbook",
};

/** A media type as people call it, else as it is. */
export function mediaWords(type: string): string {
  return mediaTypes[type.split(";", 1)[0]?.trim() ?? ""] ?? type;
}

/** A picture, which has no text of its own. */
export function isPicture({ media_type }: Pick<SourceRow, "media_type">): boolean {
  return media_type.startsWith("image/");
}

/** A mail, which has attachments where other documents have things embedded. */
export function isMail({ media_type }: Pick<SourceRow, "media_type">): boolean {
  return media_type === "message/rfc822";
}

/** A path in the parts at which its line may break, each with what parts it from the next. */
export function pathParts(path: string): string[] {
  return path.replace(/^\.[/\\]/, "").match(/[^/\\_]*[/\\_]+|[^/\\_]+/g) ?? [];
}

const ruleWords: Record<string, string> = {
  "byte-order-mark": "The mark at the start that says how a file is encoded was dropped.",
  "line-ends": "Line ends of every sort became one sort.",
  "soft-hyphens": "Hyphens and spaces that do not show were dropped.",
  controls: "Control characters, which do not show, were dropped.",
  "trailing-space": "White space at the ends of lines was dropped.",
  "blank-lines": "Several blank lines became one.",
  "raised-digits": "Raised numbers, as of notes and powers, have raised digits: 10⁹, not 109.",
  "line-hyphens": "Words that a line end broke were joined again.",
  ligatures: "Letters printed as one became letters again: ﬁ is fi.",
};

/** What a rule of normalisation did to the text; a rule of a later version by its name. */
export function ruleMeaning(rule: string): string {
  return ruleWords[rule] ?? `${sentence(rule.replaceAll("-", " "))}.`;
}

const measureWords: Record<string, string> = {
  landlock: "No way to other files (Landlock)",
  seccomp: "No way to the network or to other programs (seccomp)",
  memory: "A limit on memory",
};

/** What a measure kept the reader from. */
export function measureMeaning(measure: string): string {
  return measureWords[measure] ?? sentence(measure.replaceAll("-", " "));
}

/** What an issue says, and what to do about it. The file's name, which stands beside it, is not said again. */
export function issueWords({ message }: Pick<Issue, "message">, file: string): { what: string; then: string } {
  const short = (file === "" ? message : message.replaceAll(file, "this file")).replace(/^this file/, "This file");
  const end = /[.!?](?= \p{Lu})/u.exec(short)?.index ?? short.length;
  return { what: short.slice(0, end + 1), then: short.slice(end + 2) };
}

/** The same in one line. */
export function issueLine(issue: Pick<Issue, "message">, file: string): string {
  const { what, then } = issueWords(issue, file);
  return then ? `${what} ${then}` : what;
}

/** Whom a source is from: its publisher, else its authors; else what sort of file it is, where no publisher is to be expected. */
export function fromWords(source: Pick<SourceRow, "publisher" | "authors" | "media_type" | "within">): string {
  if (source.publisher) return source.publisher;
  if (source.authors.length > 0) return source.authors.join(", ");
  return source.within !== null || isPicture(source) || isMail(source) ? mediaWords(source.media_type) : "Publisher not known";
}

/** What a source without text is. */
export function textless(source: Pick<SourceRow, "media_type" | "issues">): { is: "picture" | "locked" | "other"; title: string } {
  const kind = mediaWords(source.media_type);
  const has = (code: string) => source.issues.some((issue) => issue.code === code);
  if (isPicture(source)) return { is: "picture", title: kind };
  if (has("encrypted")) return { is: "locked", title: `${kind} locked with a password` };
  if (has("no-text")) return { is: "picture", title: `${kind} of pictures, without text` };
  if (has("damaged")) return { is: "other", title: `${kind} that is damaged` };
  return { is: "other", title: `${kind} without text` };
}
