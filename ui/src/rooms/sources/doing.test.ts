import { expect, test } from "vitest";
import { isChanged, putAwayWords, type Doing } from "./doing";
import { formOf } from "./form";
import { parted } from "./parting";
import { claim } from "./samples";

const row = claim("C3", [[57, 77]], { kind: "method", property: "method", value: "proxies and tool use", unit: null, bound: null });
const from = formOf(row);
const parts = parted(from);

test("what is written as it was opened is not changed", () => {
  expect(isChanged({ is: "editing", claim: row, from }, [from])).toBe(false);
  expect(isChanged({ is: "adding", from }, [from])).toBe(false);
  expect(isChanged({ is: "splitting", claim: row, from }, parts)).toBe(false);
  for (const is of ["reading", "choosing"] as const) expect(isChanged({ is }, [])).toBe(false);
});

test("a change in any part counts, and a part more does", () => {
  const other = { ...from, value: "tool use" };
  const splitting: Doing = { is: "splitting", claim: row, from };
  expect(isChanged({ is: "editing", claim: row, from }, [other])).toBe(true);
  expect(isChanged({ is: "adding", from }, [other])).toBe(true);
  expect(isChanged(splitting, [...parts.slice(0, -1), { ...parts.at(-1)!, value: "owls" }])).toBe(true);
  expect(isChanged(splitting, [...parts, parts[0]!])).toBe(true);
});

test("what is put away is named", () => {
  expect(putAwayWords({ is: "adding", from })).toBe("The new claim was put away.");
  expect(putAwayWords({ is: "editing", claim: row, from })).toBe("Your changes to C3 were put away.");
});
