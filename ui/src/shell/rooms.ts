// The six rooms: their names, signs and keys.
import FileText from "@lucide/svelte/icons/file-text";
import Files from "@lucide/svelte/icons/library";
import Landmark from "@lucide/svelte/icons/landmark";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Package from "@lucide/svelte/icons/package";
import Timeline from "@lucide/svelte/icons/chart-gantt";
import type { Overview } from "../api/client";
import type { Icon } from "../components/icon";
import type { Room } from "../state/where.svelte";
import { count } from "../words";

/** What waits in a room: a number, and what it counts. */
export type Waiting = { number: number; words: string };

export type RoomEntry = { id: Room; name: string; letter: string; icon: Icon; waiting?: (overview: Overview) => Waiting };

export const rooms: readonly RoomEntry[] = [
  { id: "sources", name: "Sources", letter: "s", icon: Files, waiting: (o) => ({ number: o.proposed, words: `${count(o.proposed, "claim")} to review` }) },
  { id: "facts", name: "Facts", letter: "f", icon: ListChecks, waiting: (o) => ({ number: o.conflicts, words: count(o.conflicts, "conflict") }) },
  { id: "timeline", name: "Timeline", letter: "t", icon: Timeline },
  { id: "measures", name: "Measures", letter: "m", icon: Landmark },
  { id: "documents", name: "Documents", letter: "d", icon: FileText },
  { id: "packs", name: "Packs", letter: "p", icon: Package },
];
