// What went wrong, in the one form that the window shows.
import type { Trouble } from "./bindings";

/** A rejection of any kind as a trouble: ours as it is, anything else with its words kept. */
export function asTrouble(failure: unknown): Trouble {
  if (isTrouble(failure)) return failure;
  const words = failure instanceof Error ? failure.message : String(failure);
  return { code: "internal", message: words || "Something failed without saying what." };
}

function isTrouble(value: unknown): value is Trouble {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && typeof value.message === "string";
}
