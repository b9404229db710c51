// Splitting a claim that says several things into as many.
import type { Form } from "./form";
import { hasFigure } from "./form";

/** `form` in two or more, as far as it can be told where one ends: by its quotations, else by the "and" in its words, else twice the same. */
export function parted(form: Form): Form[] {
  const words = hasFigure(form.kind) ? [form.value] : listedIn(form.value);
  if (words.length > 1) return words.map((value, at) => ({ ...form, value, quotes: form.quotes.length === words.length ? form.quotes.slice(at, at + 1) : [...form.quotes] }));
  if (form.quotes.length > 1) return form.quotes.map((quote) => ({ ...form, quotes: [quote] }));
  return [form, form].map((part) => ({ ...part, quotes: [...part.quotes] }));
}

/** "planning, tool use and translation" in three. */
function listedIn(words: string): string[] {
  return words.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*;\s*/).map((part) => part.trim()).filter(Boolean);
}

/** Two parts that say the same are one: the number of the first that repeats another, from 0, or undefined. */
export function repeated(parts: Form[]): number | undefined {
  const said = parts.map((form) => JSON.stringify(form));
  const at = said.findIndex((form, place) => said.indexOf(form) !== place);
  return at < 0 ? undefined : at;
}
