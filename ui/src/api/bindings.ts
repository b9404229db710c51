// The calls, events and types of the Rust side. Stands in for the generated file of the same name.
import { type Channel, invoke } from "@tauri-apps/api/core";
import { type EventCallback, type UnlistenFn, listen } from "@tauri-apps/api/event";
import type { Window } from "@tauri-apps/api/window";

export type SourceId = string; export type ClaimId = string; export type FactId = string; export type OriginId = string;
export type JudgementId = string; export type MeasureId = string; export type ElementId = string; export type RecipientId = string;
export type Digest = string; export type Edtf = string;
export type Handling = "unreviewed" | "public" | "confidential" | "privileged";
export type ClaimKind = "count"|"amount"|"rate"|"period"|"date"|"party"|"attribution"|"act"|"method"|"capability"|"technique"|"measure"|"response"|"verification"|"superlative"|"legal-word"|"disclosure"|"recipient"|"statement"|"quotation"|"sharing"|"safety"|"terms"|"definition"|"effect"|"market"|"opinion"|"forecast"|"provenance";
export type Bound = "exact"|"about"|"below"|"above"|"at-least"|"at-most"|"vague";
export type Hedge = "opinion"|"forecast"|"planned"|"conditional"|"denied"|"disputed"|"alleged"|"reported"|"asserted"|"confirmed";
export type Nexus = "linked"|"acting-for"|"by";
export type Rung = { nexus: Nexus; party: string };
export type ClaimState = "proposed"|"accepted"|"rejected"|"superseded";
export type FactState = "open"|"settled"|"disputed"|"superseded";
export type Agreement = "equal"|"contained"|"compatible"|"conflicting"|"not-comparable";
export type Issue = { code: string; message: string };
export type Quote = { start: number; end: number; text: string };   // code points of the readable text
export type Span = { start: number; end: number };
export type MarkKind = "title"|"heading"|"paragraph"|"item"|"cell"|"page"|"block-quote"|"furniture"|"pointer";
export type Mark = { span: Span; kind: MarkKind; label: string | null };

export type Overview = { title: string; sources: number; claims: number; facts: number; proposed: number; conflicts: number;
  suggestions: number; specimen: boolean; office_missing: string[]; undo: string | null /* the act that undo would take back */; head: number };
export type SourceRow = { id: SourceId; file: string; sha256: Digest; media_type: string; title: string|null; authors: string[]; publisher: string|null;
  published: Edtf|null; url: string|null; syndicated_from: string|null; handling: Handling; characters: number; issues: Issue[]; revises: SourceId|null;
  claims: number; proposed: number; accepted: number; rejected: number; imported_at: string; imported_by: string };
export type ClaimRow = { id: ClaimId; source: SourceId; file: string; kind: ClaimKind; subject: string; property: string; value: string|null; unit: string|null;
  bound: Bound|null; period: Edtf|null; rung: Rung|null; hedge: Hedge; scope: string|null; speakers: string[] /* outermost first */; headline: boolean;
  quotes: Quote[]; state: ClaimState; proposer: string; bulk: boolean; words: string /* value or period in words: "nearly 25,000 accounts" */ };
export type Reading = { source: SourceRow; text: string; marks: Mark[]; claims: ClaimRow[] };
export type FactRow = { id: FactId; kind: ClaimKind; subject: string; property: string; value: string|null; unit: string|null; bound: Bound|null; period: Edtf|null;
  rung: Rung|null; hedge: Hedge; scope: string|null; claims: ClaimId[]; leading: ClaimId; origins: number; origin_ids: OriginId[]; adverse: FactId[];
  state: FactState; words: string; conflicts: number };
export type Edge = { from: string; to: string; words: string; inferred: boolean };
export type Origin = { id: OriginId; name: string; claims: ClaimId[]; edges: Edge[] };
export type ConflictRow = { fact: FactId; verdict: Agreement; claims: [ClaimId, ClaimId]; why: string };
export type JudgementRow = { id: JudgementId; at: string; actor: string; kind: string; reason: string|null; bulk: boolean; standing: boolean /* + fields per kind */ };
export type FactDetail = { fact: FactRow; claims: ClaimRow[]; origins: Origin[]; comparisons: ConflictRow[]; adverse: FactRow[]; weakens: FactRow[];
  judgements: JudgementRow[]; drafts: string[] /* names of drafts bound to it */ };
