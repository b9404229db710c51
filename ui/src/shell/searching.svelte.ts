// A search as it is typed: asked a moment after the last letter, a late answer dropped.
import { api, type DraftRow, type FactRow, type SearchRow, type SourceRow, type Trouble } from "../api/client";
import { asTrouble } from "../api/trouble";
import { go } from "../state/where.svelte";
import { count, keyWords } from "../words";
import { type Ranked, fold, rank } from "./rank";

export type Hit = { id: string; from: string; words: string; run: () => void };
export type HitShelf = { name: string; heading: string; hits: Hit[] };

const PAUSE_MS = 120;
/** More would not be read; the heading says how many there are. */
const MOST = 80;

export class Searching {
  /** What the shelves answer. */
  words = $state("");
  shelves: HitShelf[] = $state.raw([]);
  trouble: Trouble | undefined = $state.raw(undefined);
  #facts: (Ranked & { fact: FactRow })[] = [];
  #drafts: (Ranked & { draft: DraftRow })[] = [];
  #sources = new Map<string, SourceRow>();
  #ticket = 0;

  /** Fetches what is searched by name. */
  async prepare(): Promise<void> {
    const [facts, drafts, sources] = await Promise.allSettled([api.facts(), api.drafts(), api.sources()]);
    if (facts.status === "fulfilled") this.#facts = facts.value.map((fact) => ({ label: fact.words, detail: `${fact.subject} ${keyWords(fact.property)}`, fact }));
    if (drafts.status === "fulfilled") this.#drafts = drafts.value.map((draft) => ({ label: draft.name, detail: `${draft.kind} ${draft.to}`, draft }));
    if (sources.status === "fulfilled") this.#sources = new Map(sources.value.map((source) => [source.id, source]));
  }

  /** Asks after a pause; gives back what stops it. */
  ask(typed: string): () => void {
    const words = typed.trim();
    const ticket = ++this.#ticket;
    if (fold(words) === "") {
      this.words = "";
      this.shelves = [];
      this.trouble = undefined;
      return () => {};
    }
    const timer = setTimeout(() => void this.#answer(words, ticket), PAUSE_MS);
    return () => clearTimeout(timer);
  }

  async #answer(words: string, ticket: number): Promise<void> {
    try {
      const rows = await api.search(words);
      if (ticket !== this.#ticket) return;
      this.shelves = [this.#inTexts(rows), this.#inFacts(words), this.#inDrafts(words)].filter((shelf) => shelf.hits.length > 0);
      this.trouble = undefined;
    } catch (failure) {
      if (ticket !== this.#ticket) return;
      this.shelves = [];
      this.trouble = asTrouble(failure);
    }
    this.words = words;
  }

  #inTexts(rows: SearchRow[]): HitShelf {
    return {
      name: "Sources",
      heading: count(rows.length, "place") + " in the sources" + (rows.length > MOST ? `, the first ${MOST} shown` : ""),
      hits: rows.slice(0, MOST).map((row) => {
        const source = this.#sources.get(row.source);
        return {
          id: `${row.source} ${row.start}`,
          from: [source?.publisher, source?.title ?? row.file].filter(Boolean).join(": "),
          words: row.snippet,
          run: () => go({ room: "sources", source: row.source, span: { start: row.start, end: row.end } }),
        };
      }),
    };
  }

  #inFacts(words: string): HitShelf {
    const hits = rank(words, this.#facts, 12).map(({ fact }) => ({
      id: fact.id,
      from: `${fact.id}, ${fact.subject}, ${keyWords(fact.property)}`,
      words: fact.words,
      run: () => go({ room: "facts", fact: fact.id }),
    }));
    return { name: "Facts", heading: "Facts", hits };
  }

  #inDrafts(words: string): HitShelf {
    const hits = rank(words, this.#drafts, 6).map(({ draft }) => ({
      id: `draft ${draft.name}`,
      from: `${draft.kind} to ${draft.to}`,
      words: draft.name,
      run: () => go({ room: "documents", draft: draft.name }),
    }));
    return { name: "Documents", heading: "Documents", hits };
  }
}
