// What the room keeps while one is elsewhere: the choice of each document, what was made, what was verified.
import type { Pick, PackRow, SourceId, VerifyReport } from "../../api/client";
import { asTrouble } from "../../api/trouble";
import type { Turned } from "./state";
import type { Check } from "./verdict";

export interface Made {
  document: string | null;
  /** Where it was saved, for verifying it. */
  pick: Pick;
  row: PackRow;
}

const NOTHING: Turned = new Set();

export class Session {
  part: "make" | "verify" = $state("make");
  /** Whether the person asked for all evidence; until then the latest document is proposed. */
  everything = $state(false);
  /** The source whose exhibit is looked at. */
  looked: SourceId | null = $state(null);
  made: Made[] = $state.raw([]);
  checks: Check[] = $state.raw([]);
  shown: number | null = $state(null);
  #turned: Map<string | null, Turned> = $state.raw(new Map());
  #next = 1;

  turned(document: string | null): Turned {
    return this.#turned.get(document) ?? NOTHING;
  }

  setTurned(document: string | null, turned: Turned): void {
    this.#turned = new Map(this.#turned).set(document, turned);
  }

  /** The latest pack that was made of a document, or of all evidence. */
  latest(document: string | null): Made | undefined {
    return this.made.findLast((made) => made.document === document);
  }

  get check(): Check | undefined {
    return this.checks.find((check) => check.id === this.shown);
  }

  /** Verifies what was picked or dropped, one after the other, each in the list from the start, latest first. */
  async verify(picks: readonly Pick[], ask: (pick: number) => Promise<VerifyReport>): Promise<void> {
    const asked = picks.map((pick) => ({ id: this.#next++, pick }));
    const begun = asked.map(({ id, pick }): Check => ({ id, name: pick.name, folder: pick.folder, state: "checking", pasted: "" }));
    if (begun.length === 0) return;
    this.checks = [...begun, ...this.checks];
    this.part = "verify";
    this.shown = begun[0]?.id ?? null;
    for (const { id, pick } of asked) {
      try {
        this.#change(id, { report: await ask(pick.id), state: "done" });
      } catch (failure) {
        this.#change(id, { trouble: asTrouble(failure), state: "failed" });
      }
    }
  }

  paste(id: number, pasted: string): void {
    this.#change(id, { pasted });
  }

  forget(id: number): void {
    const at = this.checks.findIndex((check) => check.id === id);
    this.checks = this.checks.filter((check) => check.id !== id);
    if (this.shown === id) this.shown = (this.checks[at] ?? this.checks[at - 1])?.id ?? null;
  }

  #change(id: number, change: Partial<Check>): void {
    this.checks = this.checks.map((check) => (check.id === id ? { ...check, ...change } : check));
  }
}

let held = new Session();
let of: number | undefined;

/** The session of the dossier that is open: another dossier begins anew, but what was verified stays in sight. */
export function sessionOf(dossier: number | undefined): Session {
  if (of !== dossier) {
    const { checks, shown } = held;
    held = new Session();
    held.checks = checks;
    held.shown = shown;
    of = dossier;
  }
  return held;
}
