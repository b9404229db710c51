// What a person decides in this room.
import { api, type ClaimDraft, type ClaimId, type ClaimKind, type ClaimRow, type Column, type SourceId } from "../../api/client";
import { attempt, tell } from "../../state/tell.svelte";
import { count, countKind } from "../../words";
import { saidWords, spelled } from "./columns";

const takeBack = { label: "Undo", run: () => attempt(() => api.undo()) };

/** Accepts `claims`; several at once count as unread, and it is said with the way back. */
export async function accept(claims: ClaimId[]): Promise<boolean> {
  const done = await attempt(() => api.accept(claims, claims.length > 1));
  if (done && claims.length > 1) tell(`${count(claims.length, "claim")} accepted in bulk.`, { action: takeBack });
  return done !== undefined;
}

/** Accepts all of a kind that wait in a source, unread. */
export async function acceptKind(kind: ClaimKind, source: SourceId): Promise<boolean> {
  const done = await attempt(() => api.acceptKind(kind, source));
  if (done) tell(`${countKind(done.accepted.length, kind)} accepted in bulk.`, { action: takeBack });
  return done !== undefined;
}

/** Rejects `claims`, with a reason or without. */
export async function reject(claims: ClaimId[], reason: string | null): Promise<boolean> {
  return (await attempt(() => api.reject(claims, reason))) !== undefined;
}

/** Puts `drafts` in the place of `claim`. */
export async function replace(claim: ClaimId, drafts: ClaimDraft[]): Promise<ClaimRow[] | undefined> {
  const [only, ...more] = drafts;
  if (!only) return undefined;
  return (await attempt(() => (more.length === 0 ? api.edit(claim, only) : api.split(claim, drafts))))?.claims;
}

/** Puts one claim in the place of `claims`: what the first says, on the words of all. */
export async function merge(claims: ClaimId[]): Promise<ClaimRow[] | undefined> {
  const done = await attempt(() => api.merge(claims));
  if (done) tell(`${count(claims.length, "claim")} merged into ${done.claims[0]?.id}.`, { action: takeBack });
  return done?.claims;
}

/** Adds a claim of one's own. */
export async function add(source: SourceId, draft: ClaimDraft): Promise<ClaimRow[] | undefined> {
  return (await attempt(() => api.add(source, draft)))?.claims;
}

/** Says what the columns of a table mean; what that did is said with the way back. */
export async function sayColumns(source: SourceId, table: number, columns: Column[]): Promise<boolean> {
  const done = await attempt(() => api.setColumns(source, table, spelled(columns)));
  if (done) tell(saidWords(done), { action: takeBack });
  return done !== undefined;
}

/** The source whose text is most like that of `source`; where none is, that is said. */
export async function nearestCopy(source: SourceId): Promise<SourceId | undefined> {
  const similar = await attempt(() => api.similar(source));
  if (similar?.length === 0) tell(`No other source has nearly the same text as ${source}.`);
  return similar?.[0]?.source;
}
