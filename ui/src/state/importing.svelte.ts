// Taking files into the dossier from wherever they come: a dialog, a drop, a paste.
import { api, type ImportRow, type Pick, type PickFor } from "../api/client";
import { importing as title, summary } from "../rooms/sources/imports";
import { dossier } from "./dossier.svelte";
import { tasks } from "./tasks.svelte";
import { attempt, tell } from "./tell.svelte";
import { go, where } from "./where.svelte";

let latest = $state.raw<ImportRow[] | null>(null);

export const importing = {
  /** What came of the last import, until somebody has looked at it. */
  get latest(): ImportRow[] | null {
    return latest;
  },
  /** Somebody has. */
  seen(): void {
    latest = null;
  },
};

export const importFiles = () => ask("files");
export const importFolder = () => ask("folder");

async function ask(what: PickFor): Promise<void> {
  const picks = await attempt(() => api.pick(what, null));
  if (picks && picks.length > 0) await importPicks(picks);
}

/** Imports them in sight, and shows the sources. */
export async function importPicks(picks: Pick[]): Promise<ImportRow[] | undefined> {
  if (dossier.readOnly) {
    tell("This dossier is open to read, so nothing can be imported.", { kind: "trouble" });
    return undefined;
  }
  const rows = await tasks.run(title(picks), (report, id) => api.importPicks(picks.map((pick) => pick.id), report, id), {
    cancel: (id) => attempt(() => api.cancel(id)),
    result: summary,
  });
  return arrived(rows);
}

/** Imports pasted text under a name. */
export async function importText(name: string, text: string): Promise<ImportRow[] | undefined> {
  return arrived(await tasks.run(`Importing ${name}`, () => api.importText(name, text), { result: summary }));
}

function arrived(rows: ImportRow[] | undefined): ImportRow[] | undefined {
  if (!rows) return undefined;
  latest = rows;
  const [only] = rows;
  if (rows.length === 1 && only?.source) go({ room: "sources", source: only.source });
  else if (where.current.room !== "sources") go({ room: "sources" });
  return rows;
}
