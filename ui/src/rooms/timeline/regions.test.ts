import { describe, expect, it } from "vitest";
import type { ChartView } from "../../api/client";
import { spots, told, walk } from "./regions";
import type { ChartRow } from "./rows";

type Region = ChartView["regions"][number];

const box = { x: 0, y: -24, width: 624, height: 624 };
const region = (fact: string, x: number, y: number, width = 100, height = 24): Region => ({ fact, x, y, width, height, label: fact });
const row = (fact: string, period: string, label = ""): ChartRow => ({
  fact, label, period, value: "", unit: "", bound: "", hedge: "stated", origins: [],
});
const order = (regions: Region[], rows: ChartRow[]) => spots("timeline", regions, rows, box).map((spot) => spot.fact);

describe("spots", () => {
  it("places regions in percent of what the picture shows, a line above the origin included", () => {
    const [spot] = spots("scale", [region("F1", 62.4, 7.2, 312, 62.4)], [], box);
    expect(spot).toMatchObject({ left: 10, across: 50, down: 10 });
    expect(spot?.top).toBeCloseTo(5);
  });

  it("goes by time on a timeline, whatever lane a fact is in", () => {
    const regions = [region("F1", 100, 40), region("F2", 50, 80), region("F3", 10, 120)];
    expect(order(regions, [row("F1", "2026-04-14/2026-04-28"), row("F2", "2026-06-11"), row("F3", "2026-03")])).toEqual(["F3", "F1", "F2"]);
  });

  it("takes an inferred year for stated, and puts what has no date last, as drawn", () => {
    const regions = [region("F5", 0, 220), region("F4", 0, 200), region("F2", 0, 40), region("F1", 0, 80)];
    const rows = [row("F1", "XXXX-03-11/XXXX-05-03", "March 11 to May 3 (year inferred: 2026): the window"), row("F2", "2026-03-09"), row("F4", ""), row("F5", "")];
    expect(order(regions, rows)).toEqual(["F2", "F1", "F4", "F5"]);
  });

  it("reads other charts row by row", () => {
    const regions = [region("F2", 0, 60), region("F1", 400, 18, 20, 24), region("F1", 0, 20, 160, 20)];
    const keys = spots("targeting", regions, [], box).map((spot) => [spot.fact, spot.x]);
    expect(keys).toEqual([["F1", 0], ["F1", 400], ["F2", 0]]);
  });
});

describe("walk", () => {
  const walked = spots("scale", [region("a", 0, 0), region("b", 200, 0), region("c", 210, 40), region("d", 0, 80)], [], box);
  const to = (from: number, step: Parameters<typeof walk>[2]) => walked[walk(walked, from, step)]?.fact;

  it("steps to the next and the previous, and stays at the ends", () => {
    expect([to(0, "next"), to(1, "next"), to(3, "next")]).toEqual(["b", "c", "d"]);
    expect([to(3, "previous"), to(0, "previous")]).toEqual(["c", "a"]);
    expect([to(2, "first"), to(0, "last")]).toEqual(["a", "d"]);
  });

  it("steps to what stands nearest above or below", () => {
    expect([to(1, "below"), to(2, "below"), to(2, "above"), to(0, "above")]).toEqual(["c", "d", "b", "a"]);
  });

  it("goes nowhere on an empty chart", () => {
    expect(walk([], 0, "next")).toBe(-1);
  });
});

describe("told", () => {
  it("leaves date, hedge and origins to the marks beside it", () => {
    const what = (...of: Parameters<typeof told>) => told(...of).what;
    expect(what("timeline", "March 9 to May 4, 2026: the window; alleged; 2 origins")).toBe("The window");
    expect(what("timeline", "April (year inferred: 2026): It was introduced: at last; 1 origin")).toBe("It was introduced: at last");
    expect(what("timeline", "Date not stated: Halden: declined to comment; 1 origin")).toBe("Halden: declined to comment");
    expect(what("scale", "Meridian Works: about 24,000 accounts (alleged), 3 origins through 7 reports")).toBe("Meridian Works: about 24,000 accounts");
    expect(what("targeting", "Planning (Meridian Works) (alleged): 1 origin through 2 reports")).toBe("Planning (Meridian Works)");
  });

  it("knows what a figure leaves possible", () => {
    const label = "Meridian Works: about 24,000 accounts (alleged) leaves 21,600 to 26,400 possible and comes from 3 origins through 7 reports";
    expect(told("scale", label)).toEqual({ what: "Meridian Works: about 24,000 accounts", range: "21,600 to 26,400" });
    expect(told("scale", "Meridian Works: exactly 11 customers leaves 11 possible and comes from 1 origin through 1 report").what).toBe("Meridian Works: exactly 11 customers");
  });

  it("knows which report a mark stands for, and its words", () => {
    expect(told("targeting", "Planning (Meridian Works), alleged, in The Morning Model: “planning: at scale”")).toEqual({
      what: "Planning (Meridian Works)", report: "The Morning Model", words: "planning: at scale",
    });
  });
});
