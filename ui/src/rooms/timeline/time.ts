// When the facts of a chart were: to sort by, and in words.
import type { Edtf } from "../../api/client";
import { date } from "../../words";
import type { ChartRow } from "./rows";

/** When a row begins, as text that sorts; a year that the chart inferred counts as stated. Empty where there is no date. */
export function time(row: ChartRow): string {
  return row.period === "" ? "" : start(row.period, inferredYear(row.label));
}

/** Rows in the order of time, what has no date last; rows of one day stay as they were. */
export function inTime(rows: ChartRow[]): ChartRow[] {
  const timed = rows.map((row) => ({ row, at: time(row) }));
  timed.sort((a, b) => (a.at === b.at ? 0 : a.at === "" ? 1 : b.at === "" ? -1 : a.at < b.at ? -1 : 1));
  return timed.map(({ row }) => row);
}

/** When an EDTF period begins, as text that sorts: unknown years after known ones, an open start first. */
export function start(period: Edtf, inferred: string | null = null): string {
  const [from = "", to = ""] = period.replace(/[~?%]/g, "").split("/");
  const known = from === "" || from === ".." ? to : from;
  if (known === "" || known === "..") return "";
  const [year = "", month = "", day = ""] = known.split("-");
  const settled = /X/.test(year) ? (inferred ?? year.replaceAll("X", "9")) : year;
  const rest = [month, day].map((part) => part.replaceAll("X", "0").padStart(2, "0"));
  const open = from === "" || from === ".." ? "0" : "1";
  return `${settled}-${rest.join("-")}-${open}`;
}

/** The year that a chart took from dated sources, by the words of its label. */
export function inferredYear(label: string): string | null {
  return /^[^:]*\(year inferred: (\d{4})\)/.exec(label)?.[1] ?? null;
}

/** When a row was, in words: "20 April 2026, year inferred"; empty where no date is stated. */
export function whenWords(row: ChartRow): string {
  const inferred = inferredYear(row.label);
  if (!inferred || !row.period.includes("XXXX")) return date(row.period);
  return `${date(row.period.replaceAll("XXXX", inferred))}, year inferred`;
}
