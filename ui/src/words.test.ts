import { describe, expect, it } from "vitest";
import { bytes, count, date, inGroups, keyWords, lasting, listed, moment, quotation, rungWords, short, when } from "./words";

describe("short", () => {
  it("cuts a number to what has room, and never rounds up", () => {
    expect([0, 999, 1000, 3884, 9_999, 12_345, 1_000_000].map(short)).toEqual(["0", "999", "1k", "3.8k", "9.9k", "12k", "1000k"]);
  });
});

describe("count", () => {
  it("knows one from many", () => {
    expect(count(1, "source")).toBe("1 source");
    expect(count(0, "fact")).toBe("0 facts");
    expect(count(28_800, "claim")).toBe("28,800 claims");
    expect(count(2, "party")).toBe("2 parties");
    expect(count(2, "day")).toBe("2 days");
    expect(count(3, "address")).toBe("3 addresses");
    expect(count(2, "person", "people")).toBe("2 people");
  });
});

describe("quotation", () => {
  it("sets marks within it as single ones", () => {
    expect(quotation("read both")).toBe("“read both”");
    expect(quotation("“Tern” is the shorter form of “Tern Works”")).toBe("“‘Tern’ is the shorter form of ‘Tern Works’”");
  });
});

describe("listed", () => {
  it("joins with commas and an and", () => {
    expect(listed([])).toBe("");
    expect(listed(["C1"])).toBe("C1");
    expect(listed(["C1", "C2"])).toBe("C1 and C2");
    expect(listed(["C1", "C2", "C3"])).toBe("C1, C2 and C3");
  });
});

describe("date", () => {
  const cases: [string | null, string][] = [
    [null, ""],
    ["2026-06-11", "11 June 2026"],
    ["2026-06", "June 2026"],
    ["2026", "2026"],
    ["202X", "the 2020s"],
    ["2026-21", "spring 2026"],
    ["2026-06-11?", "perhaps 11 June 2026"],
    ["2026-06~", "about June 2026"],
    ["2026-04-22/2026-06-05", "22 April to 5 June 2026"],
    ["2026-04-22/2026-04-30", "22 to 30 April 2026"],
    ["2026-04/2026-06", "April to June 2026"],
    ["2025-12-30/2026-01-02", "30 December 2025 to 2 January 2026"],
    ["XXXX-04-22/XXXX-06-05", "22 April to 5 June, year not given"],
    ["XXXX-06", "June, year not given"],
    ["XXXX-03-09", "9 March, year not given"],
    ["2026-04-22/..", "from 22 April 2026"],
    ["../2026-05", "until May 2026"],
    ["2026-04/", "from April 2026"],
    ["[2026-04-01..2026-04-09]", "[2026-04-01..2026-04-09]"],
  ];
  it.each(cases)("says %s as %s", (edtf, words) => expect(date(edtf)).toBe(words));
});

describe("moments", () => {
  const now = new Date(2026, 10, 21, 9, 30);
  const at = (...when: [number, number, number, number, number]) => new Date(...when).toISOString();

  it("are short where they are near", () => {
    expect(when(at(2026, 10, 21, 8, 5), now)).toBe("08:05");
    expect(when(at(2026, 10, 20, 23, 59), now)).toBe("yesterday");
    expect(when(at(2026, 2, 2, 10, 0), now)).toBe("2 March");
    expect(when(at(2025, 2, 2, 10, 0), now)).toBe("2 March 2025");
  });
  it("are whole where they are recorded", () => {
    expect(moment(at(2026, 10, 21, 9, 5))).toBe("21 November 2026, 09:05");
    expect(moment("soon")).toBe("soon");
  });
});

describe("sizes", () => {
  it("say bytes in the largest unit that fits", () => {
    expect(bytes(1)).toBe("1 byte");
    expect(bytes(999)).toBe("999 bytes");
    expect(bytes(1000)).toBe("1 KB");
    expect(bytes(3_440_000)).toBe("3.4 MB");
    expect(bytes(999_600)).toBe("1 MB");
  });
  it("say what is left without false exactness", () => {
    expect(lasting(2)).toBe("a few seconds");
    expect(lasting(12)).toBe("10 seconds");
    expect(lasting(58)).toBe("1 minute");
    expect(lasting(150)).toBe("3 minutes");
    expect(lasting(7200)).toBe("2 hours");
  });
});

describe("terms", () => {
  it("say who stands how near", () => {
    expect(rungWords({ nexus: "linked", party: "Orsova Group" })).toBe("linked to Orsova Group");
    expect(rungWords(null)).toBe("");
  });
  it("say keys as words", () => expect(keyWords("accounts-used")).toBe("accounts used"));
});

it("puts digests into groups", () => {
  expect(inGroups("0123456789abcdef01")).toEqual(["01234567", "89abcdef", "01"]);
});
