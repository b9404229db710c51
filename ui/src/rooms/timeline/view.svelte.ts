// What a person has set in this room. It holds while the window shows the same dossier, also while another room is looked at.
import type { ChartFilter, ChartKind, ClaimKind, Hedge } from "../../api/client";
import type { Zoom } from "./zoom";

const NO_KINDS: Record<ChartKind, ClaimKind[]> = { timeline: [], targeting: [], scale: [] };

export class View {
  /** Campaign and certainty hold for all charts; kinds for one, since each chart draws others. */
  #campaign: string | null = $state(null);
  #certainty: Hedge[] = $state.raw([]);
  #kinds: Record<ChartKind, ClaimKind[]> = $state.raw(NO_KINDS);
  #dossier: number | null = null;

  zoom: Zoom = $state("fit");
  table = $state(false);
  /** The spot of a chart that has or had the focus. */
  spot: string | null = $state(null);
  /** The spot that was left for its fact, to have the focus again. */
  left: string | null = null;

  filter(kind: ChartKind): ChartFilter {
    return { campaign: this.#campaign, kinds: this.#kinds[kind], certainty: this.#certainty };
  }

  narrow(kind: ChartKind, filter: ChartFilter): void {
    this.#campaign = filter.campaign;
    this.#certainty = filter.certainty;
    this.#kinds = { ...this.#kinds, [kind]: filter.kinds };
  }

  /** Begins anew where another dossier is shown. */
  of(dossier: number | null): void {
    if (dossier === this.#dossier) return;
    this.#dossier = dossier;
    this.#campaign = null;
    this.#certainty = [];
    this.#kinds = NO_KINDS;
    this.table = false;
    this.spot = null;
    this.left = null;
  }
}

export const view = new View();
