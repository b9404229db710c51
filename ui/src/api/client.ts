// The one place that calls the Rust side. Everything that rejects here rejects with a `Trouble`.
import { Channel } from "@tauri-apps/api/core";
import { getCurrentWebviewWindow } from "@tauri-apps/api/webviewWindow";
import * as rust from "./bindings";
import { asTrouble } from "./trouble";

export type * from "./bindings";
export type { ErrorCode as TroubleCode, NewDraft as DraftOrder, ProofRow as Proof, RegionRow as Region } from "./bindings";

type Stop = () => void;

/** The dossier of this window: every call about a dossier goes to it. */
let bound: number | null = null;

/** Puts the trouble into the one form that the window knows. */
async function call<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (failure) {
    throw asTrouble(failure);
  }
}

/** Asks something of the window's dossier. */
function ask<T>(command: (dossier: number) => Promise<T>): Promise<T> {
  if (bound === null) return Promise.reject({ code: "usage", message: "No dossier is open in this window." } satisfies rust.Trouble);
  return call(command(bound));
}

/** The name that this window goes by on the Rust side. */
const here = () => getCurrentWebviewWindow().label;

function bind(opened: rust.Opened): rust.Opened {
  bound = opened.dossier;
  return opened;
}

const { commands, events } = rust;

