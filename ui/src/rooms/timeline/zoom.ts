// How large a chart is shown. 100 % is the size in print: 96 user units are an inch.

/** As wide as the room allows, or a factor. */
export type Zoom = "width" | number;

export const LEAST = 0.25;
export const MOST = 4;

const STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** Room beside the sheet, on both sides together. */
const BESIDE = 64;

/** The factor for a zoom in a room of so many pixels, for a picture of so many user units. */
export function factor(zoom: Zoom, room: number, width: number): number {
  if (zoom !== "width") return clamp(zoom);
  if (width <= 0 || room <= 0) return 1;
  return clamp((room - BESIDE) / width);
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

/** Where to scroll so that the point under the pointer stays there: `at` is the pointer's place in the view. */
export function scrolled(scroll: number, at: number, before: number, after: number, margin: number): number {
  if (before <= 0) return scroll;
  return Math.max(0, margin + ((scroll + at - margin) / before) * after - at);
}

/** "168 %". */
export function percent(factor: number): string {
  return `${Math.round(factor * 100)} %`;
}

function clamp(value: number): number {
  return Math.max(LEAST, Math.min(MOST, value));
}
