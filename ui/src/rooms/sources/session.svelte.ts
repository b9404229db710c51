// What the room keeps while one is in another room, or until another dossier is opened.
import type { ClaimId, SourceId } from "../../api/client";
import type { Aside } from "./doing";
import { everything, type ListView } from "./list";
import type { ClaimFilter } from "./review";

export class Session {
  view: ListView = $state({ ...everything });
  tab: "claims" | "details" = $state("claims");
  filter: ClaimFilter = $state("all");
  /** Only what this one proposed is listed, where a source has claims of several. */
  proposer: string | null = $state(null);
  pasting = $state(false);
  /** The spreadsheet whose columns are said. */
  columns: SourceId | null = $state(null);
  /** The source whose pages are shown as pictures in place of its text. */
  pictured: SourceId | null = $state(null);
  /** How much wider than the room those are shown. */
  zoom = $state(1);
  /** The text is to show the claim's words, wherever the pages were turned to. */
  toWords = false;
  /** The list of sources is folded away: the text and its claims have the room. */
  judging = $state(false);
  /** What was being written and is to be taken up again. */
  aside: Aside | null = $state.raw(null);
  #chosen: { source: SourceId; claim: ClaimId } | null = $state.raw(null);

  /** The claim that is read in `source`. */
  claimOf(source: SourceId | undefined): ClaimId | null {
    return this.#chosen && this.#chosen.source === source ? this.#chosen.claim : null;
  }

  /** From the pages to the words in the text. */
  readWords(): void {
    this.toWords = this.pictured !== null;
    this.pictured = null;
  }

  choose(source: SourceId, claim: ClaimId | null): void {
    this.#chosen = claim === null ? null : { source, claim };
  }
}

let held = new Session();
let of: number | undefined;

/** The session of this room in `dossier`. */
export function sessionOf(dossier: number | undefined): Session {
  if (of !== dossier) {
    held = new Session();
    of = dossier;
  }
  return held;
}
