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
  let cell = "";
  let quoted = false;
  const text = csv.startsWith("\uFEFF") ? csv.slice(1) : csv;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === ",") {
      record.push(cell);
      cell = "";
    } else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && text[at + 1] === "\n") at += 1;
      record.push(cell);
      records.push(record);
      record = [];
      cell = "";
    } else cell += letter;
  }
  if (cell !== "" || record.length > 0) records.push([...record, cell]);
  return records.filter((cells) => cells.length > 1 || cells[0] !== "");
}
