// Where words stand in the original, as a person would look them up there: "page 3", "row 12, column 2", "/objects/3/name".
import type { Mark, Span } from "../../api/client";
import { isSpreadsheet } from "./columns";

/** What a leaf of a document of this media type is called. */
export function leafOf(mediaType: string): "page" | "slide" {
  return /presentation/.test(mediaType) ? "slide" : "page";
}

/** The place of `span` as far as the marks give it; empty where they do not. */
export function place(marks: Mark[], span: Span, mediaType: string): string {
  const leaf = leafOf(mediaType);
  const over = marks.filter((mark) => mark.span.start < span.end && span.start < mark.span.end);
  const leaves = over.flatMap((mark) => (mark.kind === "page" && mark.label ? [mark.label] : []));
  const cells = over.flatMap((mark) => {
    const [row, column] = mark.kind === "cell" ? (mark.label ?? "").split(":").map(Number) : [];
    return row && column ? [{ row, column }] : [];
  });
  const rows = counted("row", cells.map((cell) => cell.row));
  const columns = cells.every((cell) => cell.row === cells[0]?.row) ? counted("column", cells.map((cell) => cell.column)) : "";
  const sheet = rows && isSpreadsheet({ media_type: mediaType }) ? sheetOf(marks, span) : "";
  return [named(leaf, leaves), sheet, rows, columns, pointerTo(over, span)].filter(Boolean).join(", ");
}

/** Which sheet of a workbook with several: each begins with a heading. */
function sheetOf(marks: Mark[], span: Span): string {
  const sheets = marks.filter((mark) => mark.kind === "heading");
  return sheets.length > 1 ? `sheet ${sheets.filter((mark) => mark.span.start <= span.start).length}` : "";
}

/** The closest JSON pointer to all of `span`. */
function pointerTo(over: Mark[], span: Span): string {
  const whole = over.filter((mark) => mark.kind === "pointer" && mark.span.start <= span.start && span.end <= mark.span.end);
  const length = (mark: Mark) => mark.span.end - mark.span.start;
  return whole.reduce<Mark | undefined>((closest, mark) => (closest && length(closest) <= length(mark) ? closest : mark), undefined)?.label ?? "";
}

function counted(noun: string, numbers: number[]): string {
  return named(noun, [...new Set(numbers)].sort((a, b) => a - b).map(String));
}

/** "page 3", "pages 3 and 4", "pages 3 to 5". */
function named(noun: string, labels: string[]): string {
  const [first, ...rest] = labels;
  const last = rest.at(-1);
  if (!first) return "";
  return last ? `${noun}s ${first} ${rest.length === 1 ? "and" : "to"} ${last}` : `${noun} ${first}`;
}
