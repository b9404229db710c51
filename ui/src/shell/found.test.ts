import { describe, expect, it } from "vitest";
import { pieces } from "./found";

const marked = (snippet: string, searched: string) =>
  pieces(snippet, searched)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join("");

describe("what was found", () => {
  it.each([
    ["24,000 fraudulent accounts to probe", "accounts", "24,000 fraudulent [accounts] to probe"],
    ["an account, the Accounts and accounting", "accounts", "an [account], the [Accounts] and [accounting]"],
    ["has accused Meridian Works", "works meridian", "has accused [Meridian] [Works]"],
    ["24,000 accounts", "24,000", "[24],[000] accounts"],
    ["Öffentliche Anhörung", "anhorung", "Öffentliche [Anhörung]"],
    ["nothing here", "zebra", "nothing here"],
    ["", "zebra", ""],
  ])("in %s for %s", (snippet, searched, shown) => expect(marked(snippet, searched)).toBe(shown));

  it("loses no letter", () => {
    const snippet = "…to the “Tern lab”, of Orsova’s (Meridian) — Works…";
    expect(pieces(snippet, "lab works").map(({ text }) => text).join("")).toBe(snippet);
  });
});
