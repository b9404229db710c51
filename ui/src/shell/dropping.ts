// What is done with files that were dropped on the window.
import type { Pick } from "../api/client";
import { sorted } from "../rooms/sources/proposals";
import { dossier } from "../state/dossier.svelte";
import { drop } from "../state/drop.svelte";
import { importPicks } from "../state/importing.svelte";
import { takeIn } from "../state/proposing.svelte";
import { tell } from "../state/tell.svelte";
import { openFile } from "./opening.svelte";

export const isDossier = (pick: Pick): boolean => !pick.folder && /\.dossier$/i.test(pick.name);

export async function dropped(picks: Pick[]): Promise<void> {
  const dossiers = picks.filter(isDossier);
  const others = picks.filter((pick) => !isDossier(pick));
  for (const pick of dossiers) await openFile(pick);
  if (others.length === 0) return;
  if (!dossier.opened) tell("Open a dossier or make a new one first, then drop documents into it.");
  else if (drop.taker) {
    // Whatever the room takes, proposed claims go where they are judged.
    const { proposals, reports } = sorted(others);
    if (reports.length > 0) await drop.taker.take(reports);
    if (proposals.length > 0) await takeIn(proposals);
  } else await importPicks(others);
}

/** What dropping would do now: a line, and a second one. */
export function wouldDo(): { line: string; also: string | undefined } {
  if (!dossier.opened) return { line: "Drop a dossier to open it", also: undefined };
  const line = drop.taker?.does ?? (dossier.readOnly ? "This dossier is open to read; nothing can be imported" : "Drop files or folders to import them");
  const opens = "A file that ends in .dossier opens in a window of its own";
  return { line, also: dossier.readOnly ? opens : `Claims that a tool or a colleague proposes, in a .jsonl file, are taken in to be judged. ${opens}` };
}