export type SuggestionRow = { claims: ClaimId[]; facts: FactId[]; why: string };
export type ConflictDetail = { row: ConflictRow; claims: [ClaimRow, ClaimRow] };
export type Accepted = { accepted: ClaimId[]; joins: number; facts: number };
export type JudgedRow = { judgement: JudgementId; about: string[] };
export type Verdict = "same"|"different"|"adopt"|"dispute"|"revoke";
export type Undone = { n: number; act: string };
export type LedgerRow = { n: number; at: string; actor: string; act: string; hash: Digest; previous: Digest };
export type SearchRow = { source: SourceId; file: string; start: number; end: number; snippet: string };
export type MetadataField = "title"|"authors"|"publisher"|"published"|"url"|"handling"|"syndicated_from";

export type ChartKind = "timeline"|"targeting"|"scale";
export type ChartFilter = { campaign: string|null /* a fact's subject */; kinds: ClaimKind[] /* empty: all */; certainty: Hedge[] /* empty: all */ };
export type Region = { fact: FactId; x: number; y: number; width: number; height: number; label: string };
export type ChartView = { svg: string; width: number; height: number; title: string; alt: string; regions: Region[]; csv: string };

export type ElementState = "none"|"one-origin"|"several"|"official"|"admitted";
export type ElementRow = { id: ElementId; text: string; citation: string; verified: boolean; support: FactId[]; adverse: FactId[]; state: ElementState; gap: string|null };
export type MeasureRow = { id: MeasureId; name: string; authority: string; citation: string; status: string; status_as_of: string; elements: ElementRow[] };
export type RecipientRow = { id: RecipientId; name: string; office: string; as_of: string; powers: MeasureId[]; can: { measure: MeasureId; words: string }[] /* what it can do about each */; asked: MeasureId[] /* measures that accepted claims ask for and it can do something about */; address: string[] };
export type Office = { name: string|null; address: string[]; letterhead: string|null; signatory: string|null; signatory_title: string|null; contact: string|null };

export type DraftKind = "letter"|"briefing"|"memo";
export type DraftRow = { name: string; kind: string; to: string; version: number; saved_at: string };
export type DraftOrder = { name: string; kind: DraftKind; to: RecipientId; date: string|null; measures: MeasureId[] };
export type Computation = unknown; // opaque to the page: kept as it is
export type Binding =
  | { to: "fact"; fact: FactId; seen?: Digest|null } | { to: "quote"; claim: ClaimId } | { to: "computation"; computation: Computation }
  | { to: "source"; source: SourceId } | { to: "origin"; origin: OriginId } | { to: "law"; measure: MeasureId; element?: ElementId|null }
  | { to: "recipient" } | { to: "office" } | { to: "waiver"; by: string; reason: string };
export type Inline = { text: string; binding?: Binding|null; note?: boolean };
export type Sentence = Inline[];
export type Block =
  | { block: "heading"; text: Sentence } | { block: "paragraph"; sentences: Sentence[] } | { block: "bottom-line"; sentences: Sentence[] }
  | { block: "list"; numbered: boolean; items: Sentence[][] } | { block: "table"; caption: Sentence; head: Sentence[]; rows: Sentence[][] }
  | { block: "figure"; chart: string; caption: Sentence };
export type Draft = { name: string; kind: DraftKind; to: RecipientId; date: string; subject: Sentence; measures: MeasureId[]; blocks: Block[]; annex?: Block[] };
export type FindingCode = "unbound"|"stronger-than-source"|"attribution-climbed"|"precision-gained"|"legal-word-climbed"|"scope-widened"|"quote-altered"|"year-inferred"|"bulk-accepted"|"stale"|"adverse-omitted"|"element-unsupported"|"measure-unverified"|"wrong-venue"|"measure-outdated"|"single-origin"|"computed-unlabelled";
export type Severity = "error"|"warning";
export type Finding = { code: FindingCode; severity: Severity; place: string; text: string; why: string; fix: string|null /* words */;
  replacement: string|null /* what to put in place of `text`, where the fix is mechanical */; fact: FactId|null /* the fact to add or to read, where it is about one */ };
