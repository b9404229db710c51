// The facts on a chart as places to point at and to walk between.
import type { ChartKind, ChartView } from "../../api/client";
import { sentence } from "../../words";
import type { Box } from "./picture";
import type { ChartRow } from "./rows";
import { time } from "./time";

type Region = ChartView["regions"][number];

/** A region with its place in percent of the picture. */
export type Spot = Region & { key: string; left: number; top: number; across: number; down: number };

export type Step = "next" | "previous" | "above" | "below" | "first" | "last";

/**
 * The regions of a chart in the order in which a person walks through them: on a timeline by time, what has no date last; on other
 * charts as one reads. Regions of the same fact stay apart, since each says something of its own.
 */
export function spots(kind: ChartKind, regions: Region[], rows: ChartRow[], box: Box): Spot[] {
  const placed = regions.map((region, index) => ({
    ...region,
    key: `${region.fact}-${index}`,
    left: ((region.x - box.x) / box.width) * 100,
    top: ((region.y - box.y) / box.height) * 100,
    across: (region.width / box.width) * 100,
    down: (region.height / box.height) * 100,
  }));
  const reading = (a: Spot, b: Spot) => Math.round(a.y + a.height / 2) - Math.round(b.y + b.height / 2) || a.x - b.x;
  if (kind !== "timeline") return placed.sort(reading);
  const times = new Map(rows.map((row) => [row.fact, time(row)]));
  const order = (a: Spot, b: Spot) => {
    const [one, other] = [times.get(a.fact) ?? "", times.get(b.fact) ?? ""];
    if (one === other) return reading(a, b);
    if (one === "" || other === "") return one === "" ? 1 : -1;
    return one < other ? -1 : 1;
  };
  return placed.sort(order);
}

/** Where one gets from the spot at `from` by a step; `from` itself where there is no further one. */
export function walk(spots: Spot[], from: number, step: Step): number {
  const last = spots.length - 1;
  if (last < 0) return -1;
  const at = Math.min(Math.max(from, 0), last);
  switch (step) {
    case "first":
      return 0;
    case "last":
      return last;
    case "next":
      return Math.min(at + 1, last);
    case "previous":
      return Math.max(at - 1, 0);
    case "above":
    case "below":
      return beyond(spots, at, step);
  }
}

/** The nearest spot wholly above or below, level distance counting less than height. */
function beyond(spots: Spot[], from: number, step: "above" | "below"): number {
  const here = spots[from];
  if (!here) return from;
  let [best, least] = [from, Infinity];
  spots.forEach((spot, at) => {
    const height = step === "below" ? middle(spot) - middle(here) : middle(here) - middle(spot);
    if (height <= Math.min(here.height, spot.height) / 2) return;
    const beside = Math.max(spot.x - (here.x + here.width), here.x - (spot.x + spot.width), 0);
    const distance = height + beside / 2 + Math.abs(spot.x - here.x) / 1000;
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

function middle(spot: Spot): number {
  return spot.y + spot.height / 2;
}

const HEDGES = "opinion|forecast|planned|conditional|denied|disputed|alleged|reported|confirmed|stated";
const COUNT = "\\d[\\d,]*";
const ENDS = [`, ${COUNT} origins? through ${COUNT} reports?$`, `: ${COUNT} origins? through ${COUNT} reports?$`, `; ${COUNT} origins?$`, `; (?:${HEDGES})$`, ` \\((?:${HEDGES})\\)$`].map(
  (end) => new RegExp(end),
);
const CELL = new RegExp(`^(.+), (?:${HEDGES}), in (.+?): “(.+)”$`, "s");
const RANGE = new RegExp(`^(.+?)(?: \\((?:${HEDGES})\\))? leaves (.+) possible and comes from ${COUNT} origins? through ${COUNT} reports?\\.?$`, "s");
const DATED = /^(?:[^:(]|\([^)]*\))+: (.+)$/s;

/** A label in parts: what it says; for a mark in the column of a report that report and its words; for a figure what it leaves possible. */
export type Told = { what: string; report?: string; words?: string; range?: string };

/** What a label says without date, hedge and origins, which cards and tables show in their own way. */
export function told(kind: ChartKind, label: string): Told {
  const [, cell, report, quoted] = (kind === "targeting" && CELL.exec(label)) || [];
  if (cell && report && quoted) return { what: sentence(cell), report, words: quoted };
  const [, figure, range] = (kind === "scale" && RANGE.exec(label)) || [];
  if (figure && range) return { what: sentence(figure), range };
  const words = ENDS.reduce((left, end) => left.replace(end, ""), label);
  const dated = kind === "timeline" ? DATED.exec(words)?.[1] : undefined;
  return { what: sentence(dated ?? words) };
}
