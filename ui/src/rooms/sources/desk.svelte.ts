// The desk at which the claims of one source are judged: which claim is in hand, and what is being done with it.
import { api, type ClaimId, type ClaimRow, type ClaimState, type Quote, type Reading, type SourceId, type Span } from "../../api/client";
import { attempt, tell } from "../../state/tell.svelte";
import { add, accept, acceptKind, merge, reject, replace } from "./acts";
import { chosenBy, firstWord, wholeWords } from "./choosing";
import { Decisions } from "./decisions.svelte";
import { isChanged, putAwayWords, type Doing } from "./doing";
import { duplicatesOf, likely } from "./duplicates";
import { byField } from "./faults";
import { changesOf, draftOf, formOf, newForm, problemsOf, type Field, type Form, type Problems } from "./form";
import { parted, repeated } from "./parting";
import { place } from "./places";
import { byProposer, claimsShown, closest, inTextOrder, nextWaiting, proposersOf, towards, waitingIds, waitingOf } from "./review";
import type { Session } from "./session.svelte";
import { quoteOf, type Laid, type Stretch } from "./text";

/** What the desk stands on; all of it may change. */
export interface Ground {
  session: () => Session;
  /** As last read. */
  reading: () => Reading | undefined;
  page: () => Laid | undefined;
  readOnly: () => boolean;
  /** Shows a claim, or none. */
  show: (claim: ClaimId | null) => void;
  /** Goes to a source, from wherever one is. */
  open: (source: SourceId) => void;
}

export class Desk {
  doing: Doing = $state.raw({ is: "reading" });
  /** What is written: one form, or one for each part of a split. */
  forms: Form[] = $state.raw([]);
  /** Which of them is shown. */
  at = $state(0);
  /** Saving was tried: everything that is wrong is shown, touched or not. */
  tried = $state(false);
  /** Something is being written: the form waits for it. */
  busy = $state(false);
  /** The words that are chosen for a new claim. */
  words: Stretch = $state.raw({ start: 0, end: 0 });
  /** What is selected in the text with the pointer. */
  picked: Stretch | null = $state.raw(null);
  /** Of the claims to merge: those chosen, and the one pointed at. */
  chosen: ReadonlySet<ClaimId> = $state.raw(new Set<ClaimId>());
  pointed: ClaimId | null = $state(null);
  /** What the Rust side says of each form. */
  faults: Problems[] = $state.raw([]);

