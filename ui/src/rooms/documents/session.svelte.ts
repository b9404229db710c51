// One document on the desk: its text, what is saved of it, its proof and findings. It outlives the room, so that nothing is lost and
// nothing is undone by looking elsewhere.
import { history } from "prosemirror-history";
import { type Command, EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import type { Draft, FactId, MeasureId, Proof, Sentence } from "../../api/client";
import { Asker } from "./asker.svelte";
import { Saver } from "./saver.svelte";
import { type Head, type Spot, type Written, headOf, toDoc, toDraft } from "./text/draft";
import { type Change, type Placed, findings, findingsKey, moved, place } from "./text/findings";
import { fixOf, mend, waive } from "./text/fixes";

/** What a session asks of the dossier. */
export type Calls = {
  saveDraft: (draft: Draft) => Promise<number>;
  proof: (draft: Draft) => Promise<Proof>;
  sentence: (fact: FactId) => Promise<Sentence>;
};

/** A draft that was sent for a proof, and how its text has moved since. */
type Sent = { draft: Draft; spots: Spot[]; since: Mapping; out: boolean };

export class Session {
  head: Head = $state.raw(null as never);
  text: EditorState = $state.raw(null as never);
  proof: Proof | null = $state.raw(null);
  readonly saver: Saver;
  readonly proofs: Asker<Sent, Proof>;
  /** The view that shows the text, while one does. */
  view: EditorView | null = null;
  /** It was just made: one begins to write in it. */
  isFresh = false;

  readonly #calls: Calls;
  #written: Written;
  #sent: Sent[] = [];

  placed: Placed[] = $derived(findingsKey.getState(this.text)?.placed ?? []);
  chosen: string | null = $derived(findingsKey.getState(this.text)?.chosen ?? null);

  constructor(draft: Draft, version: number, calls: Calls) {
    this.#calls = calls;
    this.head = headOf(draft);
    this.text = stateOf(draft);
    this.#written = toDraft(this.text.doc, this.head);
    this.saver = new Saver(this.#written.draft, version, calls.saveDraft);
    const prove = (sent: Sent): Promise<Proof> => {
      sent.out = true;
      return calls.proof(sent.draft).finally(() => {
        sent.out = false;
      });
    };
    this.proofs = new Asker<Sent, Proof>(prove, (sent, proof) => this.#take(sent, proof));
    this.check(0);
  }

  get name(): string {
    return this.head.name;
  }

  /** The draft as it is now. */
  get draft(): Draft {
    return this.#written.draft;
  }

  /** Applies a change of the text, the selection or the findings. */
  dispatch = (tr: Transaction): void => {
    this.text = this.text.apply(tr);
    this.view?.updateState(this.text);
    if (!tr.docChanged) return;
    for (const sent of this.#sent) sent.since.appendMapping(tr.mapping);
    this.#changed();
  };

  /** Runs a command and puts the caret into the text. */
  run(command: Command): boolean {
    const done = command(this.text, this.dispatch, this.view ?? undefined);
    if (done) this.view?.focus();
    return done;
  }

  /** Asks for other measures. */
  ask(measures: MeasureId[]): void {
    this.head = { ...this.head, measures };
    this.#changed();
  }

  /** Asks for a proof of the text as it is. */
  check(pause?: number): void {
    const { draft, spots } = this.#written;
    const sent = { draft, spots, since: new Mapping(), out: false };
    // What is on its way is still answered; what was waiting is not.
    this.#sent = [...this.#sent.filter((one) => one.out), sent];
    this.proofs.ask(sent, pause);
  }

  /** Takes a version that was saved elsewhere. */
  restart(draft: Draft, version: number): void {
    this.head = headOf(draft);
    this.text = stateOf(draft);
    this.view?.updateState(this.text);
    this.#written = toDraft(this.text.doc, this.head);
    this.#sent = [];
    this.saver.restart(this.#written.draft, version);
    this.check(0);
  }

  /** Lets go of it; what is not saved should be saved before. */
  stop(): void {
    this.proofs.stop();
  }

  /** Chooses a finding: its words are marked, and with `go` the caret goes to them. */
  choose(id: string | null, go = false): void {
    const words = this.placed.find((one) => one.id === id)?.words;
    const tr = this.text.tr.setMeta(findingsKey, { chosen: id } satisfies Change);
    if (go && words) {
      // Only a text that has the focus scrolls to its caret.
      this.view?.focus();
      tr.setSelection(TextSelection.create(tr.doc, words.from, words.to)).scrollIntoView();
    }
    this.dispatch(tr);
  }

  /** Puts the caret at a place as the proof names it. */
  goTo(named: string): boolean {
    const at = this.proof?.places.indexOf(named) ?? -1;
    const spot = this.#written.spots[at];
    if (!spot) return false;
    this.view?.focus();
    this.dispatch(this.text.tr.setSelection(TextSelection.create(this.text.doc, spot.from, spot.to)).scrollIntoView());
    return true;
  }

  /** Does what mends a finding; false where nothing is known to. */
  async fix(id: string): Promise<boolean> {
    const before = this.#find(id);
    const fix = before && fixOf(this.text, before);
    if (!fix) return false;
    const sentence = fix.do === "replace" ? null : await this.#calls.sentence(fix.fact);
    // The text may have changed while the sentence was made.
    const now = this.#find(id);
    if (!now) return false;
    this.view?.focus();
    this.dispatch(mend(this.text.tr, now, fix, sentence).scrollIntoView());
    return true;
  }

  /** Lets a person answer for what a finding is about. */
  waive(id: string, by: string, reason: string): void {
    const placed = this.#find(id);
    if (placed) this.dispatch(waive(this.text.tr, placed, by, reason).scrollIntoView());
  }

  #find(id: string): Placed | null {
    return this.placed.find((one) => one.id === id) ?? null;
  }

  #changed(): void {
    this.#written = toDraft(this.text.doc, this.head);
    this.saver.change(this.#written.draft);
    this.check();
  }

  #take(sent: Sent, proof: Proof): void {
    this.proof = proof;
    this.#sent = this.#sent.filter((one) => one !== sent);
    const placed = moved(place(proof, sent.spots), sent.since);
    const chosen = placed.some((one) => one.id === this.chosen) ? this.chosen : null;
    this.dispatch(this.text.tr.setMeta(findingsKey, { placed, chosen } satisfies Change));
  }
}

const stateOf = (draft: Draft): EditorState => EditorState.create({ doc: toDoc(draft), plugins: [history(), findings()] });
