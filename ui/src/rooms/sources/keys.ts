// The keys of this room: along the sources, and on the claims of the one that is read.
import type { Key } from "../../state/keys.svelte";
import { countKind } from "../../words";
import { isSpreadsheet } from "./columns";
import type { Desk } from "./desk.svelte";
import { isPaged } from "./pages";
import type { Session } from "./session.svelte";
import { waitingIds } from "./review";
import type { Other } from "./versions";
import { compareWords } from "./versions";
import type { SourceRow } from "../../api/client";

/** What the room shows, and what can be done in it. */
export interface Ways {
  desk: Desk;
  session: Session;
  readOnly: boolean;
  /** The sources: all, and those that are listed. */
  all: number;
  rows: number;
  /** The one that is read. */
  source: SourceRow | undefined;
  /** Another has claims to judge. */
  next: boolean;
  /** It has words. */
  text: boolean;
  /** Two texts are compared in place of the one that is read. */
  comparing: boolean;
  /** The versions of the source that is read. */
  versions: Other[];
  /** There is an act to take back. */
  undoes: boolean;
  toNext: () => unknown;
  stepSource: (by: 1 | -1) => unknown;
  fold: () => unknown;
  find: () => unknown;
  compare: (other?: SourceRow) => unknown;
  take: () => unknown;
  ask: () => unknown;
  takeBack: () => unknown;
  toText: () => unknown;
  begin: () => unknown;
  putAway: () => unknown;
}

export function sourceKeys(room: Ways): Key[] {
  const { desk, session } = room;
  const reads = desk.doing.is === "reading";
  const source = room.source;
  const [version, ...versions] = room.versions;
  const pictured = session.pictured !== null && session.pictured === source?.id;
  const compares = () => source !== undefined && reads && !room.comparing;
  return [
    { keys: "shift+n", does: "Next source with claims to judge", run: room.toNext, when: () => reads && room.next },
    { keys: "shift+j", does: "Next source", run: () => room.stepSource(1), when: () => room.rows > 0 },
    { keys: "shift+k", does: "Previous source", run: () => room.stepSource(-1), when: () => room.rows > 0 },
    { keys: "l", does: session.judging ? "Show the list of sources" : "Fold the list of sources away", run: room.fold, when: () => room.all > 0 && reads },
    { keys: "c", does: "Show the claims", run: () => (session.tab = "claims"), when: () => source !== undefined && reads },
    { keys: "d", does: "Show the details", run: () => (session.tab = "details"), when: () => source !== undefined && reads },
    { keys: "v", does: source && version ? compareWords(source, version.source) : "Compare with its nearest copy", run: () => room.compare(version?.source), when: () => compares() && (room.text || version !== undefined) },
    ...versions.map(({ source: other }) => ({ keys: [], does: source ? compareWords(source, other) : "", run: () => room.compare(other), when: compares })),
    { keys: "o", does: pictured ? "Show the text" : "Show the page as it looks", run: () => (session.pictured = pictured ? null : (source?.id ?? null)), when: () => source !== undefined && isPaged(source) && !room.comparing },
    { keys: "t", does: "Columns: say what they mean", run: () => (session.columns = source?.id ?? null), when: () => source !== undefined && isSpreadsheet(source) && reads && !room.comparing },
    { keys: "f", does: "Filter the sources", run: room.find, when: () => room.all > 0 && reads },
    { keys: "p", does: "Paste text", run: () => (session.pasting = true), when: () => !room.readOnly && reads },
  ];
}

export function claimKeys(room: Ways): Key[] {
  const { desk, session, readOnly } = room;
  // Where two texts are compared, the letters belong to the comparison.
  if (room.comparing) return [];
  const reads = desk.doing.is === "reading";
  const judges = reads && !readOnly;
  const waiting = waitingIds(desk.listed);
  const canChange = () => judges && desk.claim !== undefined && desk.claim.state !== "superseded";
  return [
    { keys: "j", does: "Next claim that waits", run: () => desk.step(1), when: () => reads && desk.listed.length > 0 },
    { keys: "k", does: "Previous claim that waits", run: () => desk.step(-1), when: () => reads && desk.listed.length > 0 },
    { keys: "a", does: "Accept the claim", run: () => desk.accept(), when: () => canChange() && desk.claim?.state !== "accepted" },
    { keys: "e", does: "Edit the claim", run: () => desk.edit(), when: canChange },
    { keys: "r", does: "Reject the claim", run: room.ask, when: () => canChange() && desk.claim?.state !== "rejected" },
    { keys: "s", does: "Split the claim", run: () => desk.split(), when: canChange },
    { keys: "m", does: "Merge the claim with its duplicates", run: () => desk.merge(), when: canChange },
    { keys: "n", does: desk.writing ? "Take the selected words" : "Add a claim on the selected words", run: room.take, when: () => room.text && !readOnly && desk.doing.is !== "merging" && desk.doing.is !== "choosing" },
    { keys: "shift+a", does: desk.claim && desk.ofKind.length > 0 ? `Accept ${countKind(desk.ofKind.length, desk.claim.kind)} that wait here, in bulk` : "Accept all of its kind, in bulk", run: () => desk.acceptKind(), when: () => judges && desk.ofKind.length > 0 },
    { keys: "mod+shift+a", does: "Accept all claims shown, in bulk", run: () => desk.acceptListed(), when: () => judges && waiting.length > 0 },
    { keys: ["u", "mod+z"], does: "Undo", typing: false, run: room.takeBack, when: () => judges && room.undoes },
    { keys: "enter", does: "To the claim's words", run: room.toText, when: () => reads && desk.selected !== null },
    { keys: "enter", does: "Judge the claims", run: room.begin, when: () => reads && desk.selected === null && waiting.length > 0 },
    { keys: "enter", does: "On to the next source", run: room.toNext, when: () => reads && desk.selected === null && desk.waiting.length === 0 && room.next, unlisted: true },
    { keys: "enter", does: "Merge those chosen", run: () => desk.join(), when: () => desk.doing.is === "merging" },
    { keys: "escape", does: "Leave what is being written", run: () => desk.leave(), when: () => !reads, typing: true },
    { keys: "escape", does: "Put the claim away", run: room.putAway, when: () => reads && desk.selected !== null, unlisted: true },
    { keys: "escape", does: "Back to the list of sources", run: room.fold, when: () => reads && desk.selected === null && session.judging, unlisted: true },
  ];
}