/** What a draft looks like and lacks, saved or not. `places` names each sentence in the order subject, blocks, annex (headings, sentences, items, captions, heads, cells): the place that findings use. */
export type Proof = { ticket: number; pages: number; width: number; height: number /* of a page, in points */; findings: Finding[]; remarks: string[]; reminders: string[]; places: string[] };
export type WrittenRow = { path: string; sha256: Digest; bytes: number; evidence_root?: Digest|null; remarks?: string[] };
export type PackPlanRow = { source: SourceId; file: string; title: string|null; handling: Handling; cited_at: string[]; held: boolean /* privileged: never goes in */; why: string|null /* why it is withheld, or what to know before it leaves */ };
export type PackRow = WrittenRow & { exhibits: number; warnings: string[] };
export type VerifyProblem = { path: string; kind: string; detail: string };
export type VerifyReport = { ok: boolean; problems: VerifyProblem[]; notes?: VerifyProblem[]; evidence_root?: Digest|null };
export type ImportState = "new"|"known"|"revision"|"failed";
export type ImportRow = { file: string; source: SourceId|null; sha256: Digest|null; media_type: string|null; characters: number; claims: number; issues: Issue[]; state: ImportState };

// the shell
export type TroubleCode = "locked"|"damaged"|"newer"|"older"|"not-a-dossier"|"not-found"|"exists"|"read-only"|"full"|"refused"|"usage"|"input"|"internal"|"gone";
export type Trouble = { code: TroubleCode; message: string };
export type Theme = "system"|"light"|"dark";
export type Settings = { name: string /* who acts */; theme: Theme; text_size: number /* percent, 80..150 */ };
export type RecentRow = { id: number; title: string; file: string; folder: string; opened_at: string; missing: boolean };
export type PickFor = "dossier"|"new-dossier"|"files"|"folder"|"pack"|"pack-folder"|"document"|"word"|"svg"|"png"|"csv"|"pdf"|"json"|"stix"|"zip"|"backup"|"recipients"|"claims";
/** A file that a person picked or dropped; the page never sees or sends a path. */
export type Pick = { id: number; name: string; folder: boolean };
export type Target = { picked: number } | { recent: number } | "specimen";
export type Opened = { dossier: number; title: string; file: string; folder: string; read_only: boolean };
export type Outcome = { here: Opened } | "elsewhere" /* a window of its own has it */;
export type Begun = { settings: Settings; recent: RecentRow[]; opened: Opened | null; trouble: Trouble | null /* the file given at start could not be opened */ };
export type Progress = { done: number; of: number };
export type Changed = { dossier: number; head: number };     // event "changed": something was committed; refresh
export type Dropped = { picks: Pick[] };                      // event "dropped", to the window it was dropped on
export type Hovering = { over: boolean };                     // event "hovering": files are being dragged over the window
export type MenuChosen = { item: string };                    // event "menu-chosen": ids like "open", "undo", "room-facts", "keys"

export type ProposedRow = ClaimRow;

