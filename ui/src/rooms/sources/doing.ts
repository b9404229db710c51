// What is being done at the desk, and how it is put aside to be taken up again.
import type { ClaimRow, SourceId } from "../../api/client";
import type { Duplicate } from "./duplicates";
import { changesOf, type Form } from "./form";
import { parted } from "./parting";

export type Doing =
  | { is: "reading" }
  | { is: "editing" | "splitting"; claim: ClaimRow; from: Form }
  | { is: "adding"; from: Form }
  /** Choosing the words of a new claim, word by word. */
  | { is: "choosing" }
  | { is: "merging"; claim: ClaimRow; others: Duplicate[] };

/** What was being written and is to be taken up again, perhaps by another desk: the room may have been left meanwhile. */
export interface Aside {
  source: SourceId;
  doing: Doing;
  forms: Form[];
  at: number;
}

/** Whether a person changed any of the forms since they were opened. */
export function isChanged(doing: Doing, forms: readonly Form[]): boolean {
  switch (doing.is) {
    case "editing":
    case "adding":
      return forms.some((form) => changesOf(doing.from, form).length > 0);
    case "splitting": {
      const before = parted(doing.from);
      return forms.some((form, part) => {
        const was = before[part];
        return !was || changesOf(was, form).length > 0;
      });
    }
    case "reading":
    case "choosing":
    case "merging":
      return false;
  }
}

/** What is said when it is left with something written. */
export function putAwayWords(doing: Doing): string {
  if (doing.is === "adding") return "The new claim was put away.";
  return `Your changes to ${"claim" in doing ? doing.claim.id : "the claim"} were put away.`;
}
