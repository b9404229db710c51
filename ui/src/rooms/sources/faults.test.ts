import { expect, test } from "vitest";
import { byField } from "./faults";

test("each field says the first thing that is wrong with it, as a sentence", () => {
  const faults = [
    { field: "unit", at: null, message: "`blips` is no unit" },
    { field: "unit", at: null, message: "another" },
    { field: "quotes", at: 1, message: "the quote is not verbatim: write it as it stands." },
    { field: "rung.party", at: null, message: "name the party" },
  ];
  expect(byField(faults)).toEqual({ unit: "“blips” is no unit.", quotes: "The quote is not verbatim: write it as it stands.", rung: "Name the party." });
});

test("what no field shows stands at what the claim says", () => expect(byField([{ field: "odd", at: null, message: "no" }])).toEqual({ value: "No." }));
