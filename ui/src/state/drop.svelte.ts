// Files dropped on the window go to the room that is shown, if it asked for them.
import type { Pick } from "../api/client";
import { untrack } from "svelte";

export type Taker = { does: string; take: (picks: Pick[]) => unknown };

let takers = $state.raw<Taker[]>([]);

export const drop = {
  /** Who takes what is dropped now: the last to ask. */
  get taker(): Taker | undefined {
    return takers.at(-1);
  },
};

/**
 * For the life of a component, gives it what is dropped on the window. `does` says what dropping will do, for the overlay:
 * "Drop a pack to verify it". Call it while the component starts.
 */
export function onDrop(take: (picks: Pick[]) => unknown, does = "Drop files to use them here"): void {
  const taker: Taker = { does, take };
  $effect(() => {
    untrack(() => {
      takers = [...takers, taker];
    });
    return () => {
      takers = takers.filter((other) => other !== taker);
    };
  });
}
