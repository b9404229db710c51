// A document that another room proposes: the Measures room sets it before it goes here, and the dialog opens with it.
import type { MeasureId, RecipientId } from "../../api/client";

export type Order = { to: RecipientId; measures: MeasureId[] };

class Proposed {
  order: Order | null = $state.raw(null);

  /** The order, once. */
  take(): Order | null {
    const { order } = this;
    this.order = null;
    return order;
  }
}

export const proposed = new Proposed();
