// What the palette offers: acts of the room and the shell, rooms, and the things of the dossier by name.
import FileText from "@lucide/svelte/icons/file-text";
import FolderOpen from "@lucide/svelte/icons/folder-open";
import Landmark from "@lucide/svelte/icons/landmark";
import Newspaper from "@lucide/svelte/icons/newspaper";
import { api } from "../api/client";
import type { Icon } from "../components/icon";
import { kindIcons } from "../components/kinds";
import type { Group } from "../state/keys.svelte";
import { go } from "../state/where.svelte";
import { date, keyWords } from "../words";
import type { Act } from "./acts";
import { openRecent } from "./opening.svelte";
import { rank } from "./rank";

export type Entry = { id: string; group: string; label: string; detail?: string; keys?: string; icon?: Icon; weight?: number; run: () => unknown };
export type Shelf = { name: string; entries: Entry[] };

/** The shell's own acts weigh less than the room's. */
const WEIGHTS: Record<string, number> = { Rooms: 8, Anywhere: 6, Dossier: 4, Look: 2 };

/** The acts that keys do, the room's own first. */
export function actEntries(groups: readonly Group[]): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const group of groups) {
    for (const key of group.keys) {
      if (key.unlisted || seen.has(key.does)) continue;
      seen.add(key.does);
      const { icon } = key as Partial<Act>;
      const first = typeof key.keys === "string" ? key.keys : key.keys[0];
      entries.push({
        id: `${group.name} ${key.does}`,
        group: group.name,
        label: group.name === "Rooms" ? `Go to ${key.does}` : key.does,
        weight: WEIGHTS[group.name] ?? 12,
        run: key.run,
        ...(first && { keys: first }),
        ...(icon && { icon }),
      });
    }
  }
  return entries;
}

/** Sources, facts, drafts and measures by name, and dossiers that were open before. What cannot be asked is left out. */
export async function thingEntries(): Promise<Entry[]> {
  const [drafts, facts, sources, measures, recent] = await Promise.allSettled([api.drafts(), api.facts(), api.sources(), api.measures(), api.recent()]);
  return [
    ...of(drafts).map((draft) => ({
      id: `draft ${draft.name}`, group: "Documents", label: draft.name, detail: `${draft.kind} to ${draft.to}`, icon: FileText,
      run: () => go({ room: "documents", draft: draft.name }),
    })),
    ...of(facts).map((fact) => ({
      id: `fact ${fact.id}`, group: "Facts", label: fact.words, detail: `${fact.subject}, ${keyWords(fact.property)} ${fact.id}`, icon: kindIcons[fact.kind],
      run: () => go({ room: "facts", fact: fact.id }),
    })),
    ...of(sources).map((source) => ({
      id: `source ${source.id}`, group: "Sources", label: source.title ?? source.file, icon: Newspaper,
      detail: [source.publisher, date(source.published), source.title ? source.file : "", source.id].filter(Boolean).join(", "),
      run: () => go({ room: "sources", source: source.id }),
    })),
    ...of(measures).map((measure) => ({
      id: `measure ${measure.id}`, group: "Measures", label: measure.name, detail: measure.authority, icon: Landmark,
      run: () => go({ room: "measures", measure: measure.id }),
    })),
    ...of(recent)
      .filter((row) => !row.missing)
      .map((row) => ({
        id: `recent ${row.id}`, group: "Dossiers", label: `Open ${row.title}`, detail: `${row.file} ${row.folder}`, icon: FolderOpen,
        run: () => openRecent(row),
      })),
  ];
}

function of<T>(settled: PromiseSettledResult<T[]>): T[] {
  return settled.status === "fulfilled" ? settled.value : [];
}

/** What fits, on shelves in the order of their best; nothing typed: the acts alone. A search of the texts is always the last way on. */
export function arranged(typed: string, acts: readonly Entry[], things: readonly Entry[], search: (words: string) => Entry): Shelf[] {
  const words = typed.trim();
  const found = words === "" ? [...acts] : rank(words, [...acts, ...things], 40);
  const shelves = new Map<string, Entry[]>();
  for (const entry of found) shelves.set(entry.group, [...(shelves.get(entry.group) ?? []), entry]);
  const all = [...shelves].map(([name, entries]) => ({ name, entries }));
  if (words !== "") all.push({ name: "Search", entries: [search(words)] });
  return all;
}
