// Asks one question at a time, a moment after the last change, always the latest.
import type { Trouble } from "../../api/client";
import { asTrouble } from "../../api/trouble";

/** How long nothing changes before it is asked. */
export const PAUSE_MS = 400;

export class Asker<Question, Answer> {
  /** Whether an answer is on its way or about to be asked for. */
  busy = $state(false);
  trouble: Trouble | null = $state.raw(null);

  readonly #ask: (question: Question) => Promise<Answer>;
  readonly #answered: (question: Question, answer: Answer) => void;
  #waiting: { question: Question } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #stopped = false;

  constructor(ask: (question: Question) => Promise<Answer>, answered: (question: Question, answer: Answer) => void) {
    this.#ask = ask;
    this.#answered = answered;
  }

  /** Asks after a pause; a question that was not asked yet is forgotten. */
  ask(question: Question, pause = PAUSE_MS): void {
    if (this.#stopped) return;
    this.#waiting = { question };
    this.busy = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#next(), pause);
  }

  /** Drops what is waiting, and the answer that is on its way. */
  stop(): void {
    this.#stopped = true;
    this.#waiting = null;
    clearTimeout(this.#timer);
    this.busy = false;
  }

  async #next(): Promise<void> {
    if (this.#asking || !this.#waiting || this.#stopped) return;
    const { question } = this.#waiting;
    this.#waiting = null;
    this.#asking = true;
    try {
      const answer = await this.#ask(question);
      if (!this.#stopped) {
        this.trouble = null;
        this.#answered(question, answer);
      }
    } catch (failure) {
      if (!this.#stopped) this.trouble = asTrouble(failure);
    }
    this.#asking = false;
    if (!this.#waiting) this.busy = false;
    // A question whose pause ended while this one was out comes next.
    else if (!this.#stopped) void this.#next();
  }
}
