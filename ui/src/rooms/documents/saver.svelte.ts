// Keeps a draft saved: a moment after the last change, and whenever it is left. Each save makes a version, so it saves what differs
// and nothing else.
import type { Draft, Trouble } from "../../api/client";
import { asTrouble } from "../../api/trouble";

/** How long nothing changes before it is saved. */
export const IDLE_MS = 2000;

export class Saver {
  version: number = $state(0);
  state: "saved" | "unsaved" | "saving" | "failed" = $state("saved");
  trouble: Trouble | null = $state.raw(null);

  readonly #save: (draft: Draft) => Promise<number>;
  #kept: string;
  #latest: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  constructor(draft: Draft, version: number, save: (draft: Draft) => Promise<number>) {
    this.#save = save;
    this.#latest = draft;
    this.#kept = JSON.stringify(draft);
    this.version = version;
  }

  /** Takes the draft as it is now. */
  change(draft: Draft): void {
    this.#latest = draft;
    clearTimeout(this.#timer);
    if (JSON.stringify(draft) === this.#kept) {
      if (this.state !== "saving") this.#settle();
      return;
    }
    if (this.state !== "saving") this.state = "unsaved";
    this.#timer = setTimeout(() => void this.flush(), IDLE_MS);
  }

  /** Saves what is not saved; done when nothing is left to save, or when saving failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving || JSON.stringify(this.#latest) !== this.#kept) {
      if (this.#saving) await this.#saving;
      else {
        this.#saving = this.#once();
        await this.#saving;
        this.#saving = null;
        if (this.state === "failed") return;
      }
    }
  }

  /** Takes a version that somebody else saved. */
  restart(draft: Draft, version: number): void {
    clearTimeout(this.#timer);
    this.#latest = draft;
    this.#kept = JSON.stringify(draft);
    this.version = version;
    this.#settle();
  }

  #settle(): void {
    this.state = "saved";
    this.trouble = null;
  }

  async #once(): Promise<void> {
    const draft = this.#latest;
    this.state = "saving";
    try {
      this.version = await this.#save(draft);
      this.#kept = JSON.stringify(draft);
      if (JSON.stringify(this.#latest) === this.#kept) this.#settle();
      else this.state = "unsaved";
    } catch (failure) {
      this.state = "failed";
      this.trouble = asTrouble(failure);
    }
  }
}
