// How fast something goes, steady enough to be read: of the last seconds, told once a second, and smoothed.

/** How much was done, and when (milliseconds of any one clock). */
export type Sample = { at: number; done: number };

/** Rates are of the last ten seconds, so that they follow what is going on. */
const WINDOW_MS = 10_000;
/** Sooner than this after the first is done nothing is told. */
const FIRST_MS = 1_500;
/** How much of a rate that is told is of what was measured last. */
const NEW = 0.4;

export class Rate {
  #samples: Sample[] = [];
  #told: number | undefined;

  report(latest: Sample): void {
    this.#samples.push(latest);
  }

  /** Things a second, to be asked about once a second; undefined while there is too little to tell, or nothing moves. */
  at(now: number): number | undefined {
    const last = this.#samples.at(-1);
    this.#samples = this.#samples.filter((sample) => now - sample.at <= WINDOW_MS);
    const first = this.#samples[0];
    if (!first || !last || last.done <= first.done) {
      if (last && this.#samples.length === 0) this.#samples = [{ at: now, done: last.done }];
      if (this.#samples.length <= 1) this.#told = undefined;
      return this.#told;
    }
    if (now - first.at < FIRST_MS) return undefined;
    const measured = ((last.done - first.done) * 1000) / (now - first.at);
    this.#told = this.#told === undefined ? measured : this.#told + NEW * (measured - this.#told);
    return this.#told;
  }
}

/** Seconds that are left at this rate. */
export function left(done: number, of: number, perSecond: number | undefined): number | undefined {
  if (!perSecond || of <= done) return undefined;
  return (of - done) / perSecond;
}
