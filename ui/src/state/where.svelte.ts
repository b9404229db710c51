// Where the person is: a room and what is looked at in it, with the way back.
import type { ChartKind, FactId, MeasureId, RecipientId, SourceId, Span } from "../api/client";

export type Place =
  /** `beside`: the source that it is compared with. */
  | { room: "sources"; source?: SourceId; span?: Span; beside?: SourceId }
  | { room: "facts"; fact?: FactId; view?: "facts" | "conflicts" | "joins" | "parties" }
  | { room: "timeline"; chart?: ChartKind }
  | { room: "measures"; measure?: MeasureId; recipient?: RecipientId }
  | { room: "documents"; draft?: string; place?: string }
  | { room: "packs"; document?: string };
export type Room = Place["room"];

export const ROOMS: readonly Room[] = ["sources", "facts", "timeline", "measures", "documents", "packs"];

/** Moves within one room that follow each other faster than this are one step back, so that walking down a list leaves no trail. */
const ONE_STEP_MS = 1000;
const LONGEST = 200;

type Visit = { place: Place; at: number };

export class Where {
  #trail: Visit[] = $state.raw([{ place: { room: "sources" }, at: -Infinity }]);
  #at = $state(0);
  #last = new Map<Room, Place>();

  get current(): Place {
    return this.#trail[this.#at]?.place ?? { room: "sources" };
  }
  get canBack(): boolean {
    return this.#at > 0;
  }
  get canForward(): boolean {
    return this.#at < this.#trail.length - 1;
  }

  go(place: Place, now: number): void {
    const from = this.#trail[this.#at];
    this.#last.set(place.room, place);
    if (from && same(from.place, place)) return;
    const walking = from && from.place.room === place.room && now - from.at < ONE_STEP_MS;
    const kept = this.#trail.slice(0, walking ? this.#at : this.#at + 1);
    this.#trail = [...kept, { place, at: now }].slice(-LONGEST);
    this.#at = this.#trail.length - 1;
  }

  /** Goes to a room as it was left. */
  enter(room: Room, now: number): void {
    this.go(this.#last.get(room) ?? ({ room } as Place), now);
  }

  step(by: -1 | 1): void {
    const to = this.#trail[this.#at + by];
    if (!to) return;
    this.#at += by;
    this.#last.set(to.place.room, to.place);
  }

  /** Forgets everything: another dossier is shown. */
  reset(place: Place = { room: "sources" }): void {
    this.#last.clear();
    this.#trail = [{ place, at: -Infinity }];
    this.#at = 0;
  }
}

function same(a: Place, b: Place): boolean {
  return spelled(a) === spelled(b);
}

function spelled(place: Place): string {
  return JSON.stringify(Object.entries(place).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const where = new Where();

export const go = (place: Place): void => where.go(place, performance.now());
export const enter = (room: Room): void => where.enter(room, performance.now());
export const back = (): void => where.step(-1);
export const forward = (): void => where.step(1);

/** To the words of a claim in the reader. */
export function goToQuote(source: SourceId, span: Span): void {
  go({ room: "sources", source, span: { start: span.start, end: span.end } });
}
