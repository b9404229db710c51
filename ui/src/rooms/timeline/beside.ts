// Where a card stands beside what it is about: below it where there is room, else above, never outside the view.

export type Rect = { left: number; top: number; width: number; height: number };

const GAP = 8;
const EDGE = 8;

export function beside(about: Rect, card: { width: number; height: number }, view: Rect): { left: number; top: number } {
  const right = view.left + view.width - EDGE - card.width;
  const left = Math.max(view.left + EDGE, Math.min(about.left, right));
  const below = about.top + about.height + GAP;
  const above = about.top - GAP - card.height;
  const bottom = view.top + view.height - EDGE - card.height;
  const top = below <= bottom ? below : above >= view.top + EDGE ? above : Math.max(view.top + EDGE, bottom);
  return { left, top };
}
