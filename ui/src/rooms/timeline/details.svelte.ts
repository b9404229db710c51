// Facts in detail for the cards of a chart, each asked for once until something is committed.
import { api, type FactDetail, type FactId } from "../../api/client";
import { SvelteMap } from "svelte/reactivity";

export class Details {
  #known = new SvelteMap<FactId, FactDetail>();
  #asked = new Set<FactId>();
  #round = 0;

  /** What is known of a fact so far. */
  of(fact: FactId): FactDetail | undefined {
    return this.#known.get(fact);
  }

  /** Asks for a fact; where that fails the card keeps to what the chart says. */
  async want(fact: FactId): Promise<void> {
    if (this.#asked.has(fact)) return;
    this.#asked.add(fact);
    const round = this.#round;
    const detail = await api.fact(fact).catch(() => undefined);
    if (round !== this.#round) return;
    if (detail) this.#known.set(fact, detail);
    else this.#asked.delete(fact);
  }

  /** Something was committed: what is known may have changed. */
  forget(): void {
    this.#round += 1;
    this.#asked.clear();
    this.#known.clear();
  }
}
