// Values that are asked for again whenever something was committed, and stay in sight meanwhile.
import type { Trouble } from "../api/client";
import { asTrouble } from "../api/trouble";

/** How often something was committed since the dossier was opened. */
let commits = $state(0);

/** Says that something was committed: every live value is asked for again. */
export function refresh(): void {
  commits += 1;
}

export class Live<T> {
  value: T | undefined = $state.raw(undefined);
  trouble: Trouble | undefined = $state.raw(undefined);
  loading = $state(false);
  #ticket = 0;

  /** Takes the answer unless a later question was put meanwhile. */
  async take(asked: Promise<T>): Promise<void> {
    const ticket = ++this.#ticket;
    this.loading = true;
    try {
      const value = await asked;
      if (ticket !== this.#ticket) return;
      this.value = value;
      this.trouble = undefined;
    } catch (failure) {
      if (ticket !== this.#ticket) return;
      this.trouble = asTrouble(failure);
    }
    this.loading = false;
  }

  clear(): void {
    this.#ticket += 1;
    this.value = undefined;
    this.trouble = undefined;
    this.loading = false;
  }
}

/**
 * Asks at once, again after every commit, and again when what `ask` reads (a selected id, a filter) changes; the old value stays until
 * the new one is there. `ask` may give back undefined: nothing is asked then, and the value is dropped. Call it while a component starts.
 */
export function live<T>(ask: () => Promise<T> | undefined): Live<T> {
  const held = new Live<T>();
  $effect(() => {
    void commits;
    const asked = ask();
    if (asked) void held.take(asked);
    else held.clear();
  });
  return held;
}
