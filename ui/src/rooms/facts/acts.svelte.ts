// The judgements that a person makes here: each is asked for its reason, made, and can be taken back.
import { api, type JudgementId, type Trouble } from "../../api/client";
import { asTrouble } from "../../api/trouble";
import { dossier } from "../../state/dossier.svelte";
import { attempt, tell } from "../../state/tell.svelte";
import { count } from "../../words";
import type { Act } from "./judgements";

/** What is asked before judgements are made. */
export interface Question {
  title: string;
  /** What will happen. */
  text: string;
  /** The button. */
  action: string;
  /** The reason to begin with. */
  begins?: string;
  usual?: readonly string[];
  danger?: boolean;
  /** What was done, for the note that follows. */
  done: string;
  /** Makes the judgements and gives back how many they were. */
  judge: (reason: string) => Promise<number>;
}

export class Acts {
  question: Question | undefined = $state.raw();
  open = $state(false);
  busy = $state(false);

  ask(question: Question): void {
    if (dossier.readOnly) {
      tell("This dossier is open for reading only. Close it where it is open for writing, and open it again to judge.");
      return;
    }
    if (this.busy) return;
    this.question = question;
    this.open = true;
  }

  async confirm(reason: string | null): Promise<void> {
    const { question } = this;
    if (!question || !reason) return;
    this.busy = true;
    try {
      const made = await question.judge(reason);
      tell(question.done, { action: { label: "Undo", run: () => undo(made) } });
    } catch (failure) {
      tell(asTrouble(failure));
    } finally {
      this.busy = false;
    }
  }
}

/** Makes the judgements one after the other, all with one reason. Where one fails, it says how many stand. */
export async function judged(acts: readonly Act[], reason: string): Promise<number> {
  const made: JudgementId[] = [];
  for (const act of acts) {
    try {
      const ids = "revokes" in act ? made.slice(act.revokes, act.revokes + 1) : act.ids;
      made.push((await api.judge(act.verdict, ids, reason)).judgement);
    } catch (failure) {
      throw made.length === 0 ? failure : partly(asTrouble(failure), made.length);
    }
  }
  return made.length;
}

function partly(trouble: Trouble, made: number): Trouble {
  return { ...trouble, message: `${trouble.message} The ${count(made, "judgement")} before it ${made === 1 ? "stands" : "stand"}; undo takes ${made === 1 ? "it" : "them"} back.` };
}

async function undo(times: number): Promise<void> {
  for (let left = times; left > 0; left -= 1) {
    if (!(await attempt(() => api.undo()))) return;
  }
}
