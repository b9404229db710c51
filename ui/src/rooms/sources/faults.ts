// What the Rust side finds wrong with a claim, at the fields that show it.
import type { DraftFault } from "../../api/client";
import type { Field, Problems } from "./form";

const FIELDS: Record<string, Field> = {
  kind: "kind", subject: "subject", property: "property", value: "value", unit: "unit", bound: "bound", period: "period", rung: "rung", hedge: "hedge", scope: "scope",
  speakers: "speakers", quotes: "quotes",
};

/** The first fault of each field, as a sentence. */
export function byField(faults: DraftFault[]): Problems {
  const problems: Problems = {};
  for (const fault of faults) problems[FIELDS[fault.field.split(/[.[]/)[0] ?? ""] ?? "value"] ??= inSentence(fault.message);
  return problems;
}

/** With quotation marks as the window sets them, and as a sentence. */
export function inSentence(message: string): string {
  const words = message.replaceAll(/`([^`]*)`/g, "“$1”");
  const whole = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.?!”]$/.test(whole) ? whole : `${whole}.`;
}
