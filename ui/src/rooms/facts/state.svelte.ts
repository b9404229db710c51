// What this room shows and what was chosen in it. Filters and choices stay while one is in another room.
import { untrack } from "svelte";
import { api, type FactId, type FactRow, type SourceRow } from "../../api/client";
import { dossier } from "../../state/dossier.svelte";
import { live } from "../../state/live.svelte";
import { go, where } from "../../state/where.svelte";
import { conflictsByFact, worklist } from "./conflicts";
import { joinKey } from "./joins";
import { type Filter, type Sorting, arranged, everything, passing } from "./list";
import { type Named, goneOn, inListOrder, partyAt } from "./parties";
import { chosenAfter, followed, nextIn } from "./selection";
import { FEW, fetchText } from "./texts.svelte";

export type View = "facts" | "conflicts" | "joins" | "parties";
export const VIEWS: readonly View[] = ["facts", "conflicts", "joins", "parties"];

interface Kept {
  dossier: number | undefined;
  filter: Filter;
  sorting: Sorting;
  chosen: FactId[];
  conflict: string | undefined;
  join: string | undefined;
  party: string | undefined;
}

let kept: Kept | undefined;

/** Everything the room holds. Make it while the room starts. */
export class FactsState {
  readonly facts = live(() => api.facts());
  readonly sources = live(() => api.sources());
  readonly suggestions = live(() => api.suggestions());
  readonly parties = live(() => api.parties());
  readonly judgements = live(() => api.judgements());
  readonly conflicts = live(() => api.conflicts(false));
  readonly origins = live(() => api.origins());
  /** The fact whose evidence is shown: the selected one, or one of those in the conflict or suggestion. */
  readonly detail = live(() => detailOf(this.evident));

  filter: Filter = $state.raw(everything);
  sorting: Sorting = $state("subject");
  /** Facts chosen to be joined. */
  chosen: FactId[] = $state.raw([]);
  #conflict: string | undefined = $state.raw();
  #join: string | undefined = $state.raw();
  #party: string | undefined = $state.raw();
  /** Of the facts in a conflict or suggestion, the one whose evidence was asked for. */
  #beside: FactId | undefined = $state.raw();

  readonly view: View = $derived(place()?.view ?? "facts");
  readonly byId = $derived(new Map((this.facts.value ?? []).map((fact) => [fact.id, fact])));
  readonly sourceById: ReadonlyMap<string, SourceRow> = $derived(new Map((this.sources.value ?? []).map((source) => [source.id, source])));
  readonly worklist = $derived(worklist(this.conflicts.value ?? [], this.facts.value ?? [], this.judgements.value ?? []));
  readonly conflictsOf = $derived(conflictsByFact(this.worklist.open));

  readonly passing = $derived(passing(this.facts.value ?? [], this.filter, this.conflictsOf));
  readonly groups = $derived(arranged(this.passing, this.sorting));
  readonly shown: FactRow[] = $derived(this.groups.flatMap((group) => group.facts));
  readonly selected: FactId | undefined = $derived(place()?.fact ?? this.shown[0]?.id);