export const commands = {
  begin: () => invoke<Begun>("begin"),
  saveSettings: (settings: Settings) => invoke<null>("save_settings", { settings }),
  recent: () => invoke<RecentRow[]>("recent"),
  forget: (recent: number) => invoke<null>("forget", { recent }),
  pick: (purpose: PickFor, suggested: string | null) => invoke<Pick[]>("pick", { for: purpose, suggested }),
  open: (target: Target, beside: boolean) => invoke<Outcome>("open", { target, beside }),
  openToRead: (target: Target) => invoke<Opened>("open_to_read", { target }),
  create: (pick: number, title: string) => invoke<Opened>("create", { pick, title }),
  close: (dossier: number) => invoke<null>("close", { dossier }),
  overview: (dossier: number) => invoke<Overview>("overview", { dossier }),
  sources: (dossier: number) => invoke<SourceRow[]>("sources", { dossier }),
  reading: (dossier: number, source: SourceId) => invoke<Reading>("reading", { dossier, source }),
  claims: (dossier: number, ids: ClaimId[]) => invoke<ClaimRow[]>("claims", { dossier, ids }),
  facts: (dossier: number) => invoke<FactRow[]>("facts", { dossier }),
  fact: (dossier: number, id: FactId) => invoke<FactDetail>("fact", { dossier, id }),
  conflicts: (dossier: number, all: boolean) => invoke<ConflictDetail[]>("conflicts", { dossier, all }),
  suggestions: (dossier: number) => invoke<SuggestionRow[]>("suggestions", { dossier }),
  origins: (dossier: number) => invoke<Origin[]>("origins", { dossier }),
  ledger: (dossier: number) => invoke<LedgerRow[]>("ledger", { dossier }),
  judgements: (dossier: number) => invoke<JudgementRow[]>("judgements", { dossier }),
  search: (dossier: number, words: string) => invoke<SearchRow[]>("search", { dossier, words }),
  setMetadata: (dossier: number, source: SourceId, values: [MetadataField, string][], reason: string | null) =>
    invoke<SourceRow>("set_metadata", { dossier, source, values, reason }),
  importPicks: (dossier: number, picks: number[], task: number, onProgress: Channel<Progress>) =>
    invoke<ImportRow[]>("import_picks", { dossier, picks, task, onProgress }),
  importText: (dossier: number, name: string, text: string) => invoke<ImportRow[]>("import_text", { dossier, name, text }),
  cancel: (task: number) => invoke<null>("cancel", { task }),
  propose: (dossier: number, pick: number) => invoke<ProposedRow[]>("propose", { dossier, pick }),
  accept: (dossier: number, claims: ClaimId[]) => invoke<Accepted>("accept", { dossier, claims }),
  acceptAll: (dossier: number) => invoke<Accepted>("accept_all", { dossier }),
  reject: (dossier: number, claims: ClaimId[], reason: string | null) => invoke<JudgedRow>("reject", { dossier, claims, reason }),
  judge: (dossier: number, verdict: Verdict, ids: string[], reason: string | null) =>
    invoke<JudgedRow>("judge", { dossier, verdict, ids, reason }),
  undo: (dossier: number) => invoke<Undone>("undo", { dossier }),
  chart: (dossier: number, kind: ChartKind, filter: ChartFilter) => invoke<ChartView>("chart", { dossier, kind, filter }),
  saveChart: (dossier: number, kind: ChartKind, filter: ChartFilter, pick: number) =>
    invoke<WrittenRow>("save_chart", { dossier, kind, filter, pick }),
  measures: (dossier: number) => invoke<MeasureRow[]>("measures", { dossier }),
  recipients: (dossier: number) => invoke<RecipientRow[]>("recipients", { dossier }),
  office: (dossier: number) => invoke<Office>("office", { dossier }),
  setOffice: (dossier: number, office: Office) => invoke<null>("set_office", { dossier, office }),
  setDirectory: (dossier: number, pick: number) => invoke<null>("set_directory", { dossier, pick }),
  drafts: (dossier: number) => invoke<DraftRow[]>("drafts", { dossier }),
  draft: (dossier: number, name: string) => invoke<Draft>("draft", { dossier, name }),
  newDraft: (dossier: number, order: DraftOrder) => invoke<Draft>("new_draft", { dossier, order }),
  saveDraft: (dossier: number, draft: Draft) => invoke<number>("save_draft", { dossier, draft }),
  proof: (dossier: number, draft: Draft) => invoke<Proof>("proof", { dossier, draft }),
  page: (dossier: number, ticket: number, page: number, scale: number) => invoke<string>("page", { dossier, ticket, page, scale }),
  sentence: (dossier: number, fact: FactId) => invoke<Sentence>("sentence", { dossier, fact }),
  publish: (dossier: number, name: string, pick: number, final: boolean) =>
    invoke<WrittenRow>("publish", { dossier, name, pick, final }),
  packPlan: (dossier: number, document: string | null) => invoke<PackPlanRow[]>("pack_plan", { dossier, document }),
  pack: (dossier: number, document: string | null, sources: SourceId[] | null, pick: number) =>
    invoke<PackRow>("pack", { dossier, document, sources, pick }),
  verify: (dossier: number, pick: number) => invoke<VerifyReport>("verify", { dossier, pick }),
  exportTo: (dossier: number, pick: number) => invoke<WrittenRow>("export_to", { dossier, pick }),
  backup: (dossier: number, pick: number) => invoke<WrittenRow>("backup", { dossier, pick }),
  purge: (dossier: number, source: SourceId, reason: string) => invoke<null>("purge", { dossier, source, reason }),
};

type Listened<T> = { listen: (then: EventCallback<T>) => Promise<UnlistenFn> };
type Event<T> = Listened<T> & ((window: Window) => Listened<T>);

function event<T>(name: string): Event<T> {
  const everywhere: Listened<T> = { listen: (then) => listen<T>(name, then) };
  return Object.assign((window: Window): Listened<T> => ({ listen: (then) => window.listen<T>(name, then) }), everywhere);
}

export const events = {
  changed: event<Changed>("changed"),
  dropped: event<Dropped>("dropped"),
  hovering: event<Hovering>("hovering"),
  menuChosen: event<MenuChosen>("menu-chosen"),
};
