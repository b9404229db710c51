import { expect, test } from "vitest";
import { periodOf, written } from "./periods";

test.each([
  ["2026-04-22", "2026-04-22"],
  ["2026-04", "2026-04"],
  ["2026", "2026"],
  ["2026~", "2026~"],
  ["XXXX-04-22/XXXX-06-05", "XXXX-04-22/XXXX-06-05"],
  ["2021/..", "2021/.."],
  ["22 April 2026", "2026-04-22"],
  ["April 22, 2026", "2026-04-22"],
  ["Apr 22", "XXXX-04-22"],
  ["april 2026", "2026-04"],
  ["March to May", "XXXX-03/XXXX-05"],
  ["22 April to 5 June 2026", "2026-04-22/2026-06-05"],
  ["22 to 24 April 2026", "2026-04-22/2026-04-24"],
  ["between March 11 and May 3", "XXXX-03-11/XXXX-05-03"],
  ["from 2021", "2021/.."],
  ["until June 2026", "../2026-06"],
  ["about June 2026", "2026-06~"],
  ["29 February", "XXXX-02-29"],
  ["XXXX-12/XXXX-01", "XXXX-12/XXXX-01"],
  ["2026/2026-03", "2026/2026-03"],
])("“%s” is %s", (words, edtf) => expect(periodOf(words)).toEqual({ edtf }));

test.each(["Wednesday", "2026-13", "2026-02-30", "29 February 2026", "XXXX", "1/2/2026", "../..", "4 5 2026"])("“%s” is no date, and says how to write one", (words) =>
  expect(periodOf(words).problem).toMatch(/^Write a date/),
);

test("a span that ends before it starts is refused", () => {
  expect(periodOf("2026-06-05/2026-04-22").problem).toBe("It ends before it starts.");
  expect(periodOf("June 2026 to April 2026").problem).toBe("It ends before it starts.");
});

test.each([
  ["2026-04-22", "22 April 2026"],
  ["XXXX-06-25", "25 June"],
  ["2026-04-22/2026-06-05", "22 April to 5 June 2026"],
  ["2026-06~", "about June 2026"],
  ["2026-06?", "2026-06?"],
  [null, ""],
])("%s is written as “%s”, and read back as it was", (edtf, words) => expect(written(edtf)).toBe(words));

test("nothing written is no trouble", () => expect(periodOf("  ")).toEqual({}));
