// What a person decides in this room.
import { api, type ClaimId } from "../../api/client";
import { attempt, tell } from "../../state/tell.svelte";
import { count } from "../../words";

/** Accepts `claims`; several at once count as unread, and it is said with the way back. */
export async function accept(claims: ClaimId[]): Promise<boolean> {
  const done = await attempt(() => api.accept(claims, claims.length > 1));
  if (done && claims.length > 1) {
    tell(`${count(claims.length, "claim")} accepted in bulk.`, { action: { label: "Undo", run: () => attempt(() => api.undo()) } });
  }
  return done !== undefined;
}

/** Rejects `claims`, with a reason or without. */
export async function reject(claims: ClaimId[], reason: string | null): Promise<boolean> {
  return (await attempt(() => api.reject(claims, reason))) !== undefined;
}
