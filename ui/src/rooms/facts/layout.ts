// How claims stand beside each other in the room there is: as columns while they fit, else one under the other.
import type { Compared, Comparable, Field } from "./comparison";

/** Rem. A column narrower than this breaks quotes at every third word. */
const COLUMN = 11;
/** What a row's first cell needs, and each further one. */
const FIRST = 9;
const CELL = 6.5;

export interface Arrangement {
  form: "columns" | "table" | "cards";
  /** The fields shown for each claim. */
  fields: Field[];
  /** What all say; shown once. */
  shared: Field[];
}

/** `width` in rem: of the space for the claims. */
export function arrangement<T extends Comparable>(of: Compared<T>, width: number): Arrangement {
  const number = of.rows.length;
  if (number > 1 && width / number >= COLUMN) return { form: "columns", fields: of.fields, shared: [] };
  if (number < 2) return { form: "cards", fields: [], shared: [] };
  const fields = of.fields.filter((field) => field.shared === undefined);
  const shared = of.fields.filter((field) => field.shared);
  return { form: width >= FIRST + CELL * (fields.length - 1) ? "table" : "cards", fields, shared };
}