  /** What the list of conflicts shows, in its order. */
  readonly compared = $derived([...this.worklist.open, ...this.worklist.versions, ...this.worklist.differences]);
  readonly conflictKeys = $derived(this.compared.map(({ key }) => key));
  readonly conflict = $derived(this.compared.find(({ key }) => key === this.conflictKey));
  readonly joinKeys = $derived((this.suggestions.value ?? []).map(joinKey));
  readonly join = $derived((this.suggestions.value ?? []).find((suggestion) => joinKey(suggestion) === this.joinKey));
  readonly named = $derived(inListOrder(this.parties.value ?? []));
  readonly party = $derived(partyAt(this.named, this.#party));
  readonly besides: readonly FactId[] = $derived.by(() => {
    if (this.view === "conflicts") return [...new Set(this.conflict?.facts.map(({ id }) => id) ?? [])];
    return this.view === "joins" ? (this.join?.facts ?? []) : [];
  });
  readonly evident: FactId | undefined = $derived.by(() => {
    if (this.view === "facts") return this.selected;
    return this.#beside !== undefined && this.besides.includes(this.#beside) ? this.#beside : this.besides[0];
  });

  constructor() {
    if (kept?.dossier === dossier.opened?.dossier && kept) {
      this.filter = kept.filter;
      this.sorting = kept.sorting;
      this.chosen = kept.chosen;
      this.#conflict = kept.conflict;
      this.#join = kept.join;
      this.#party = kept.party;
    }
    $effect(() => {
      kept = {
        dossier: dossier.opened?.dossier, filter: this.filter, sorting: this.sorting, chosen: this.chosen,
        conflict: this.#conflict, join: this.#join, party: this.#party,
      };
    });
    this.#keepPlace();
  }

  get conflictKey(): string | undefined {
    return this.#conflict !== undefined && this.conflictKeys.includes(this.#conflict) ? this.#conflict : this.conflictKeys[0];
  }

  get joinKey(): string | undefined {
    return this.#join !== undefined && this.joinKeys.includes(this.#join) ? this.#join : this.joinKeys[0];
  }

  show(view: View): void {
    const now = place();
    go({ room: "facts", view, ...(now?.fact && { fact: now.fact }) });
  }

  select(fact: FactId): void {
    go({ room: "facts", view: this.view, fact });
  }

  /** Shows how we know one of the facts in the conflict or suggestion. */
  showEvidence(fact: FactId): void {
    this.#beside = fact;
  }

  selectConflict(key: string): void {
    this.#conflict = key;
  }

  selectJoin(key: string): void {
    this.#join = key;
  }

  selectParty(key: string): void {
    this.#party = key;
  }

  /** Moves along the list of the view that is shown. */
  step(by: 1 | -1): void {
    const move = (keys: readonly string[], at: string | undefined, to: (key: string) => void) => {
      const index = at === undefined ? -1 : keys.indexOf(at);
      const next = keys[Math.min(keys.length - 1, Math.max(0, index + by))];
      if (next !== undefined) to(next);
    };
    if (this.view === "facts") move(this.shown.map(({ id }) => id), this.selected, (id) => this.select(id));
    else if (this.view === "conflicts") move(this.conflictKeys, this.conflictKey, (key) => this.selectConflict(key));
    else if (this.view === "joins") move(this.joinKeys, this.joinKey, (key) => this.selectJoin(key));
    else move(this.named.map(({ key }) => key), this.party?.key, (key) => this.selectParty(key));
  }

  /** After every change, what was selected is what it became, and lists that shrink go on with the next. */
  #keepPlace(): void {
    let before: readonly FactRow[] = [];
    $effect(() => {
      const after = this.facts.value;
      if (!after) return;
      untrack(() => {
        const now = place();
        if (now?.fact && before.length > 0) {
          const next = followed(now.fact, before, after);
          if (next !== now.fact) go({ room: "facts", view: now.view ?? "facts", ...(next && { fact: next }) });
        }
        this.chosen = before.length > 0 ? chosenAfter(this.chosen, before, after) : this.chosen;
        before = after;
      });
    });
    let conflicts: readonly string[] = [];
    $effect(() => {
      const after = this.conflictKeys;
      if (!this.conflicts.value || !this.facts.value) return;
      untrack(() => (this.#conflict = nextIn(this.#conflict, conflicts, after)));
      conflicts = after;
    });
    let parties: readonly Named[] = [];
    $effect(() => {
      const after = this.named;
      if (!this.parties.value) return;
      untrack(() => (this.#party = goneOn(this.#party, parties, after)));
      parties = after;
    });
    let joins: readonly string[] = [];
    $effect(() => {
      const after = this.joinKeys;
      if (!this.suggestions.value) return;
      untrack(() => (this.#join = nextIn(this.#join, joins, after)));
      joins = after;
    });
  }
}

function place(): Extract<typeof where.current, { room: "facts" }> | undefined {
  return where.current.room === "facts" ? where.current : undefined;
}

/** With its first texts, so that quotes do not grow and ways do not change while one reads. */
async function detailOf(id: FactId | undefined) {
  if (id === undefined) return undefined;
  const detail = await api.fact(id);
  await Promise.all([...new Set(detail.claims.map((claim) => claim.source))].slice(0, FEW).map(fetchText));
  return detail;
}
