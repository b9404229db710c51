import { expect, test } from "vitest";
import { formOf } from "./form";
import { parted, repeated } from "./parting";
import { claim } from "./samples";

const values = (over: Parameters<typeof claim>[2], places: [number, number][] = [[0, 30]]) => parted(formOf(claim("C1", places, over))).map((part) => part.value);

test("words in a list are a part each", () => {
  expect(values({ kind: "capability", value: "planning, tool use, and translation" })).toEqual(["planning", "tool use", "translation"]);
  expect(values({ kind: "capability", value: "planning and tool use" })).toEqual(["planning", "tool use"]);
});

test("quotations are a part each", () => {
  const parts = parted(formOf(claim("C1", [[0, 9], [20, 29]], { kind: "method", value: "proxies" })));
  expect(parts.map((part) => part.quotes.map((quote) => quote.start))).toEqual([[0], [20]]);
});

test("where nothing says how, there are two of the same, and that is told", () => {
  const parts = parted(formOf(claim("C1", [[0, 9]], { value: "24000" })));
  expect(parts.map((part) => part.value)).toEqual(["24,000", "24,000"]);
  expect(repeated(parts)).toBe(1);
  expect(repeated([parts[0]!, { ...parts[0]!, value: "9" }])).toBeUndefined();
});