  readonly #decisions = new Decisions();
  #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** The claims of the source in the order of its text, as they stand now. */
  readonly claims: ClaimRow[] = $derived.by(() => this.#decisions.laidOver(inTextOrder(this.#ground.reading()?.claims ?? [])));
  readonly selected: ClaimId | null = $derived.by(() => this.#ground.session().claimOf(this.#ground.reading()?.source.id));
  readonly claim: ClaimRow | undefined = $derived(this.claims.find((claim) => claim.id === this.selected));
  readonly proposers = $derived(proposersOf(this.claims));
  /** The one whose claims alone are listed; a source that has none of theirs lists all. */
  readonly proposer: string | null = $derived.by(() => {
    const asked = this.#ground.session().proposer;
    return this.proposers.length > 1 && this.proposers.some((one) => one.proposer === asked) ? asked : null;
  });
  readonly listed: ClaimRow[] = $derived.by(() => {
    const theirs = new Set(byProposer(this.claims, this.proposer));
    return claimsShown(this.claims.filter((claim) => theirs.has(claim) || claim.id === this.selected), this.#ground.session().filter, this.selected);
  });
  readonly waiting: ClaimId[] = $derived(waitingIds(this.claims));
  /** Those of the kind in hand that wait. */
  readonly ofKind: ClaimId[] = $derived(waitingOf(this.claim?.kind, byProposer(this.claims, this.proposer)));
  readonly form: Form | undefined = $derived(this.forms[this.at]);
  readonly writing: boolean = $derived(this.doing.is === "editing" || this.doing.is === "adding" || this.doing.is === "splitting");

  /** The words to outline in the text, those to bring into sight first. */
  readonly outlined: Quote[] = $derived.by(() => {
    const page = this.#ground.page();
    switch (this.doing.is) {
      case "choosing":
        return page ? [quoteOf(this.words, page)] : [];
      case "merging": {
        const pointed = this.doing.others.find((other) => other.claim.id === this.pointed)?.claim;
        return [...(pointed?.quotes ?? []), ...this.doing.claim.quotes];
      }
      case "editing":
      case "splitting":
      case "adding":
        return this.form?.quotes ?? [];
      case "reading":
        return this.claim?.quotes ?? [];
    }
  });

  /** What is wrong with the form that is shown, as far as it is to be said yet. */
  readonly problems: Problems = $derived.by(() => {
    const form = this.form;
    if (!form) return {};
    const all: Problems = { ...this.faults[this.at], ...problemsOf(form) };
    if (this.tried) return all;
    const touched = new Set<Field>(this.changes.map((change) => change.field));
    return Object.fromEntries(Object.entries(all).filter(([field]) => touched.has(field as Field)));
  });
  readonly changes = $derived.by(() => (this.form && "from" in this.doing ? changesOf(this.doing.from, this.form) : []));

  /** Where in the original words stand, as far as its marks say: "page 3". */
  place(span: Span): string {
    const reading = this.#ground.reading();
    return reading ? place(reading.marks, span, reading.source.media_type) : "";
  }

  // Deciding

  /** Decides on the claims, goes on to the next that waits, and writes it meanwhile. */
  #decide(done: ClaimId[], state: ClaimState, act: () => Promise<boolean>): Promise<void> {
    if (this.#ground.readOnly() || done.length === 0 || this.doing.is !== "reading") return Promise.resolve();
    const next = this.#after(done);
    this.#decisions.decide(done, state);
    this.#ground.show(next?.id ?? null);
    return this.#decisions.inLine(async () => {
      if (await act()) this.#decisions.know(done, state);
      else {
        this.#decisions.forget(done);
        this.#ground.show(done[0] ?? null);
      }
    });
  }

  /** The claim that follows once `done` are decided. Where one proposer's are judged, nobody else's follow unasked. */
  #after(done: ClaimId[]): ClaimRow | undefined {
    return nextWaiting(this.listed, done) ?? (this.proposer === null ? nextWaiting(this.claims, done) : undefined);
  }

  /** How many were decided and are still being written. */
  get unwritten(): number {
    return this.#decisions.unwritten;
  }

  /** The rows were read again. */
  reread(rows: ClaimRow[]): void {
    this.#decisions.reread(rows);
  }

  accept(): void {
    const claim = this.claim;
    if (claim && claim.state !== "superseded") void this.#decide([claim.id], "accepted", () => accept([claim.id]));
  }

  reject(claim: ClaimId, reason: string | null): Promise<void> {
    return this.#decide([claim], "rejected", () => reject([claim], reason));
  }

  acceptKind(): void {
    const claim = this.claim;
    const source = this.#ground.reading()?.source.id;
    const all = this.ofKind;
    const ofAnybody = this.proposer === null;
    if (claim && source) void this.#decide(all, "accepted", () => (ofAnybody ? acceptKind(claim.kind, source) : accept(all)));
  }

  acceptListed(): void {
    const all = waitingIds(this.listed);
    void this.#decide(all, "accepted", () => accept(all));
  }

