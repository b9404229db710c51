// The dossier of this window.
import { api, onChanged, type Opened, type Overview } from "../api/client";
import { keepAll } from "./leaving";
import { Live, refresh } from "./live.svelte";
import { paced } from "./paced";
import { tasks } from "./tasks.svelte";
import { dismissAll } from "./tell.svelte";
import { where } from "./where.svelte";

/** A large import commits many times a second; lists are asked for again no more often than this. */
const REFRESH_MS = 300;

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
  const refreshing = paced(() => {
    void overview.take(api.overview());
    refresh();
  }, REFRESH_MS);
  const deaf = onChanged((changed) => {
    if (changed.dossier === now.dossier) refreshing.ask();
  });
  stop = () => {
    refreshing.stop();
    deaf();
  };
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
  dismissAll();
  tasks.dismissEnded();
}
