// What the columns of a spreadsheet are said to mean, in a person's words.
import type { Column, ColumnMeaning, ColumnRow, ColumnsSaid, SourceRow, TableRow } from "../../api/client";
import { count, grouped, quotation } from "../../words";

const SPREADSHEETS = [
  "text/csv",
  "text/tab-separated-values",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.oasis.opendocument.spreadsheet",
];

/** Whether a source is a spreadsheet, whose columns have meanings. */
export function isSpreadsheet({ media_type }: Pick<SourceRow, "media_type">): boolean {
  return SPREADSHEETS.includes(media_type.split(";", 1)[0]?.trim() ?? "");
}

const meaningWords: Record<ColumnMeaning, string> = {
  nothing: "Not read",
  incident: "What the incident is called",
  accused: "Who did it",
  target: "To whom",
  act: "What was done",
  method: "How it was done",
  capability: "What ability was targeted",
  technique: "Identifier of the technique",
  count: "How many",
  amount: "How much money",
  rate: "What share, in percent",
  date: "When it happened",
  "first-day": "When it began",
  "last-day": "When it ended",
  disclosed: "When it became known",
  certainty: "How sure it is",
  outlet: "Who reports it",
  text: "Sentences about it",
};

/** The meanings to choose from. */
export const meanings = (Object.keys(meaningWords) as ColumnMeaning[]).map((value) => ({ value, label: meaningWords[value] }));

/** What the unit of a meaning is called, and how one is written; undefined where it has none. */
export function unitOf(meaning: ColumnMeaning): { label: string; as: string } | undefined {
  if (meaning === "count") return { label: "Of what", as: "accounts" };
  if (meaning === "amount") return { label: "Currency", as: "USD" };
  return undefined;
}

/** A column by its head, else by its number, from 1. */
export function headWords(head: string, number: number): string {
  return head.trim() || `Column ${number}`;
}

/** Its first cells in one line. */
export function shownWords({ shown, filled }: Pick<ColumnRow, "shown" | "filled">): string {
  if (filled === 0) return "Empty";
  return shown.join(" · ") + (filled > shown.length ? " …" : "");
}

const DAYS: ColumnMeaning[] = ["date", "first-day", "last-day", "disclosed"];

/** How many cells do not say what the column means, while it means what they were read as; empty where all do. */
export function unreadWords({ meaning, filled, unread }: ColumnRow, now: ColumnMeaning): string {
  if (unread === 0 || now !== meaning) return "";
  const what = DAYS.includes(meaning) ? "day" : meaning === "rate" ? "share" : meaning === "amount" ? "sum" : meaning === "count" ? "number" : undefined;
  return `${grouped(unread)} of ${count(filled, "cell")} ${what ? `${unread === 1 ? "is" : "are"} no ${what}` : "cannot be read so"}`;
}

/** The columns of a table as they stand. */
export function columnsOf(table: TableRow): Column[] {
  return table.columns.map(({ head, meaning, unit }) => ({ head, meaning, unit }));
}

/** The columns with another meaning at `at`: a unit is that of its meaning. */
export function meant(columns: Column[], at: number, meaning: ColumnMeaning, before: ColumnRow | undefined): Column[] {
  const unit = before?.meaning === meaning ? before.unit : null;
  return columns.map((column, index) => (index === at ? { ...column, meaning, unit } : column));
}

/** The columns with another unit at `at`, as it is typed. */
export function united(columns: Column[], at: number, unit: string): Column[] {
  return columns.map((column, index) => (index === at ? { ...column, unit } : column));
}

/** What is wrong with a unit. */
export function unitTrouble({ meaning, unit }: Column): string | undefined {
  const typed = unit?.trim() ?? "";
  return meaning === "amount" && typed !== "" && !/^[a-z]{3}$/i.test(typed) ? "Three letters, as USD" : undefined;
}

/** The columns as they are sent: units without white space about them, and none where there is nothing. */
export function spelled(columns: Column[]): Column[] {
  return columns.map((column) => {
    const typed = column.unit?.trim() || null;
    return { ...column, unit: typed && column.meaning === "amount" ? typed.toUpperCase() : typed };
  });
}

/** Whether anything was changed. */
export function changed(table: TableRow, columns: Column[]): boolean {
  return JSON.stringify(columnsOf(table)) !== JSON.stringify(spelled(columns));
}

/** Whether saying it does something: a suggestion can be confirmed as it is. */
export function sayable(table: TableRow, columns: Column[]): boolean {
  return (!table.said || changed(table, columns)) && columns.every((column) => unitTrouble(column) === undefined);
}

/** Who says what the columns mean. */
export function stateWords(table: TableRow, columns: Column[]): { state: string; then: string } {
  if (changed(table, columns)) return { state: "Changed", then: "Not read so yet." };
  if (table.said) return { state: "As you said", then: "Tables with the same heads that are imported later are read so, too." };
  if (table.read) return { state: "Suggested", then: "The rows were read so, by the heads and the first cells. Check each column." };
  return { state: "Not read as incidents", then: "No column tells who did something to whom. Say so where one does." };
}

/** What a sheet is called. */
export function sheetWords(table: TableRow): string {
  return table.sheet?.trim() || `Table ${table.table}`;
}

/** What saying it did. */
export function saidWords({ proposed, withdrawn }: ColumnsSaid): string {
  if (proposed.length === 0 && withdrawn.length === 0) return "The rows say the same as before: no claim was changed.";
  if (proposed.length === 0) return `${count(withdrawn.length, "claim")} withdrawn.`;
  return `${count(proposed.length, "claim")} proposed${withdrawn.length > 0 ? `, ${grouped(withdrawn.length)} withdrawn` : ""}.`;
}

/** The label of a column's field, for whoever does not see the table. */
export function fieldLabel(what: string, head: string, number: number): string {
  return `${what}: ${head.trim() ? quotation(head.trim()) : headWords(head, number)}`;
}
