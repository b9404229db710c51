// Dates as people write them and as the record keeps them (EDTF): "22 April 2026" is 2026-04-22, a year that nobody gave XXXX.

import { date } from "../../words";

/** What was written: as a date, or why it is none. Nothing written is neither. */
export type Written = { edtf?: string; problem?: string };

export function periodOf(words: string): Written {
  const text = words.trim().replaceAll(/\s+/g, " ");
  if (text === "") return {};
  const edtf = asEdtf(text) ?? spelledOut(text);
  if (!edtf) return { problem: "Write a date such as 22 April 2026, April 2026 or 2026-04-22, or two of them with “to” between." };
  return endsBeforeItStarts(edtf) ? { problem: "It ends before it starts." } : { edtf };
}

/** A date of the record as a person would write it: "22 April 2026"; as the record has it where words would say less. */
export function written(edtf: string | null): string {
  const words = date(edtf).replace(/, year not given$/, "");
  return periodOf(words).edtf === edtf ? words : (edtf ?? "");
}

function asEdtf(text: string): string | undefined {
  const ends = text.split("/");
  if (ends.length > 2) return undefined;
  if (ends.length === 1) return isDate(text) ? text : undefined;
  const known = ends.filter((end) => end !== ".." && end !== "");
  return known.length > 0 && known.every(isDate) ? text : undefined;
}

function isDate(text: string): boolean {
  const found = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$/.exec(text);
  if (!found || (found[1] === "XXXX" && !found[2])) return false;
  const month = found[2] === undefined ? 1 : Number(found[2]);
  if (month < 1 || month > 12) return false;
  const day = found[3] === undefined ? 1 : Number(found[3]);
  return day >= 1 && day <= daysOf(found[1] ?? "", month);
}

/** A year that is not given may be a leap year. */
function daysOf(year: string, month: number): number {
  return new Date(Date.UTC(year === "XXXX" ? 2000 : Number(year), month, 0)).getUTCDate();
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

function spelledOut(text: string): string | undefined {
  const since = /^(?:from|since) (.+)$/i.exec(text);
  const range = /^(?:from |between )?(.+?)(?: to | until | and | ?[–—] ?| - )(.+)$/i.exec(text);
  if (range) {
    const to = dateOf(range[2] ?? "");
    const from = dateOf(range[1] ?? "", to);
    return from && to ? `${from}/${to}` : undefined;
  }
  if (since) return ending(dateOf(since[1] ?? ""), "", "/..");
  const until = /^until (.+)$/i.exec(text);
  return until ? ending(dateOf(until[1] ?? ""), "../", "") : dateOf(text);
}

const ending = (date: string | undefined, before: string, after: string) => date && `${before}${date}${after}`;

/** One date; what it leaves out stands in `other`, the end of its range: "22 to 24 April 2026". */
function dateOf(words: string, other?: string): string | undefined {
  if (isDate(words)) return words;
  const about = /^(?:about|around|c\.) /i.exec(words);
  const parts = words.slice(about?.[0].length ?? 0).replaceAll(",", " ").split(/\s+/).filter(Boolean);
  let [year, month, day]: (string | undefined)[] = [];
  for (const part of parts) {
    const named = MONTHS.findIndex((name) => name === part.toLowerCase() || (part.length >= 3 && name.startsWith(part.toLowerCase().replace(/\.$/, ""))));
    if (named >= 0 && !month) month = two(named + 1);
    else if (/^\d{4}$/.test(part) && !year) year = part;
    else if (/^\d{1,2}(st|nd|rd|th)?$/i.test(part) && !day) day = two(Number.parseInt(part, 10));
    else return undefined;
  }
  const [otherYear, otherMonth] = (other ?? "").replace(/[?~%]$/, "").split("-");
  if (!month && day) month = otherMonth;
  if (!year && month) year = otherYear || "XXXX";
  const date = [year, month, day].filter(Boolean).join("-");
  return year && isDate(date) ? date + (about ? "~" : "") : undefined;
}

const two = (number: number) => String(number).padStart(2, "0");

function endsBeforeItStarts(edtf: string): boolean {
  const [from, to] = edtf.split("/").map((end) => end.replace(/[?~%]$/, ""));
  if (!from || !to || from === ".." || to === ".." || from.startsWith("XXXX") !== to.startsWith("XXXX")) return false;
  // Without a year, a span may run over the end of one.
  return !from.startsWith("XXXX") && from > `${to}${"-99".repeat(3 - to.split("-").length)}`;
}
