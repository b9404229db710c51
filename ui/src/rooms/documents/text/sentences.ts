// Where a sentence ends in typed and pasted text. Careful rather than clever: a sentence that was not split only reads on, and can
// be split by hand.

/** Words that end in a full stop and end no sentence. */
const SHORT = new Set(
  "mr mrs ms dr prof sen rep hon gov gen no nos sec secs art ch cong stat fed reg supp pt pts p pp para v vs cf e.g i.e al inc ltd corp co jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k e.u st".split(
    " ",
  ),
);

/** Whether `before`, the text up to the caret, ends a sentence. */
export function endsSentence(before: string): boolean {
  const end = /(\S+?)([.?!]+)["”’')\]]*$/.exec(before);
  if (!end) return false;
  const [, word = "", mark = ""] = end;
  if (mark !== ".") return true;
  const bare = word.replace(/^["“‘'([]+/, "").toLowerCase();
  return !SHORT.has(bare) && !/^(.\.)*\p{L}$/u.test(bare) && !(bare === "" || /^§+$/.test(bare));
}

/** The sentences of pasted text, without line ends. */
export function split(text: string): string[] {
  const flat = text.replace(/\s+/g, " ").trim();
  const found: string[] = [];
  let start = 0;
  for (let at = flat.indexOf(" "); at !== -1; at = flat.indexOf(" ", at + 1)) {
    const next = flat[at + 1] ?? "";
    if (!/\p{Ll}/u.test(next) && endsSentence(flat.slice(start, at))) {
      found.push(flat.slice(start, at));
      start = at + 1;
    }
  }
  if (start < flat.length) found.push(flat.slice(start));
  return found;
}
