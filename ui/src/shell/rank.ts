// Which entries fit what was typed, best first. Every word typed has to fit; the parts of a word may be left out.

export type Ranked = { label: string; detail?: string | undefined; weight?: number };

/** Words between spaces, so that " word" is a beginning and " word " a whole word. */
type Folded = { label: string; initials: string; detail: string };
const folded = new WeakMap<object, Folded>();

/** The best `limit` entries; all of them in their order where nothing was typed. */
export function rank<T extends Ranked>(typed: string, entries: readonly T[], limit = 50): T[] {
  const asked = fold(typed).split(" ").filter(Boolean);
  if (asked.length === 0) return entries.slice(0, limit);
  const scored: { entry: T; score: number; at: number }[] = [];
  entries.forEach((entry, at) => {
    const score = scoreOf(asked, entry);
    if (score > 0) scored.push({ entry, score: score + (entry.weight ?? 0), at });
  });
  scored.sort((a, b) => b.score - a.score || a.entry.label.length - b.entry.label.length || a.at - b.at);
  return scored.slice(0, limit).map(({ entry }) => entry);
}

function scoreOf(asked: readonly string[], entry: Ranked): number {
  const text = textOf(entry);
  let sum = 0;
  for (const word of asked) {
    const best = fit(word, text);
    if (best === 0) return 0;
    sum += best;
  }
  return sum / asked.length + (text.label.startsWith(` ${asked.join(" ")}`) ? 10 : 0);
}

function fit(word: string, { label, initials, detail }: Folded): number {
  const begins = ` ${word}`;
  if (label.includes(`${begins} `)) return 100;
  if (label.startsWith(begins)) return 95;
  if (label.includes(begins)) return 85;
  if (word.length > 1 && initials.startsWith(word)) return 70;
  if (label.includes(word)) return 55;
  if (detail.includes(begins)) return 45;
  if (detail.includes(word)) return 30;
  return word.length > 2 ? scattered(word, label) : 0;
}

/** The letters of the word in their order, close together: 25 where they touch, less with every gap, nothing when far apart. */
function scattered(word: string, label: string): number {
  let at = -1;
  let gaps = 0;
  for (const letter of word) {
    const next = label.indexOf(letter, at + 1);
    if (next < 0) return 0;
    if (at >= 0) gaps += next - at - 1;
    at = next;
  }
  return gaps <= word.length * 2 ? Math.max(1, 25 - gaps * 2) : 0;
}

function textOf(entry: Ranked): Folded {
  let text = folded.get(entry);
  if (!text) {
    const label = fold(entry.label);
    text = { label: ` ${label} `, initials: label.replaceAll(/(\S)\S*\s*/g, "$1"), detail: ` ${fold(entry.detail ?? "")} ` };
    folded.set(entry, text);
  }
  return text;
}

/** Small letters without accents; everything that is no letter or number parts words. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (PLAIN.test(small)) return small.replaceAll(/[^a-z0-9]+/g, " ").trim();
  return small
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Nearly every name is; it saves most of the time among thousands. */
const PLAIN = /^[ -~]*$/;
