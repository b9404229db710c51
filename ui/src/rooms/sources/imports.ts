// What came of an import, in words.
import type { ImportRow, ImportState, SourceRow } from "../../api/client";
import { count } from "../../words";
import { issueLine } from "./details";
import { nameOfId } from "./list";
import { under, type ResultLine } from "./results";

/** The files that ended one way. */
export interface ImportGroup {
  state: ImportState;
  title: string;
  /** What that means, and what to do. */
  about: string;
  rows: ImportRow[];
}

const groups: Omit<ImportGroup, "rows">[] = [
  { state: "failed", title: "Not imported", about: "Nothing was kept of these. Mend them as their line says, then import them again." },
  { state: "revision", title: "Later versions", about: "Each is kept beside the earlier version of the same article." },
  { state: "new", title: "New", about: "Their claims wait for you to read them." },
  { state: "known", title: "Already here", about: "The dossier holds the same bytes; nothing was added." },
];

/** The rows by how they ended, those that need somebody first, in each group too; no empty group. */
export function grouped(rows: ImportRow[]): ImportGroup[] {
  const of = (state: ImportState) => {
    const ended = rows.filter((row) => row.state === state);
    return [...ended.filter((row) => tone(row) === "warn"), ...ended.filter((row) => tone(row) !== "warn")];
  };
  return groups.map((group) => ({ ...group, rows: of(group.state) })).filter((group) => group.rows.length > 0);
}

/** The lines of an import: each group under its head, or that of one state alone. */
export function importLines(rows: ImportRow[], only: ImportState | "all" = "all"): ResultLine<ImportRow>[] {
  return grouped(rows)
    .filter(({ state }) => only === "all" || state === only)
    .flatMap(({ title, about, rows }) => under({ title, about, number: rows.length }, rows));
}

/** So few files are seen at a glance: nobody need choose among them. */
const AT_A_GLANCE = 8;

/** The states to choose from where there are many files of several; none otherwise. */
export function choices(rows: ImportRow[]): { state: ImportState | "all"; label: string; number: number }[] {
  const all = grouped(rows);
  if (all.length < 2 || rows.length <= AT_A_GLANCE) return [];
  return [{ state: "all", label: "All", number: rows.length }, ...all.map(({ state, title, rows }) => ({ state, label: title, number: rows.length }))];
}

/** The files that were left out, a line each with why, for whoever is to send them again. */
export function leftOutText(rows: ImportRow[]): string {
  const failed = rows.filter((row) => row.state === "failed");
  return failed.map((row) => `${row.file}: ${row.issues.map((issue) => issueLine(issue, nameAndHolder(row.file).name)).join(" ")}\n`).join("");
}

const tones = { new: "good", revision: "good", known: "quiet", failed: "bad" } as const satisfies Record<ImportState, string>;

/** How a file's line looks: what came in with something to know about it is not as good as what came in without. */
export function tone(row: ImportRow): "good" | "warn" | "bad" | "quiet" {
  return tones[row.state] === "good" && row.issues.length > 0 ? "warn" : tones[row.state];
}

/** A file's own name, and what it lies in: "broken.zip" of "outer.zip/in/inner.zip". */
export function nameAndHolder(file: string): { name: string; holder: string } {
  const at = file.replace(/[/\\]+$/, "").search(/[^/\\]+$/);
  return at <= 0 ? { name: file, holder: "" } : { name: file.slice(at), holder: file.slice(0, at - 1) };
}

/** What a file's line says below its name: which mail it came with, and what to know. Of what was here before that was said then. */
export function reasons(row: ImportRow, sources: SourceRow[]): string[] {
  if (row.state === "known") return [];
  const within = sources.find((one) => one.id === row.source)?.within;
  const { name, holder } = nameAndHolder(row.file);
  const place = within ? [`Attached to ${nameOfId(sources, within)}`] : holder ? [`In ${holder}`] : [];
  return [...place, ...row.issues.map((issue) => issueLine(issue, name))];
}

const short: Record<ImportState, string> = { new: "new", revision: "later version", known: "already here", failed: "not imported" };

/** "9 new, 1 already here, 2 not imported". */
export function summary(rows: ImportRow[], stopped = false): string {
  if (rows.length === 0) return stopped ? "nothing was read by then" : "no files found";
  const parts = (["new", "revision", "known", "failed"] as const).flatMap((state) => {
    const number = rows.filter((row) => row.state === state).length;
    if (number === 0) return [];
    return state === "revision" ? [count(number, short.revision)] : [`${number.toLocaleString("en-US")} ${short[state]}`];
  });
  return parts.join(", ");
}

/** What a file's line says after its name. */
export function outcome(row: ImportRow): string {
  switch (row.state) {
    case "new":
    case "revision":
      if (row.characters === 0) return "kept as an exhibit";
      return row.claims === 0 ? "no claims found in it" : `${count(row.claims, "claim")} to read`;
    case "known":
      return row.source ? `is ${row.source}` : "is in the dossier";
    case "failed":
      return "";
  }
}

/** The name of the task: "Importing 12 files"; a folder's files are not counted yet. */
export function importing(picks: { name: string; folder: boolean }[]): string {
  const [only, ...more] = picks;
  if (only && more.length === 0) return `Importing ${only.folder ? "the folder " : ""}${only.name}`;
  const folders = picks.filter((pick) => pick.folder).length;
  const files = picks.length - folders;
  const parts = [files > 0 ? count(files, "file") : "", folders > 0 ? count(folders, "folder") : ""].filter(Boolean);
  return `Importing ${parts.join(" and ")}`;
}

/** The same of what is through: "From 12 files". */
export function importedFrom(title: string): string {
  return title.replace(/^Importing /, "From ");
}

/** The source to show at once instead of a list of results: the only file, if it is in the dossier and nothing need be said of it. */
export function onlySource(rows: ImportRow[]): string | null {
  const [row] = rows;
  return rows.length === 1 && row && row.state !== "failed" && row.issues.length === 0 ? row.source : null;
}

/** A name for pasted text: what was given, else its first line; ends in a file ending so that the text is read as text. */
export function pastedName(name: string, text: string): string {
  const given = name.trim() || (text.trim().split("\n", 1)[0] ?? "").trim().slice(0, 60).trim() || "Pasted text";
  const safe = given.replace(/[/\\:*?"<>|\u0000-\u001f]+/g, " ").replace(/\s+/g, " ").trim() || "Pasted text";
  return /\.(txt|md|markdown)$/i.test(safe) ? safe : `${safe}.txt`;
}
