// What the window tells the person: notes that pass, troubles that stay until dismissed.
import type { Trouble } from "../api/client";
import { asTrouble } from "../api/trouble";

export type Action = { label: string; run: () => unknown };
export type Told = { id: number; kind: "note" | "trouble"; text: string; action?: Action };
export type How = { kind?: "note" | "trouble"; action?: Action };

const NOTE_MS = 6000;
const MOST = 5;

let next = 1;
let all = $state.raw<Told[]>([]);

export const told = {
  get all(): Told[] {
    return all;
  },
};

/** A trouble stays; a note (any text, unless said otherwise) goes after some seconds. */
export function tell(what: Trouble | string, how: How = {}): void {
  const kind = how.kind ?? (typeof what === "string" ? "note" : "trouble");
  const text = typeof what === "string" ? what : what.message;
  const id = next++;
  const line: Told = { id, kind, text, ...(how.action && { action: how.action }) };
  all = [...all.filter((other) => other.text !== text), line].slice(-MOST);
  if (kind === "note") setTimeout(() => dismiss(id), NOTE_MS);
}

export function dismiss(id: number): void {
  all = all.filter((line) => line.id !== id);
}

/** Another dossier is shown: what was told of the one before is over. */
export function dismissAll(): void {
  all = [];
}

/** The value, or undefined after the trouble was told. */
export async function attempt<T>(promise: () => Promise<T>): Promise<T | undefined> {
  try {
    return await promise();
  } catch (failure) {
    tell(asTrouble(failure));
    return undefined;
  }
}
