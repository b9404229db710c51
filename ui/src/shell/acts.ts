// What the shell can do, once: menus, keys and the palette all run these.
import ArrowLeft from "@lucide/svelte/icons/arrow-left";
import ArrowRight from "@lucide/svelte/icons/arrow-right";
import BookOpen from "@lucide/svelte/icons/book-open";
import Command from "@lucide/svelte/icons/command";
import Copy from "@lucide/svelte/icons/copy";
import Download from "@lucide/svelte/icons/download";
import FilePlus from "@lucide/svelte/icons/file-plus-2";
import FolderInput from "@lucide/svelte/icons/folder-input";
import FolderOpen from "@lucide/svelte/icons/folder-open";
import History from "@lucide/svelte/icons/history";
import Import from "@lucide/svelte/icons/import";
import Inbox from "@lucide/svelte/icons/inbox";
import Keyboard from "@lucide/svelte/icons/keyboard";
import TextSearch from "@lucide/svelte/icons/text-search";
import Settings from "@lucide/svelte/icons/settings-2";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import Type from "@lucide/svelte/icons/a-large-small";
import Undo from "@lucide/svelte/icons/undo-2";
import X from "@lucide/svelte/icons/x";
import { api, type PickFor, type Undone, type WrittenRow } from "../api/client";
import type { Icon } from "../components/icon";
import { dossier } from "../state/dossier.svelte";
import { importFiles, importFolder } from "../state/importing.svelte";
import { proposeFile } from "../state/proposing.svelte";
import type { Key } from "../state/keys.svelte";
import { actualSize, larger, setTheme, smaller } from "../state/settings.svelte";
import { tasks } from "../state/tasks.svelte";
import { attempt, tell } from "../state/tell.svelte";
import { back, enter, forward, where } from "../state/where.svelte";
import { bytes } from "../words";
import { said } from "./acted";
import { fileName, close, openPicked, openSpecimen } from "./opening.svelte";
import { rooms } from "./rooms";
import { show } from "./shown.svelte";

/** `id` is the item's in the menus of the system; `group` where the list of keys and the palette show it. */
export type Act = Key & { id: string; group: ActGroup; icon: Icon };
export type ActGroup = "Rooms" | "Anywhere" | "Dossier" | "Look";

const isOpen = () => dossier.opened !== null;
const canChange = () => isOpen() && !dossier.readOnly;

const toRooms: Act[] = rooms.map((room, place) => ({
  id: `room-${room.id}`,
  group: "Rooms",
  keys: [`alt+${place + 1}`, `g ${room.letter}`],
  does: room.name,
  icon: room.icon,
  run: () => enter(room.id),
  when: isOpen,
}));

const anywhere: Omit<Act, "group">[] = [
  { id: "palette", keys: "mod+k", does: "Do or find anything", icon: Command, run: () => show("palette"), when: isOpen, unlisted: true },
  { id: "find", keys: ["mod+f", "/"], does: "Search the sources", icon: TextSearch, run: () => show("search"), when: isOpen },
  { id: "undo", keys: "mod+z", does: "Undo", icon: Undo, run: undo, when: () => canChange() && !!dossier.overview.value?.undo, typing: false },
  { id: "back", keys: "alt+left", does: "Back to where you were", icon: ArrowLeft, run: back, when: () => isOpen() && where.canBack },
  { id: "forward", keys: "alt+right", does: "Forward again", icon: ArrowRight, run: forward, when: () => isOpen() && where.canForward },
  { id: "history", keys: "g h", does: "History of the dossier", icon: History, run: () => show("history"), when: isOpen },
  { id: "settings", keys: "mod+comma", does: "Settings", icon: Settings, run: () => show("settings") },
  { id: "keys", keys: ["?", "f1"], does: "List of keys", icon: Keyboard, run: () => show("keys") },
];

const ofDossier: Omit<Act, "group">[] = [
  { id: "import", keys: "mod+i", does: "Import files", icon: Import, run: importFiles, when: canChange },
  { id: "import-folder", keys: "mod+shift+i", does: "Import a folder", icon: FolderInput, run: importFolder, when: canChange },
  { id: "take-in", keys: [], does: "Take in proposed claims", icon: Inbox, run: proposeFile, when: canChange },
  { id: "open", keys: "mod+o", does: "Open a dossier", icon: FolderOpen, run: openPicked },
  { id: "new", keys: "mod+n", does: "New dossier", icon: FilePlus, run: () => show("new") },
  { id: "specimen", keys: [], does: "Open the specimen", icon: BookOpen, run: openSpecimen },
  { id: "export-json", keys: [], does: "Export as JSON", icon: Download, run: () => exportAs("json", "json"), when: isOpen },
  { id: "export-stix", keys: [], does: "Export as STIX", icon: Download, run: () => exportAs("stix", "stix.json"), when: isOpen },
  { id: "export-csv", keys: [], does: "Export as CSV", icon: Download, run: () => exportAs("csv", "csv"), when: isOpen },
  { id: "backup", keys: [], does: "Make a backup", icon: Copy, run: () => backup(), when: isOpen },
  { id: "close", keys: "mod+w", does: "Close the dossier", icon: X, run: close, when: isOpen },
];

const look: Omit<Act, "group">[] = [
  { id: "larger", keys: "mod+plus", does: "Larger text", icon: Type, run: larger },
  { id: "smaller", keys: "mod+minus", does: "Smaller text", icon: Type, run: smaller },
  { id: "actual-size", keys: "mod+0", does: "Text at its own size", icon: Type, run: actualSize },
  { id: "theme-light", keys: [], does: "Light", icon: SunMoon, run: () => setTheme("light") },
  { id: "theme-dark", keys: [], does: "Dark", icon: SunMoon, run: () => setTheme("dark") },
  { id: "theme-system", keys: [], does: "Light or dark as the system", icon: SunMoon, run: () => setTheme("system") },
];

const inGroup = (group: ActGroup, list: Omit<Act, "group">[]): Act[] => list.map((act) => ({ ...act, group }));

export const acts: readonly Act[] = [...inGroup("Look", look), ...inGroup("Dossier", ofDossier), ...inGroup("Anywhere", anywhere), ...toRooms];
export const actGroups: readonly ActGroup[] = ["Look", "Dossier", "Anywhere", "Rooms"];

/** Runs a chosen item of the system's menus. */
export function runAct(id: string): void {
  const act = acts.find((each) => each.id === id);
  if (act && (act.when?.() ?? true)) void act.run();
}

export async function undo(): Promise<Undone | undefined> {
  const undone = await attempt(() => api.undo());
  if (undone) tell(`Taken back: ${said(undone.act)}`);
  return undone;
}

function exportAs(what: PickFor, ending: string): Promise<void> {
  return write("Exporting the dossier", what, `.${ending}`, (pick) => api.exportTo(pick));
}

function backup(): Promise<void> {
  return write("Making a backup", "backup", " backup.dossier", (pick) => api.backup(pick));
}

/** Asks where to, then writes there in sight. */
async function write(title: string, what: PickFor, ending: string, work: (pick: number) => Promise<WrittenRow>): Promise<void> {
  const name = fileName(dossier.opened?.title ?? "Dossier");
  const [place] = (await attempt(() => api.pick(what, name + ending))) ?? [];
  if (!place) return;
  await tasks.run(title, () => work(place.id), { result: (row) => `${place.name}, ${bytes(row.bytes)}` });
}
