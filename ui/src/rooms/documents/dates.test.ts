import { expect, test } from "vitest";
import { asPrinted } from "./dates";

test("a day is said as letters print it", () => {
  expect([asPrinted("2026-11-21"), asPrinted("2026-06-01")]).toEqual(["November 21, 2026", "June 1, 2026"]);
});

test("what is no day is said as everywhere", () => {
  expect([asPrinted("2026-06"), asPrinted("2026"), asPrinted("XXXX-06-09")]).toEqual(["June 2026", "2026", "9 June, year not given"]);
});
