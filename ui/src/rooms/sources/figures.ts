// Figures as people write them and as the record keeps them: "28.8 million" is 28800000.

const SCALES: Record<string, number> = {
  hundred: 2, thousand: 3, k: 3, million: 6, m: 6, mn: 6, billion: 9, bn: 9, b: 9, trillion: 12, tn: 12,
};

/** The plain decimal that a person's words are, or null: "28.8 million" is "28800000", "24,000" is "24000". */
export function figureOf(words: string): string | null {
  const found = /^[$€£¥]?\s*(-?)(\d[\d\s,_]*)(?:\.(\d+))?\s*([a-z]*)\s*%?$/i.exec(words.trim());
  if (!found) return null;
  const [, sign = "", whole = "", part = "", scale = ""] = found;
  const places = scale === "" ? 0 : SCALES[scale.toLowerCase()];
  if (places === undefined) return null;
  const digits = whole.replaceAll(/[\s,_]/g, "");
  // Thousands are parted in groups of three: "1,5" is no figure that anybody can be sure of.
  if (/[,_\s]/.test(whole.trim()) && !/^\d{1,3}([\s,_]\d{3})+$/.test(whole.trim())) return null;
  const moved = digits + part.slice(0, places).padEnd(places, "0");
  const rest = part.slice(places).replace(/0+$/, "");
  const plain = moved.replace(/^0+(?=\d)/, "");
  return `${sign}${plain}${rest ? `.${rest}` : ""}`;
}

const SPELLED: [number, string][] = [[12, "trillion"], [9, "billion"], [6, "million"]];

/** The same as it is read: "28.8 million", "24,000"; words that are no figure as they are. */
export function figureWords(value: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!found) return value;
  const [, sign = "", whole = "", part = ""] = found;
  if (!part) {
    for (const [places, name] of SPELLED) {
      if (whole.length <= places) continue;
      const rest = whole.slice(-places).replace(/0+$/, "");
      if (rest.length <= 2) return `${sign}${inThousands(whole.slice(0, -places))}${rest ? `.${rest}` : ""} ${name}`;
      break;
    }
  }
  return `${sign}${inThousands(whole)}${part ? `.${part}` : ""}`;
}

function inThousands(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
