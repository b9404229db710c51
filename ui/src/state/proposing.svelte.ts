// Taking in claims that a tool or a colleague proposes, from a dialog or a drop. What came of it stays at hand.
import { api, type Pick, type Trouble } from "../api/client";
import { landedBySource, landedIds, summary, takingIn, type Landed, type TakenFile } from "../rooms/sources/proposals";
import { sentence } from "../words";
import { dossier } from "./dossier.svelte";
import { tasks } from "./tasks.svelte";
import { attempt, tell } from "./tell.svelte";
import { go, where } from "./where.svelte";

/** What came of the files that were taken in together. */
export type Taken = { id: number; of: number | undefined; files: TakenFile[]; landed: Landed[] };

let next = 1;
let all = $state.raw<Taken[]>([]);
let shown = $state.raw<number | null>(null);

export const proposing = {
  /** What is shown of what was taken in. */
  get shown(): Taken | undefined {
    return all.find((one) => one.id === shown && one.of === dossier.opened?.dossier);
  },
  show(id: number): void {
    shown = id;
    if (where.current.room !== "sources") go({ room: "sources" });
  },
  close(): void {
    shown = null;
  },
};

export const READ_ONLY = "This dossier is open to read, so no claims can be taken in.";

/** Asks for a file of proposed claims and takes it in. */
export async function proposeFile(): Promise<void> {
  const picks = await attempt(() => api.pick("claims", null));
  if (picks && picks.length > 0) await takeIn(picks);
}

/** Takes them in, one after the other in sight, and shows what came of it. A file that cannot be read or holds nothing is told as a trouble. */
export async function takeIn(picks: Pick[]): Promise<Taken | undefined> {
  if (dossier.readOnly) {
    tell(READ_ONLY, { kind: "trouble" });
    return undefined;
  }
  const id = next++;
  const files: TakenFile[] = [];
  for (const pick of picks) {
    const rows = await tasks.run(takingIn(pick), () => taken(pick), { result: (rows) => sentence(summary(rows)), show: () => proposing.show(id) });
    if (rows) files.push({ name: pick.name, rows });
  }
  if (files.length === 0) return undefined;
  const ids = landedIds(files.flatMap((file) => file.rows));
  const claims = ids.length > 0 ? await attempt(() => api.claims(ids)) : [];
  const now = { id, of: dossier.opened?.dossier, files, landed: landedBySource(claims ?? []) };
  all = [...all, now];
  proposing.show(id);
  return now;
}

async function taken(pick: Pick): Promise<TakenFile["rows"]> {
  const rows = await api.propose(pick.id);
  if (rows.length > 0) return rows;
  // What holds nothing is no success.
  return Promise.reject({ code: "usage", message: `${pick.name} is empty. A file of proposed claims has one claim on each line; ask whoever made it for another.` } satisfies Trouble);
}