export const api = {
  // The dossier
  overview: () => ask((d) => commands.overview(d)),
  sources: () => ask((d) => commands.sources(d)),
  reading: (source: rust.SourceId) => ask((d) => commands.reading(d, source)),
  /** The sources whose text is nearly the same, the likest first. */
  similar: (source: rust.SourceId) => ask((d) => commands.similar(d, source)),
  difference: (later: rust.SourceId, earlier: rust.SourceId) => ask((d) => commands.difference(d, later, earlier)),
  /** The tables of a spreadsheet with what their columns mean; none where the source is no spreadsheet. */
  columns: (source: rust.SourceId) => ask((d) => commands.columns(d, source)),
  /** A page of a PDF, from 1, as it looks. */
  sourcePage: (source: rust.SourceId, page: number, width: number) => ask((d) => commands.sourcePage(d, source, page, width)),
  claims: (ids: rust.ClaimId[]) => ask((d) => commands.claims(d, ids)),
  facts: () => ask((d) => commands.facts(d)),
  fact: (id: rust.FactId) => ask((d) => commands.fact(d, id)),
  /** The verdicts that need a person, or with `all` every comparison. */
  conflicts: (all: boolean) => ask((d) => commands.conflicts(d, all)),
  suggestions: () => ask((d) => commands.suggestions(d)),
  parties: () => ask((d) => commands.parties(d)),
  computations: () => ask((d) => commands.computations(d)),
  origins: () => ask((d) => commands.origins(d)),
  ledger: () => ask((d) => commands.ledger(d)),
  judgements: () => ask((d) => commands.judgements(d)),
  search: (words: string) => ask((d) => commands.search(d, words)),

  // Acts
  setMetadata: (source: rust.SourceId, values: [rust.MetadataField, string][], reason: string | null) =>
    ask((d) => commands.setMetadata(d, source, values, reason)),
  /** Says what all the columns of a table mean, in their order; its rows are read anew. */
  setColumns: (source: rust.SourceId, table: number, columns: rust.Column[]) => ask((d) => commands.setColumns(d, source, table, columns)),
  /** `task` is the id under which `cancel` stops it; what was read by then stays. */
  importPicks: (picks: number[], onProgress: (progress: rust.Progress) => void, task: number) =>
    ask((d) => commands.importPicks(d, picks, task, new Channel<rust.Progress>(onProgress))),
  importText: (name: string, text: string) => ask((d) => commands.importText(d, name, text)),
  cancel: (task: number) => ask((d) => commands.cancel(d, task)),
  propose: (pick: number) => ask((d) => commands.propose(d, pick)),
  /** Each read alone; or `unread`, all at once, which marks them as taken in bulk. */
  accept: (claims: rust.ClaimId[], unread = false) => ask((d) => commands.accept(d, claims, unread)),
  acceptAll: () => ask((d) => commands.acceptAll(d)),
  /** Every proposed claim of a kind, of one source or of all, which marks them as taken in bulk. */
  acceptKind: (kind: rust.ClaimKind, source: rust.SourceId | null) => ask((d) => commands.acceptKind(d, kind, source)),
  reject: (claims: rust.ClaimId[], reason: string | null) => ask((d) => commands.reject(d, claims, reason)),
  /** Puts what a person wrote in the place of a claim, accepted. */
  edit: (claim: rust.ClaimId, draft: rust.ClaimDraft, reason: string | null = null) => ask((d) => commands.edit(d, claim, draft, reason)),
  split: (claim: rust.ClaimId, drafts: rust.ClaimDraft[], reason: string | null = null) => ask((d) => commands.split(d, claim, drafts, reason)),
  /** One claim in the place of several of one source: what the draft says, else what the first says, on the words of all. */
  merge: (claims: rust.ClaimId[], draft: rust.ClaimDraft | null = null, reason: string | null = null) => ask((d) => commands.merge(d, claims, draft, reason)),
  add: (source: rust.SourceId, draft: rust.ClaimDraft, reason: string | null = null) => ask((d) => commands.add(d, source, draft, reason)),
  /** What does not hold of a draft, by field; it is to stand in the place of `replaces`, if any. */
  checkClaim: (source: rust.SourceId, draft: rust.ClaimDraft, replaces: rust.ClaimId | null) => ask((d) => commands.checkClaim(d, source, draft, replaces)),
  judge: (verdict: rust.Verdict, ids: string[], reason: string) => ask((d) => commands.judge(d, verdict, ids, reason)),
  undo: () => ask((d) => commands.undo(d)),

  // Charts
  chart: (kind: rust.ChartKind, filter: rust.ChartFilter) => ask((d) => commands.chart(d, kind, filter)),
  saveChart: (kind: rust.ChartKind, filter: rust.ChartFilter, pick: number) => ask((d) => commands.saveChart(d, kind, filter, pick)),

  // Law
  measures: () => ask((d) => commands.measures(d)),
  recipients: () => ask((d) => commands.recipients(d)),
  office: () => ask((d) => commands.office(d)),
  setOffice: (office: rust.Office) => ask((d) => commands.setOffice(d, office)),
  setDirectory: (pick: number) => ask((d) => commands.setDirectory(d, pick)),

  // Documents
  drafts: () => ask((d) => commands.drafts(d)),
  draft: (name: string) => ask((d) => commands.draft(d, name)),
  newDraft: (order: rust.NewDraft) => ask((d) => commands.newDraft(d, order)),
  saveDraft: (draft: rust.Draft) => ask((d) => commands.saveDraft(d, draft)),
  proof: (draft: rust.Draft) => ask((d) => commands.proof(d, draft)),
  /** A page of a proof, from 1, as the data: URL of a PNG; `scale` is pixels per point. */
  page: (ticket: number, page: number, scale: number) => ask((d) => commands.page(d, ticket, page, scale)),
  /** How a letter would say this fact, bound and noted. */
  sentence: (fact: rust.FactId) => ask((d) => commands.sentence(d, fact)),
  publish: (name: string, pick: number, final: boolean) => ask((d) => commands.publish(d, name, pick, final)),

  // Packs
  packPlan: (document: string | null) => ask((d) => commands.packPlan(d, document)),
  pack: (document: string | null, sources: rust.SourceId[] | null, pick: number) => ask((d) => commands.pack(d, document, sources, pick)),
  verify: (pick: number) => call(commands.verify(pick)),

  // The file
  exportTo: (pick: number) => ask((d) => commands.exportTo(d, pick)),
  backup: (pick: number) => ask((d) => commands.backup(d, pick)),
  purge: (source: rust.SourceId, reason: string) => ask((d) => commands.purge(d, source, reason)),

  // The window
  begin: async () => {
    const begun = await call(commands.begin(here()));
    if (begun.opened) bind(begun.opened);
    return begun;
  },
  saveSettings: (settings: rust.Settings) => call(commands.saveSettings(settings)),
  recent: () => call(commands.recent()),
  forget: (recent: number) => call(commands.forget(recent)),
  /** Asks the person for a file; [] when they cancelled. */
  pick: (purpose: rust.PickFor, suggested: string | null) => call(commands.pick(here(), purpose, suggested)),
  open: async (target: rust.Target, beside: boolean) => {
    const outcome = await call(commands.open(here(), target, beside));
    if (outcome !== "elsewhere") bind(outcome.here);
    return outcome;
  },
  openToRead: async (target: rust.Target) => {
    const outcome = await call(commands.openToRead(here(), target));
    if (outcome !== "elsewhere") bind(outcome.here);
    return outcome;
  },
  create: async (pick: number, title: string) => bind(await call(commands.create(here(), pick, title))),
  close: async () => {
    await call(commands.close(here()));
    bound = null;
  },
  /** Takes this window away; everything was kept. */
  leave: () => call(commands.leave(here())),
};

type Heard<T> = (window: ReturnType<typeof getCurrentWebviewWindow>) => { listen: (then: (event: { payload: T }) => void) => Promise<Stop> };

/** Listens to what is sent to this window, until the function given back is called. */
function hear<T>(event: Heard<T>, then: (payload: T) => void): Stop {
  const listening = event(getCurrentWebviewWindow()).listen(({ payload }) => then(payload));
  return () => void listening.then((stop) => stop());
}

export const onChanged = (then: (changed: rust.Changed) => void): Stop => hear(events.changed, then);
export const onDropped = (then: (dropped: rust.Dropped) => void): Stop => hear(events.dropped, then);
export const onHovering = (then: (hovering: rust.Hovering) => void): Stop => hear(events.hovering, then);
export const onMenu = (then: (chosen: rust.MenuChosen) => void): Stop => hear(events.menuChosen, then);
/** The window is to be closed: keep what is not kept yet, then `api.leave()`. */
export const onLeaving = (then: () => void): Stop => hear(events.leaving, then);
