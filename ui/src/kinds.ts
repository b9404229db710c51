// What kinds of claims have in common, as the model has it.
import type { ClaimKind } from "./api/client";

/** Whether its value is a figure with a unit. */
export const isFigure = (kind: ClaimKind): boolean => kind === "count" || kind === "amount" || kind === "rate";

/** Whether it says when. */
export const isTime = (kind: ClaimKind): boolean => kind === "period" || kind === "date";
