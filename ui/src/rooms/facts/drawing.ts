// The drawing of the ways to an origin: every stop a row of its own, its name at the right, the links at the left. A link to the next
// row runs straight down; any other runs in a lane of its own. What shares a lane has the same end, so lines never cover each other.
import type { Link, Ways } from "./ways";

/** Sixteenths of a rem, so that the drawing grows with the text. */
export const ROW = 32;
const LANE = 11;
const BEND = 6;
export const DISC = 5;
/** Lines arrive above the middle of a disc and leave below it. */
const APART = 2.5;

export type Form = "said" | "inferred" | "same";

export interface Line {
  /** SVG path data. */
  path: string;
  form: Form;
}

export interface Disc {
  y: number;
  form: "start" | "between" | "origin";
}

export interface Drawing {
  width: number;
  height: number;
  /** The middle of all discs. */
  x: number;
  discs: Disc[];
  lines: Line[];
  /** For tests and for nothing else: which rows each lane runs through. */
  lanes: { x: number; top: number; bottom: number }[];
}

/** Draws the ways. */
export function drawn(ways: Ways): Drawing {
  const row = new Map(ways.stops.map((stop, at) => [stop.name.toLocaleLowerCase("en"), at]));
  const at = (name: string) => row.get(name.toLocaleLowerCase("en")) ?? 0;
  const straight = new Map<number, Link>();
  const bundles = new Map<string, Bundle>();
  for (const link of ways.links) {
    const [from, to] = [at(link.from), at(link.to)];
    if (from === to) continue;
    const beside = straight.get(from);
    if (to === from + 1 && (!beside || (beside.inferred && !link.inferred))) {
      straight.set(from, link);
      if (beside) bundle(bundles, beside, from, to);
    } else {
      bundle(bundles, link, from, to);
    }
  }
  const placed = inLanes([...bundles.values()]);
  const count = Math.max(0, ...placed.map(({ lane }) => lane + 1));
  const x = count * LANE + DISC + 2;
  const lines: Line[] = [...straight].map(([from, link]) => ({
    path: `M${x} ${middle(from) + DISC}V${middle(from + 1) - DISC}`,
    form: formOf(link),
  }));
  const lanes = placed.map(({ bundle: { form, from, to }, lane }) => {
    const laneX = x - DISC - 2 - lane * LANE - LANE / 2;
    lines.push({ path: trunk(x, laneX, from, to), form });
    const rows = [...from, to];
    return { x: laneX, top: Math.min(...rows), bottom: Math.max(...rows) };
  });
  return {
    width: x + DISC + 2,
    height: ways.stops.length * ROW,
    x,
    discs: ways.stops.map((stop, index) => ({
      y: middle(index),
      form: stop.origin ? "origin" : stop.claims > 0 ? "start" : "between",
    })),
    lines,
    lanes,
  };
}

/** Links of one form with the same end: they run together. */
interface Bundle {
  form: Form;
  to: number;
  from: Set<number>;
}

function bundle(bundles: Map<string, Bundle>, link: Link, from: number, to: number): void {
  const form = formOf(link);
  const id = `${form} ${to}`;
  const known = bundles.get(id);
  if (known) known.from.add(from);
  else bundles.set(id, { form, to, from: new Set([from]) });
}

function formOf(link: Link): Form {
  return link.samePerson ? "same" : link.inferred ? "inferred" : "said";
}

/** The lane of each bundle, 0 nearest to the discs: short ones inside, and no two in one lane that share a row. */
function inLanes(bundles: Bundle[]): { bundle: Bundle; lane: number }[] {
  const rows = (bundle: Bundle) => {
    const all = [...bundle.from, bundle.to];
    return { top: Math.min(...all), bottom: Math.max(...all) };
  };
  const lanes: { top: number; bottom: number }[][] = [];
  const size = (bundle: Bundle) => rows(bundle).bottom - rows(bundle).top;
  return [...bundles]
    .sort((a, b) => size(a) - size(b) || rows(a).top - rows(b).top)
    .map((bundle) => {
      const { top, bottom } = rows(bundle);
      let lane = lanes.findIndex((taken) => taken.every((other) => other.bottom < top || other.top > bottom));
      if (lane < 0) lane = lanes.push([]) - 1;
      lanes[lane]?.push({ top, bottom });
      return { bundle, lane };
    });
}

function middle(row: number): number {
  return row * ROW + ROW / 2;
}

/**
 * From each row to the left into the lane, along it, and from the left into the row `to`. The farthest row draws the lane and the others
 * only join it: dashes drawn twice over each other would look like a line.
 */
function trunk(x: number, lane: number, from: ReadonlySet<number>, to: number): string {
  const edge = x - DISC;
  const end = middle(to) - APART;
  const parts: string[] = [];
  for (const down of [1, -1]) {
    const rows = [...from].filter((row) => Math.sign(to - row) === down).sort((a, b) => down * (a - b));
    rows.forEach((row, place) => {
      const start = middle(row) + APART;
      parts.push(`M${edge} ${start}H${lane + BEND}Q${lane} ${start} ${lane} ${start + down * BEND}`);
      if (place === 0) parts.push(`V${end - down * BEND}Q${lane} ${end} ${lane + BEND} ${end}`);
    });
  }
  return `${parts.join("")}M${lane + BEND} ${end}H${edge}`;
}
