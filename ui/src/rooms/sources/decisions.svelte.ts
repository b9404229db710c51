// Decisions that the page knows of before the rows do, and the line in which they are written.
import { SvelteMap } from "svelte/reactivity";
import type { ClaimId, ClaimRow, ClaimState } from "../../api/client";

/** After this long what was read shows every decision: what the page knew before it is dropped. */
const SETTLED_MS = 2000;

export class Decisions {
  /** What is not written yet counts nowhere as judged. */
  #decided = new SvelteMap<ClaimId, { state: ClaimState; written: boolean }>();
  /** Acts are written one after the other, in the order in which they were asked for. */
  #line: Promise<unknown> = Promise.resolve();

  /** How many were decided and are still being written. */
  readonly unwritten: number = $derived([...this.#decided.values()].filter((one) => !one.written).length);

  /** The rows as they stand with what was decided. */
  laidOver(rows: readonly ClaimRow[]): ClaimRow[] {
    return rows.map((row) => {
      const decided = this.#decided.get(row.id);
      return decided && (row.state === "proposed" || decided.state === "superseded") ? { ...row, state: decided.state } : row;
    });
  }

  /** They are decided, and to be written. */
  decide(claims: readonly ClaimId[], state: ClaimState): void {
    for (const claim of claims) this.#decided.set(claim, { state, written: false });
  }

  /** What is written is known here until the rows say it themselves. */
  know(claims: readonly ClaimId[], state: ClaimState): void {
    for (const claim of claims) this.#decided.set(claim, { state, written: true });
    setTimeout(() => this.forget(claims), SETTLED_MS);
  }

  /** The rows were read again: what they say themselves need not be known here. */
  reread(rows: readonly ClaimRow[]): void {
    this.forget(rows.filter((row) => this.#decided.get(row.id)?.state === row.state).map((row) => row.id));
  }

  forget(claims: readonly ClaimId[]): void {
    for (const claim of claims) this.#decided.delete(claim);
  }

  forgetAll(): void {
    this.#decided.clear();
  }

  /** Does it once all that was asked for before it is done. */
  inLine<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#line.then(act, act);
    this.#line = done;
    return done;
  }

  /** When everything that was asked for is done. */
  async done(): Promise<void> {
    await this.#line.catch(() => undefined);
  }
}
