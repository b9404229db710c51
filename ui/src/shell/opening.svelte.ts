// Opening, making and leaving dossiers, and what is said when a file cannot be opened.
import { api, type Begun, type Opened, type Pick, type RecentRow, type Target, type Trouble } from "../api/client";
import { asTrouble } from "../api/trouble";
import { dossier, leave, show } from "../state/dossier.svelte";
import { keepAll } from "../state/leaving";
import { settings, takeSettings } from "../state/settings.svelte";
import { attempt, tell } from "../state/tell.svelte";
import { explained } from "./refused";
import { show as showOverlay } from "./shown.svelte";

/** A file that could not be opened: why, and how it was asked for. */
export type Refused = { trouble: Trouble; target: Target | null; name: string };

let begun = $state(false);
let busy = $state(false);
let recent = $state.raw<RecentRow[]>([]);
let refused = $state.raw<Refused | null>(null);

export const opening = {
  /** The Rust side has answered. */
  get begun(): boolean {
    return begun;
  },
  get busy(): boolean {
    return busy;
  },
  get recent(): RecentRow[] {
    return recent;
  },
  get refused(): Refused | null {
    return refused;
  },
};

/** The first call of a window. */
export async function begin(): Promise<void> {
  const first = await attempt<Begun>(() => api.begin());
  begun = true;
  if (!first) return;
  takeSettings(first.settings);
  recent = first.recent;
  if (first.opened) enter(first.opened);
  else if (first.trouble) {
    refused = { trouble: first.trouble, target: first.asked && { picked: first.asked.id }, name: first.asked?.name ?? "The file" };
  }
}

export async function openPicked(): Promise<void> {
  const [picked] = (await attempt(() => api.pick("dossier", null))) ?? [];
  if (picked) await openFile(picked);
}

export const openFile = (picked: Pick) => open({ picked: picked.id }, picked.name);
export const openRecent = (row: RecentRow) => open({ recent: row.id }, row.file);
export const openSpecimen = () => open("specimen", "The specimen");

/** Opens it here where this window is free, else in a window of its own. */
export async function open(target: Target, name: string): Promise<void> {
  await guarded(target, name, async () => {
    const outcome = await api.open(target, dossier.opened !== null);
    if (outcome !== "elsewhere") enter(outcome.here);
  });
}

export async function openToRead(target: Target, name: string): Promise<void> {
  await guarded(target, name, async () => {
    const outcome = await api.openToRead(target);
    if (outcome !== "elsewhere") enter(outcome.here);
  });
}

export async function create(title: string): Promise<boolean> {
  const [place] = (await attempt(() => api.pick("new-dossier", `${fileName(title)}.dossier`))) ?? [];
  if (!place) return false;
  // It takes the place of the dossier that is open here.
  await keepAll();
  const made = await attempt(() => api.create(place.id, title));
  if (made) enter(made);
  return made !== undefined;
}

export async function close(): Promise<void> {
  await attempt(leave);
  await listRecent();
}

export async function forget(row: RecentRow): Promise<void> {
  await attempt(() => api.forget(row.id));
  await listRecent();
}

export async function listRecent(): Promise<void> {
  recent = (await attempt(() => api.recent())) ?? recent;
}

export function dismissRefused(): void {
  refused = null;
}

function enter(opened: Opened): void {
  refused = null;
  show(opened);
  if (settings.name === "" && !opened.read_only) showOverlay("name");
}

async function guarded(target: Target, name: string, act: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    await act();
  } catch (failure) {
    const trouble = asTrouble(failure);
    if (explained(trouble.code)) refused = { trouble, target, name };
    else tell(trouble);
  } finally {
    busy = false;
  }
}

/** A title as a file may be called on every system. */
export function fileName(title: string): string {
  return title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, " ").replaceAll(/\s+/g, " ").trim().replace(/^\.+/, "") || "Case";
}
