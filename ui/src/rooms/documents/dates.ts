// Dates as letters print them: the text stands beside its pages, and both say a day in one way.
import { date } from "../../words";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "November 21, 2026"; what is no day in the words of the window, which are the same: "June 2026". */
export function asPrinted(edtf: string): string {
  const words = date(edtf);
  if (!DAY.test(edtf)) return words;
  const [day, month, year] = words.split(" ");
  return `${month} ${day}, ${year}`;
}
