import { describe, expect, it } from "vitest";
import type { ChartRow } from "./rows";
import { inferredYear, inTime, start, whenWords } from "./time";

const row = (fact: string, period: string, label = ""): ChartRow => ({
  fact, label, period, value: "", unit: "", bound: "", hedge: "stated", origins: [],
});

describe("start", () => {
  it("sorts days, months and years, an open start first", () => {
    const sorted = ["2026-04-20", "../2026-04-20", "2026-04", "2026", "2025-12-31~", "XXXX-04-20"].map((period) => start(period)).sort();
    expect(sorted).toEqual(["2025-12-31-1", "2026-00-00-1", "2026-04-00-1", "2026-04-20-0", "2026-04-20-1", "9999-04-20-1"]);
    expect(start("XXXX-04-20", "2026")).toBe("2026-04-20-1");
    expect(start("")).toBe("");
    expect(start("../..")).toBe("");
  });
});

describe("inTime", () => {
  it("orders rows by time, what has no date last, else as they were", () => {
    const rows = [row("F1", "2026-06-11"), row("F2", ""), row("F3", "XXXX-04-20", "April 20 (year inferred: 2026): memo"), row("F4", "2026-06-11"), row("F5", "")];
    expect(inTime(rows).map(({ fact }) => fact)).toEqual(["F3", "F1", "F4", "F2", "F5"]);
  });
});

describe("words", () => {
  it("knows the inferred year from one that is told of", () => {
    expect(inferredYear("April (year inferred: 2026): memo")).toBe("2026");
    expect(inferredYear("April 20, 2026: he said (year inferred: 2025)")).toBeNull();
  });

  it("say when, and that a year was inferred", () => {
    expect(whenWords(row("F1", "XXXX-04-20", "April 20 (year inferred: 2026): memo"))).toBe("20 April 2026, year inferred");
    expect(whenWords(row("F1", "XXXX-03-11/XXXX-05-03", "March 11 to May 3 (year inferred: 2026): window"))).toBe("11 March to 3 May 2026, year inferred");
    expect(whenWords(row("F1", "2026-06-11", "June 11, 2026: shares fell"))).toBe("11 June 2026");
    expect(whenWords(row("F1", ""))).toBe("");
  });
});
