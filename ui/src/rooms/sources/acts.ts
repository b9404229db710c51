// What a person does in this room that takes more than one call.
import { api, type ClaimId, type ImportRow, type Pick } from "../../api/client";
import { tasks } from "../../state/tasks.svelte";
import { attempt, tell } from "../../state/tell.svelte";
import { go, where } from "../../state/where.svelte";
import { count } from "../../words";
import { importing, onlySource, summary } from "./imports";
import type { Session } from "./session.svelte";

/** Asks for files or a folder, and imports them. */
export async function chooseAndImport(session: Session, what: "files" | "folder"): Promise<void> {
  const picks = await attempt(() => api.pick(what, null));
  if (picks) await importPicks(session, picks);
}

/** Imports what was picked or dropped, in sight of the person, and shows what came of it. */
export async function importPicks(session: Session, picks: Pick[]): Promise<void> {
  if (picks.length === 0) return;
  const title = importing(picks);
  const rows = await tasks.run(title, (report, task) => api.importPicks(picks.map((pick) => pick.id), report, task), {
    cancel: (task) => void attempt(() => api.cancel(task)),
    result: summary,
    show: (rows: ImportRow[]) => showAgain(session, title, rows),
  });
  if (rows) showResult(session, title, rows);
}

/** Imports pasted text; `undefined` where it was refused. */
export async function importText(session: Session, name: string, text: string): Promise<ImportRow[] | undefined> {
  const rows = await attempt(() => api.importText(name, text));
  if (rows) showResult(session, `Importing ${name}`, rows);
  return rows;
}

function showResult(session: Session, title: string, rows: ImportRow[]): void {
  const [only] = rows;
  const source = onlySource(rows);
  if (source && only) {
    if (where.current.room === "sources") go({ room: "sources", source });
    if (only.state === "known") tell(`${only.file} is in this dossier already.`);
    return;
  }
  const kept = session.keep(title, rows);
  if (where.current.room === "sources") session.shown = kept.id;
}

function showAgain(session: Session, title: string, rows: ImportRow[]): void {
  const kept = session.imports.find((one) => one.rows === rows) ?? session.keep(title, rows);
  go({ room: "sources" });
  session.shown = kept.id;
}

/** Accepts `claims`; says so where there are several, with the way back. */
export async function accept(claims: ClaimId[]): Promise<boolean> {
  const done = await attempt(() => api.accept(claims));
  if (done && claims.length > 1) {
    tell(`${count(claims.length, "claim")} accepted.`, { action: { label: "Undo", run: () => attempt(() => api.undo()) } });
  }
  return done !== undefined;
}

/** Rejects `claims`, with a reason or without. */
export async function reject(claims: ClaimId[], reason: string | null): Promise<boolean> {
  return (await attempt(() => api.reject(claims, reason))) !== undefined;
}
