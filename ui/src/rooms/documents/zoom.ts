// How large a page is shown.

export type Zoom = number | "fit";

/** Percent of its printed size. */
export const STEPS = [50, 67, 80, 100, 125, 150, 200] as const;
/** CSS pixels of a point at 100 %. */
const PX_PER_PT = 96 / 72;

/** CSS pixels of a point: so that a page fills `width`, or at a percentage. */
export function scaleOf(zoom: Zoom, width: number, pageWidth: number): number {
  if (zoom !== "fit") return (zoom / 100) * PX_PER_PT;
  return pageWidth > 0 ? Math.max(0.2, width / pageWidth) : PX_PER_PT;
}

export const percentOf = (scale: number): number => Math.round((scale / PX_PER_PT) * 100);

/** The step above (1) or below (-1) what is shown now. */
export function stepped(scale: number, by: 1 | -1): number {
  const now = percentOf(scale);
  const next = by === 1 ? STEPS.find((step) => step > now) : STEPS.findLast((step) => step < now);
  return next ?? (by === 1 ? 200 : 50);
}
