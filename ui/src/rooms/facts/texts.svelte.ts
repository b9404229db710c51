// The readable texts that quotes are cut from. A text never changes, so each is asked for once.
import { SvelteMap } from "svelte/reactivity";
import { api, type ClaimRow, type SourceId } from "../../api/client";
import { dossier } from "../../state/dossier.svelte";
import { paragraphOf } from "./sentence";

/** Texts kept at most; a fact rests on few of them. */
const KEPT = 200;

/** Of a fact with more claims, ways are not narrowed to the words of each: its texts come one by one, and the drawing would move. */
export const FEW = 40;

const held = new SvelteMap<string, string>();
const asked = new Map<string, Promise<void>>();

/** The text of a source, once it is there. */
export function textOf(source: SourceId): string | undefined {
  return held.get(key(source));
}

/** Asks for the text of a source. Where it cannot be read, its quotes stand alone: they are kept with the claims. */
export function fetchText(source: SourceId): Promise<void> {
  const id = key(source);
  const known = asked.get(id);
  if (known) return known;
  const coming = api.reading(source).then(
    ({ text }) => {
      const oldest = asked.keys().next();
      if (asked.size > KEPT && !oldest.done) {
        asked.delete(oldest.value);
        held.delete(oldest.value);
      }
      held.set(id, text);
    },
    () => void asked.delete(id),
  );
  asked.set(id, coming);
  return coming;
}

/** The paragraphs that a claim's quotes stand in, once its text is there. */
export function paragraphsOf(claim: ClaimRow): string | undefined {
  const text = textOf(claim.source);
  return text === undefined ? undefined : claim.quotes.map((quote) => paragraphOf(text, quote)).join("\n");
}

function key(source: SourceId): string {
  return `${dossier.opened?.dossier ?? ""} ${source}`;
}
