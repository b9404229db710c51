// Widths of the panes beside the thing, remembered for each room while the window is open.

export type Side = "list" | "evidence";
/** Rem. */
export const LEAST: Record<Side, number> = { list: 15, evidence: 16 };
export const MOST: Record<Side, number> = { list: 32, evidence: 40 };
export const FIRST: Record<Side, number> = { list: 21, evidence: 22 };
/** Where a room begins otherwise. */
const FIRST_IN: Record<string, Partial<Record<Side, number>>> = { judging: { evidence: 31 } };
/** What one press of an arrow moves. */
export const STEP = 1;

const remembered = new Map<string, number>();

export function widthOf(room: string, side: Side): number {
  return remembered.get(`${room} ${side}`) ?? firstOf(room, side);
}

export function firstOf(room: string, side: Side): number {
  return FIRST_IN[room]?.[side] ?? FIRST[side];
}

export function remember(room: string, side: Side, rem: number): number {
  const within = Math.min(MOST[side], Math.max(LEAST[side], rem));
  remembered.set(`${room} ${side}`, within);
  return within;
}

/** The width that a key leads to; the list grows to the right, the evidence to the left. */
export function resized(side: Side, key: string, rem: number, first = FIRST[side]): number | undefined {
  const grow = side === "list" ? 1 : -1;
  switch (key) {
    case "ArrowRight":
      return rem + grow * STEP;
    case "ArrowLeft":
      return rem - grow * STEP;
    case "Home":
      return LEAST[side];
    case "End":
      return MOST[side];
    case "Enter":
      return first;
    default:
      return undefined;
  }
}
