// What the room keeps while one is in another room, or until another dossier is opened.
import type { ClaimId, ImportRow, SourceId } from "../../api/client";
import { everything, type ListView } from "./list";
import type { ClaimFilter } from "./review";

/** What came of one import. */
export interface Imported {
  id: number;
  title: string;
  rows: ImportRow[];
}

export class Session {
  view: ListView = $state({ ...everything });
  tab: "claims" | "details" = $state("claims");
  filter: ClaimFilter = $state("all");
  /** The imports of which some files failed and nobody has put the failures away, or whose results are shown. */
  imports: Imported[] = $state.raw([]);
  /** The import whose results are shown. */
  shown: number | null = $state(null);
  pasting = $state(false);
  #chosen: { source: SourceId; claim: ClaimId } | null = $state.raw(null);
  #next = 1;

  /** The claim that is read in `source`. */
  claimOf(source: SourceId | undefined): ClaimId | null {
    return this.#chosen && this.#chosen.source === source ? this.#chosen.claim : null;
  }

  choose(source: SourceId, claim: ClaimId | null): void {
    this.#chosen = claim === null ? null : { source, claim };
  }

  /** Keeps what came of an import, to be shown now and from its task's line. */
  keep(title: string, rows: ImportRow[]): Imported {
    const kept = { id: this.#next++, title, rows };
    this.imports = [...this.imports, kept];
    return kept;
  }

  /** The imports with files that were not imported. */
  get failed(): Imported[] {
    return this.imports.filter((one) => one.rows.some((row) => row.state === "failed"));
  }

  /** Puts the failures of the imports so far away: they were read. */
  dismiss(): void {
    this.imports = this.imports.filter((one) => one.id === this.shown);
  }

  get shownImport(): Imported | undefined {
    return this.imports.find((one) => one.id === this.shown);
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