  /** Undoing waits for what was decided before it. */
  takeBack(undo: () => Promise<unknown>): Promise<void> {
    return this.#decisions.inLine(async () => {
      await undo();
      this.#decisions.forgetAll();
    });
  }

  /** When everything that was decided is written. */
  written(): Promise<void> {
    return this.#decisions.done();
  }

  step(by: 1 | -1): void {
    const claim = towards(this.listed, this.selected, by);
    if (claim) this.#ground.show(claim.id);
  }

  // Writing

  edit(): void {
    const claim = this.#inHand();
    if (claim) this.#write({ is: "editing", claim, from: formOf(claim) }, [formOf(claim)]);
  }

  split(): void {
    const claim = this.#inHand();
    if (claim) this.#write({ is: "splitting", claim, from: formOf(claim) }, parted(formOf(claim)));
  }

  /** A new claim on selected words, or where none are selected, on words that are chosen with keys. While writing, the words become the quotation. */
  add(selected: Stretch | null): void {
    const page = this.#ground.page();
    if (!page || this.#ground.readOnly() || this.doing.is === "merging") return;
    const words = selected && wholeWords(page.text, selected);
    if (words) this.picked = null;
    if (words && this.form) this.set({ quotes: [...this.form.quotes.slice(0, -1), quoteOf(words, page)] });
    else if (words) this.#begin(quoteOf(words, page));
    else if (this.doing.is === "reading") {
      const quote = this.claim?.quotes[0];
      this.words = quote ? { start: page.positions.units(quote.start), end: page.positions.units(quote.end) } : firstWord(page.text, 0);
      this.doing = { is: "choosing" };
    }
  }

  /** The chosen words are taken. */
  take(): void {
    const page = this.#ground.page();
    if (page && this.doing.is === "choosing") this.#begin(quoteOf(this.words, page));
  }

  #begin(quote: Quote): void {
    const form = newForm(quote, closest(this.claims, quote));
    this.#write({ is: "adding", from: form }, [form]);
  }

  #write(doing: Doing, forms: Form[]): void {
    this.forms = forms;
    this.at = 0;
    this.tried = false;
    this.faults = [];
    this.doing = doing;
  }

  /** The claim that can be changed, if that is so now. */
  #inHand(): ClaimRow | undefined {
    const claim = this.claim;
    return claim && claim.state !== "superseded" && this.doing.is === "reading" && !this.#ground.readOnly() ? claim : undefined;
  }

  /** Changes the form that is shown. */
  set(change: Partial<Form>): void {
    this.forms = this.forms.map((form, at) => (at === this.at ? { ...form, ...change } : form));
  }

  /** Moves the words, or a quotation of the form, as a key asks for; says whether it did. */
  press(press: { key: string; shiftKey: boolean; mod: boolean }, quote?: number): boolean {
    const page = this.#ground.page();
    const form = this.form;
    if (!page) return false;
    if (quote === undefined) {
      const words = chosenBy(page.text, this.words, press, true);
      if (words) this.words = words;
      return words !== undefined;
    }
    const now = form?.quotes[quote];
    if (!form || !now) return false;
    const moved = chosenBy(page.text, { start: page.positions.units(now.start), end: page.positions.units(now.end) }, press, false);
    if (moved) this.set({ quotes: form.quotes.map((one, at) => (at === quote ? quoteOf(moved, page) : one)) });
    return moved !== undefined;
  }

  addPart(): void {
    const last = this.forms.at(-1);
    if (last) this.forms = [...this.forms, { ...last, quotes: [...last.quotes] }];
    this.at = this.forms.length - 1;
  }

  removePart(): void {
    if (this.forms.length <= 2) return;
    this.forms = this.forms.filter((_, at) => at !== this.at);
    this.at = Math.min(this.at, this.forms.length - 1);
  }

  /** Why the parts cannot be kept together, if so. */
  get partsTrouble(): string | undefined {
    if (this.doing.is !== "splitting") return undefined;
    const same = repeated(this.forms);
    return same === undefined ? undefined : `Part ${same + 1} says the same as another part.`;
  }

  /** Asks the Rust side about the form that is shown, while it is written. */
  async check(): Promise<void> {
    const { form, at, doing } = this;
    const source = this.#ground.reading()?.source.id;
    if (!form || !source || Object.keys(problemsOf(form)).length > 0) return;
    const found = await api.checkClaim(source, draftOf(form), this.#replaced()).catch(() => undefined);
    // What is written meanwhile is asked about anew.
    if (found && this.doing === doing && this.forms[at] === form) this.faults = this.forms.map((_, each) => (each === at ? byField(found) : (this.faults[each] ?? {})));
  }

  #replaced(): ClaimId | null {
    return "claim" in this.doing ? this.doing.claim.id : null;
  }

  /** Keeps what is written, accepted. Says whether it did; where not, the problems say why, the first form that has one is shown. */
  async save(): Promise<boolean> {
    const { doing } = this;
    const source = this.#ground.reading()?.source.id;
    if (!this.writing || this.busy || !source) return false;
    if (doing.is === "editing" && this.changes.length === 0) {
      // As it was proposed, it is accepted as it is.
      this.leave();
      if (doing.claim.state !== "accepted") this.accept();
      return true;
    }
    this.tried = true;
    if (this.partsTrouble || !this.#allHold()) return false;
    this.busy = true;
    const drafts = this.forms.map(draftOf);
    const faults = await attempt(() => Promise.all(drafts.map((draft) => api.checkClaim(source, draft, this.#replaced()))));
    if (faults) this.faults = faults.map(byField);
    const kept = faults && this.#allHold() ? await this.#decisions.inLine(() => ("claim" in doing ? replace(doing.claim.id, drafts) : add(source, drafts[0]!))) : undefined;
    this.busy = false;
    if (!kept) return false;
    this.doing = { is: "reading" };
    this.forms = [];
    if ("claim" in doing) {
      this.#decisions.know([doing.claim.id], "superseded");
      this.#ground.show(this.#after([doing.claim.id])?.id ?? null);
    } else this.#ground.show(kept[0]?.id ?? null);
    return true;
  }

  #allHold(): boolean {
    const wrong = this.forms.findIndex((form, at) => Object.keys({ ...this.faults[at], ...problemsOf(form) }).length > 0);
    if (wrong >= 0) this.at = wrong;
    return wrong < 0;
  }

  // Merging

  merge(): void {
    const claim = this.#inHand();
    if (!claim) return;
    const others = duplicatesOf(claim, this.claims);
    this.chosen = likely(others);
    this.pointed = others[0]?.claim.id ?? null;
    this.doing = { is: "merging", claim, others };
  }

  async join(): Promise<void> {
    if (this.doing.is !== "merging" || this.busy || this.chosen.size === 0) return;
    const ids = [this.doing.claim.id, ...this.doing.others.map((other) => other.claim.id).filter((id) => this.chosen.has(id))];
    this.busy = true;
    const kept = await this.#decisions.inLine(() => merge(ids));
    this.busy = false;
    if (!kept) return;
    this.#decisions.know(ids, "superseded");
    this.doing = { is: "reading" };
    this.#ground.show(this.#after(ids)?.id ?? kept[0]?.id ?? null);
  }

  // Leaving

  /** Leaves what is being done. What was written is put away, and can be brought back. */
  leave(): void {
    const { doing, forms, at } = this;
    const session = this.#ground.session();
    const source = "claim" in doing ? doing.claim.source : this.#ground.reading()?.source.id;
    if (doing.is === "reading" || this.busy) return;
    const written = isChanged(doing, forms);
    this.doing = { is: "reading" };
    this.forms = [];
    if (!written || !source) return;
    tell(putAwayWords(doing), {
      action: {
        label: "Bring back",
        run: () => {
          session.aside = { source, doing, forms, at };
          this.#ground.open(source);
        },
      },
    });
  }

  /** Takes up again what was put away, once its source is read. */
  resume(): void {
    const session = this.#ground.session();
    const { aside } = session;
    if (!aside || this.#ground.reading()?.source.id !== aside.source) return;
    session.aside = null;
    const { doing } = aside;
    const claim = "claim" in doing ? this.claims.find((one) => one.id === doing.claim.id) : undefined;
    // It was decided on in another way meanwhile.
    if ("claim" in doing && (!claim || claim.state === "superseded")) return;
    if (claim) this.#ground.show(claim.id);
    this.#write(doing, aside.forms);
    this.at = aside.at;
  }
}
