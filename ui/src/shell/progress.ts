// How far long work is, in two lines: what is done and left, then how fast and how long still.
import { left } from "../state/rate";
import type { Task } from "../state/tasks.svelte";
import { grouped, lasting } from "../words";

type Seen = Pick<Task, "state" | "done" | "of" | "perSecond">;

/** "312 of 1,000 · 688 left", "140 a second · 5 minutes". */
export function progressWords({ state, done, of, perSecond }: Seen): [string, string] {
  if (state === "cancelling") return ["Stopping", "What is read by now stays"];
  if (of === 0) return ["Looking for files", ""];
  if (done >= of) return [`${grouped(of)} of ${grouped(of)}`, "Storing the last of them"];
  const still = left(done, of, perSecond);
  const speed = perSecond === undefined ? "" : `${roughly(perSecond)} a second`;
  return [`${grouped(done)} of ${grouped(of)} · ${grouped(of - done)} left`, [speed, still === undefined ? "" : lasting(still)].filter(Boolean).join(" · ")];
}

/** Two digits that count: a third would change with every look. */
function roughly(perSecond: number): string {
  if (perSecond < 9.95) return perSecond.toFixed(1);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(perSecond)) - 1);
  return grouped(Math.round(perSecond / step) * step);
}

/** What came of it. */
export function endWords({ state, result }: Pick<Task, "state" | "result">): string {
  switch (state) {
    case "failed":
      return "Did not work";
    case "cancelled":
      return `Stopped early: ${result}`;
    default:
      return result;
  }
}
