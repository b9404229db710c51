// Marks, in a snippet, the words that were searched for, whatever their ending.
import { fold } from "./rank";

export type Piece = { text: string; found: boolean };

export function pieces(snippet: string, searched: string): Piece[] {
  const stems = fold(searched).split(" ").filter(Boolean).map(stem);
  const all: Piece[] = [];
  for (const text of snippet.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const found = stems.includes(stem(fold(text))) && /[\p{L}\p{N}]/u.test(text);
    const last = all.at(-1);
    if (last && last.found === found) last.text += text;
    else all.push({ text, found });
  }
  return all;
}

/** About as far as the index cuts words: "accounts" and "accounting" meet at "account". */
function stem(word: string): string {
  const short = word.replace(/(?:ation|ing|ed|ies|es|s|ly|e)$/, "");
  return short.length >= 3 ? short : word;
}
