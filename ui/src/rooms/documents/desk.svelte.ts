// The document that is worked on. It stays on the desk while another room is looked at.
import { SvelteMap } from "svelte/reactivity";
import { api, type Draft, type DraftRow, type Trouble } from "../../api/client";
import { beforeLeaving } from "../../state/leaving";
import { tell } from "../../state/tell.svelte";
import { Session } from "./session.svelte";
import { type Counts, countsOf } from "./state";

class Desk {
  session: Session | null = $state.raw(null);
  /** The document that is being fetched. */
  opening: string | null = $state(null);
  /** A document that was just made. */
  fresh: string | null = null;
  /** What the last proof of each document found. */
  readonly counts: SvelteMap<string, Counts> = new SvelteMap();
  /** What stands on the right: pages and findings, one of them, or nothing. */
  side: "pages" | "findings" = $state("pages");
  sideShown = $state(true);
  zoom: number | "fit" = $state("fit");
  /** Until the room was first shown in this window. */
  isNew = true;
  /** Commits of our own that were not heard of yet, and the last one heard of. */
  #own = 0;
  #head: number | null = null;
  #dossier: number | null = null;

  /** Clears the desk where another dossier is shown. */
  of(dossier: number | null): void {
    if (dossier === this.#dossier) return;
    this.#dossier = dossier;
    this.session?.stop();
    this.session = null;
    this.opening = null;
    this.counts.clear();
    this.#own = 0;
    this.#head = null;
  }

  /** Puts a document on the desk; the one before is saved first. */
  async open(row: DraftRow): Promise<void> {
    if (this.opening === row.name || (this.session?.name === row.name && this.opening === null)) return;
    const dossier = this.#dossier;
    this.opening = row.name;
    try {
      await this.session?.saver.flush();
      // What could not be saved stays on the desk.
      if (this.session?.saver.trouble) throw this.session.saver.trouble;
      const draft = await api.draft(row.name);
      if (this.opening !== row.name || dossier !== this.#dossier) return;
      this.session?.stop();
      const session = new Session(draft, row.version, {
        saveDraft: (draft) => this.#save(draft, dossier),
        proof: (draft) => api.proof(draft),
        sentence: (fact) => api.sentence(fact),
      });
      session.isFresh = this.fresh === row.name;
      this.fresh = null;
      this.session = session;
    } finally {
      if (this.opening === row.name) this.opening = null;
    }
  }

  /** Hears of a commit: what others did may have changed what the text rests on. */
  moved(head: number): void {
    const before = this.#head;
    this.#head = head;
    if (before === null || head === before) return;
    const own = Math.min(this.#own, head - before);
    this.#own -= own;
    if (head - before > own) this.session?.check();
  }

  /** Notes what the proof of the document on the desk found. */
  count(): void {
    const { session } = this;
    if (session?.proof) this.counts.set(session.name, countsOf(session.proof.findings));
  }

  /** Never into another dossier than the one it came from. */
  #save(draft: Draft, dossier: number | null): Promise<number> {
    if (dossier !== this.#dossier) return Promise.reject({ code: "usage", message: "The dossier of this document is closed." } satisfies Trouble);
    this.#own += 1;
    return api.saveDraft(draft).catch((failure: unknown) => {
      this.#own -= 1;
      throw failure;
    });
  }
}

export const desk = new Desk();

beforeLeaving(async () => {
  await desk.session?.saver.flush();
  if (desk.session?.saver.trouble) tell(desk.session.saver.trouble);
});
