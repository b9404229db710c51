// Long work: what runs, how far it is, how fast it goes, how to stop it.
import type { Progress } from "../api/client";
import { asTrouble } from "../api/trouble";
import { Rate } from "./rate";
import { tell } from "./tell.svelte";

export type TaskState = "running" | "cancelling" | "done" | "cancelled" | "failed";
export class Task {
  readonly id: number;
  readonly title: string;
  readonly started: number;
  state: TaskState = $state("running");
  done = $state(0);
  of = $state(0);
  /** What came of it. */
  result = $state("");
  /** How many a second, as last told. */
  perSecond: number | undefined = $state(undefined);
  readonly #rate = new Rate();
  readonly stop: ((id: number) => unknown) | undefined;
  /** Shows again what came of it, where there is more than a line. */
  show: (() => unknown) | undefined = $state.raw(undefined);

  constructor(id: number, title: string, started: number, stop?: (id: number) => unknown) {
    this.id = id;
    this.title = title;
    this.started = started;
    this.stop = stop;
  }

  get running(): boolean {
    return this.state === "running" || this.state === "cancelling";
  }

  report({ done, of }: Progress, now: number): void {
    this.done = done;
    this.of = of;
    this.#rate.report({ at: now, done });
  }

  /** A second went by. */
  tick(now: number): void {
    this.perSecond = this.#rate.at(now);
  }

  /** Everything is done but for what comes after: storing the last of it. */
  get finishing(): boolean {
    return this.running && this.of > 0 && this.done >= this.of;
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
    const clock = setInterval(() => task.tick(performance.now()), 1000);
    try {
      const value = await work((progress) => task.report(progress, performance.now()), task.id);
      // Where everything was done before the stop was heard, nothing was left out.
      task.state = task.state === "cancelling" && !task.finishing ? "cancelled" : "done";
      task.result = how.result?.(value) ?? (task.state === "cancelled" ? "Stopped" : "Done");
      if (how.show) task.show = () => how.show?.(value);
      return value;
    } catch (failure) {
      const trouble = asTrouble(failure);
      task.state = "failed";
      task.result = trouble.message;
      tell(trouble);
      return undefined;
    } finally {
      clearInterval(clock);
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
