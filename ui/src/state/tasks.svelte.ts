// Long work: what runs, how far it is, how fast it goes, how to stop it.
import type { Progress } from "../api/client";
import { asTrouble } from "../api/trouble";
import { tell } from "./tell.svelte";

export type TaskState = "running" | "cancelling" | "done" | "cancelled" | "failed";
/** What was reported, and when (milliseconds of any one clock). */
export type Sample = { at: number; done: number };

export class Task {
  readonly id: number;
  readonly title: string;
  readonly started: number;
  state: TaskState = $state("running");
  done = $state(0);
  of = $state(0);
  /** What came of it. */
  result = $state("");
  samples: Sample[] = $state.raw([]);
  readonly stop: ((id: number) => unknown) | undefined;
  /** Shows again what came of it, where there is more than a line. */
  show: (() => unknown) | undefined = $state.raw(undefined);

  constructor(id: number, title: string, started: number, stop?: (id: number) => unknown) {
    this.id = id;
    this.title = title;
    this.started = started;
    this.stop = stop;
    this.samples = [{ at: started, done: 0 }];
  }

  get running(): boolean {
    return this.state === "running" || this.state === "cancelling";
  }

  report({ done, of }: Progress, now: number): void {
    this.done = done;
    this.of = of;
    this.samples = recent(this.samples, { at: now, done });
  }
}

export type How<T> = {
  /** Stops the work; it then ends by itself, with what it finished. */
  cancel?: (id: number) => unknown;
  /** What came of it, in words: "12 files imported, 3 known". */
  result?: (value: T) => string;
  /** Shows again what came of it, from its line. */
  show?: (value: T) => unknown;
};

let next = 1;
let all = $state.raw<Task[]>([]);

export const tasks = {
  get all(): Task[] {
    return all;
  },
  get running(): Task[] {
    return all.filter((task) => task.running);
  },

  /** Runs the work in sight of the person; gives its value, or undefined after its trouble was told. */
  async run<T>(title: string, work: (report: (progress: Progress) => void, id: number) => Promise<T>, how: How<T> = {}): Promise<T | undefined> {
    const task = new Task(next++, title, performance.now(), how.cancel);
    all = [...all, task];
    try {
      const value = await work((progress) => task.report(progress, performance.now()), task.id);
      task.state = task.state === "cancelling" ? "cancelled" : "done";
      task.result = how.result?.(value) ?? (task.state === "cancelled" ? "Stopped" : "Done");
      if (how.show) task.show = () => how.show?.(value);
      return value;
    } catch (failure) {
      const trouble = asTrouble(failure);
      task.state = "failed";
      task.result = trouble.message;
      tell(trouble);
      return undefined;
    }
  },

  cancel(task: Task): void {
    if (task.state !== "running" || !task.stop) return;
    task.state = "cancelling";
    task.stop(task.id);
  },

  dismissEnded(): void {
    all = all.filter((task) => task.running);
  },

  dismiss(task: Task): void {
    all = all.filter((other) => other !== task);
  },
};

/** Rates are of the last ten seconds, so that they follow what is going on. */
const WINDOW_MS = 10_000;

function recent(samples: Sample[], latest: Sample): Sample[] {
  return [...samples.filter((sample) => latest.at - sample.at <= WINDOW_MS), latest].slice(-200);
}

/** Things a second, or undefined while there is too little to tell. */
export function rate(samples: Sample[]): number | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 500 || last.done <= first.done) return undefined;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** Seconds that are left at this rate. */
export function left(done: number, of: number, perSecond: number | undefined): number | undefined {
  if (!perSecond || of <= done) return undefined;
  return (of - done) / perSecond;
}
