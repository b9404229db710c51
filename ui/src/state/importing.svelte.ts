// Taking files into the dossier from wherever they come: a dialog, a drop, a paste. What came of it stays at hand.
import { api, type ImportRow, type Pick, type PickFor } from "../api/client";
import { importing as title, onlySource, summary } from "../rooms/sources/imports";
import { sorted } from "../rooms/sources/proposals";
import { dossier } from "./dossier.svelte";
import { takeIn } from "./proposing.svelte";
import { tasks } from "./tasks.svelte";
import { attempt, tell } from "./tell.svelte";
import { go, where } from "./where.svelte";

/** What came of one import. */
export type Imported = { id: number; of: number | undefined; title: string; rows: ImportRow[]; putAway: boolean };

let next = 1;
let all = $state.raw<Imported[]>([]);
let shown = $state.raw<number | null>(null);

export const importing = {
  /** The import whose results are shown. */
  get shown(): Imported | undefined {
    return ours().find((one) => one.id === shown);
  },
  /** The imports that left files out, until somebody puts them away. */
  get failed(): Imported[] {
    return ours().filter((one) => !one.putAway && one.rows.some((row) => row.state === "failed"));
  },
  show(id: number): void {
    shown = id;
    if (where.current.room !== "sources") go({ room: "sources" });
  },
  close(): void {
    shown = null;
  },
  putAway(): void {
    all = all.map((one) => ({ ...one, putAway: true }));
  },
};

/** Those of the dossier that is open. */
function ours(): Imported[] {
  return all.filter((one) => one.of === dossier.opened?.dossier);
}

export const importFiles = () => ask("files");
export const importFolder = () => ask("folder");

async function ask(what: PickFor): Promise<void> {
  const picks = await attempt(() => api.pick(what, null));
  if (picks && picks.length > 0) await importPicks(picks);
}

/** Imports them in sight, and shows the sources. Files of proposed claims among them are no reports: their claims are taken in. */
export async function importPicks(picks: Pick[]): Promise<ImportRow[] | undefined> {
  if (dossier.readOnly) {
    tell("This dossier is open to read, so nothing can be imported.", { kind: "trouble" });
    return undefined;
  }
  const { proposals, reports } = sorted(picks);
  const rows =
    reports.length > 0
      ? await run(title(reports), (report, id) => api.importPicks(reports.map((pick) => pick.id), report, id), (id) => attempt(() => api.cancel(id)))
      : undefined;
  if (proposals.length > 0) await takeIn(proposals);
  return rows;
}

/** Imports pasted text under a name. */
export function importText(name: string, text: string): Promise<ImportRow[] | undefined> {
  return run(`Importing ${name}`, () => api.importText(name, text));
}

type Work = Parameters<typeof tasks.run<ImportRow[]>>[1];

async function run(title: string, work: Work, cancel?: (id: number) => unknown): Promise<ImportRow[] | undefined> {
  const id = next++;
  let stopped = false;
  const stop = cancel && ((task: number) => ((stopped = true), cancel(task)));
  const rows = await tasks.run(title, work, { result: (rows) => summary(rows, stopped), show: () => importing.show(id), ...(stop && { cancel: stop }) });
  if (!rows || (stopped && rows.length === 0)) return rows;
  all = [...all, { id, of: dossier.opened?.dossier, title, rows, putAway: false }];
  const source = onlySource(rows);
  if (source) go({ room: "sources", source });
  else importing.show(id);
  return rows;
}
