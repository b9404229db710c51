// What went wrong, in the one form that the window shows.
import type { Trouble } from "./bindings";

/** A rejection of any kind as a trouble, said as a sentence: ours with its code, anything else with its words. */
export function asTrouble(failure: unknown): Trouble {
  if (isTrouble(failure)) return { ...failure, message: begun(failure.message) };
  const words = failure instanceof Error ? failure.message : String(failure);
  return { code: "internal", message: begun(words) || "Something failed without saying what." };
}

function isTrouble(value: unknown): value is Trouble {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && typeof value.message === "string";
}

/** A large first letter, unless the first word is a name: "letter.pdf cannot be written" begins with what the file is called. */
function begun(message: string): string {
  return /^[a-z]+[ ,:;]/.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}
