// How large a chart is shown. 100 % is the size in print: 96 user units are an inch.

/** The whole chart where its words stay readable; as wide as the room; or a factor. */
export type Zoom = "fit" | "width" | number;

export type Size = { width: number; height: number };

export const LEAST = 0.25;
export const MOST = 4;

const STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** Room around the sheet, on both sides together, in pixels at text size 100 %. */
export const AROUND = 48;

/** Fitted into the window, words are no smaller and no larger than these make them. */
const READABLE = 1.25;
const LARGE = 1.35;

/** The factor for a zoom in a room of so many pixels, for a sheet of so many user units; `text` is the text size setting, 1 as it comes. */
export function factor(zoom: Zoom, room: Size, sheet: Size, text = 1): number {
  if (typeof zoom === "number") return clamp(zoom);
  const around = AROUND * text;
  if (sheet.width <= 0 || sheet.height <= 0 || room.width <= around || room.height <= around) return 1;
  const wide = (room.width - around) / sheet.width;
  if (zoom === "width") return clamp(wide);
  const whole = (room.height - around) / sheet.height;
  const wanted = Math.min(Math.max(whole, READABLE * text), Math.max(LARGE, READABLE * text));
  return clamp(Math.min(wide, wanted));
}

/** The next step in or out from a factor. */
export function stepped(from: number, direction: "in" | "out"): number {
  const next = direction === "in" ? STEPS.find((step) => step > from + 0.01) : STEPS.findLast((step) => step < from - 0.01);
  return next ?? (direction === "in" ? MOST : LEAST);
}

/** The factor after turning a wheel with the zoom key held. */
export function wheeled(from: number, delta: number): number {
  // A notch of a wheel gives about 100, a trackpad many small ones.
  return clamp(from * Math.exp(-Math.max(-120, Math.min(120, delta)) / 400));
}

/** How far to scroll so that a point stays under the pointer: `at` is its place in the sheet before, from 0 to 1. */
export function moved(at: number, before: number, after: number): number {
  return at * (after - before);
}

/** "168 %". */
export function percent(factor: number): string {
  return `${Math.round(factor * 100)} %`;
}

function clamp(value: number): number {
  return Math.max(LEAST, Math.min(MOST, value));
}
