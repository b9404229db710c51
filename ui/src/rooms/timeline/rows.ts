// The rows behind a chart, read from its CSV (RFC 4180).
import type { Edtf, FactId } from "../../api/client";

export type ChartRow = {
  fact: FactId;
  label: string;
  value: string;
  unit: string;
  bound: string;
  /** EDTF; empty where no date is stated. */
  period: Edtf;
  hedge: string;
  origins: string[];
};

/** The rows of a chart, in its order. Columns go by their heads, so that more of them do no harm. */
export function rows(csv: string): ChartRow[] {
  const [head, ...records] = parse(csv);
  if (!head) return [];
  const column = (name: string) => head.indexOf(name);
  const at = {
    fact: column("fact"), label: column("label"), value: column("value"), unit: column("unit"),
    bound: column("bound"), period: column("period"), hedge: column("hedge"), origins: column("origins"),
  };
  return records.map((record) => {
    const cell = (index: number) => record[index] ?? "";
    return {
      fact: cell(at.fact), label: cell(at.label), value: cell(at.value), unit: cell(at.unit),
      bound: cell(at.bound), period: cell(at.period), hedge: cell(at.hedge),
      origins: cell(at.origins).split("; ").filter((name) => name !== ""),
    };
  });
}

/** CSV as records of cells; cells in quotes may hold commas, line ends and doubled quotes. */
export function parse(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = csv.startsWith("\uFEFF") ? 1 : 0;
  while (at < csv.length) {
    const [cell, end] = csv[at] === '"' ? quoted(csv, at) : plain(csv, at);
    record.push(cell);
    at = end + 1;
    if (csv[end] === ",") {
      // A comma at the very end leaves one more cell, which is empty.
      if (at >= csv.length) record.push("");
      continue;
    }
    if (csv[end] === "\r" && csv[at] === "\n") at += 1;
    if (record.length > 1 || cell !== "") records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}

/** A cell without quotes from `start`, and where it ends. */
function plain(csv: string, start: number): [string, number] {
  STOP.lastIndex = start;
  const end = STOP.exec(csv)?.index ?? csv.length;
  return [csv.slice(start, end), end];
}

/** A cell in quotes from `start`, and where it ends; what follows its closing quote belongs to it. */
function quoted(csv: string, start: number): [string, number] {
  let close = csv.indexOf('"', start + 1);
  while (close >= 0 && csv[close + 1] === '"') close = csv.indexOf('"', close + 2);
  if (close < 0) return [csv.slice(start + 1).replaceAll('""', '"'), csv.length];
  const [rest, end] = plain(csv, close + 1);
  return [csv.slice(start + 1, close).replaceAll('""', '"') + rest, end];
}

const STOP = /[,\r\n]/g;
