import { expect, test } from "vitest";
import { left, Rate } from "./rate";

/** The rates told each second while `done` reports so much was done by each tenth of a second. */
function told(seconds: number, done: (at_s: number) => number): (number | undefined)[] {
  const rate = new Rate();
  const found: (number | undefined)[] = [];
  for (let tenth = 1; tenth <= seconds * 10; tenth++) {
    const now = done(tenth / 10);
    if (now !== done((tenth - 1) / 10)) rate.report({ at: tenth * 100, done: now });
    if (tenth % 10 === 0) found.push(rate.at(tenth * 100));
  }
  return found;
}

test("what goes steadily is told steadily", () => {
  const rates = told(12, (s) => Math.floor(s * 140)).slice(2);
  for (const rate of rates) expect(rate).toBeCloseTo(140, -1);
});

test("work that is stored a hundred at a time does not let the rate jump", () => {
  // A hundred in a second, then a pause of a second.
  const rates = told(30, (s) => Math.floor(s / 2) * 100 + Math.min(100, (s % 2) * 100)).slice(6);
  for (const rate of rates) expect(Math.abs((rate ?? 0) - 50)).toBeLessThan(10);
});

test("a change of pace is followed within ten seconds", () => {
  const rates = told(30, (s) => (s <= 15 ? Math.floor(s) : 15 + Math.floor((s - 15) * 4)));
  expect(rates[14]).toBeCloseTo(1, 0);
  expect(rates[29]).toBeCloseTo(4, 0);
});

test("nothing is told too early, nor while nothing moves", () => {
  expect(told(1, (s) => Math.floor(s * 140))).toEqual([undefined]);
  expect(told(3, () => 0)).toEqual([undefined, undefined, undefined]);
  expect(told(25, (s) => Math.min(5, Math.floor(s))).at(-1)).toBeUndefined();
});

test("what is left is told from the rate, and nothing at the end", () => {
  expect(left(312, 1000, 140)).toBeCloseTo(4.9, 1);
  expect(left(10, 10, 3)).toBeUndefined();
  expect(left(1, 10, undefined)).toBeUndefined();
});
