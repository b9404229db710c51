// The dossier of this window.
import { api, onChanged, type Opened, type Overview } from "../api/client";
import { keepAll } from "./leaving";
import { Live, refresh } from "./live.svelte";
import { where } from "./where.svelte";

let opened = $state.raw<Opened | null>(null);
const overview = new Live<Overview>();
let stop: (() => void) | undefined;

export const dossier = {
  get opened(): Opened | null {
    return opened;
  },
  /** Asked for again after every commit. */
  overview,
  get readOnly(): boolean {
    return opened?.read_only ?? false;
  },
};

/** Shows a dossier that the Rust side has opened for this window. */
export function show(now: Opened): void {
  stop?.();
  overview.clear();
  where.reset();
  opened = now;
  void overview.take(api.overview());
  stop = onChanged((changed) => {
    if (changed.dossier !== now.dossier) return;
    void overview.take(api.overview());
    refresh();
  });
}

/** Gives the dossier back and shows the start screen. */
export async function leave(): Promise<void> {
  await keepAll();
  await api.close();
  stop?.();
  stop = undefined;
  opened = null;
  overview.clear();
  where.reset();
}
