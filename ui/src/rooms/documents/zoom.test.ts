import { expect, it } from "vitest";
import { percentOf, scaleOf, stepped } from "./zoom";

it("fits a page to a width, or shows it at a percentage of its printed size", () => {
  expect(scaleOf("fit", 306, 612)).toBe(0.5);
  expect(scaleOf(100, 306, 612)).toBeCloseTo(4 / 3);
  expect(percentOf(scaleOf(125, 0, 612))).toBe(125);
});

it("goes to the next step from any size, and stays within them", () => {
  expect(stepped(scaleOf("fit", 500, 612), 1)).toBe(67);
  expect(stepped(scaleOf("fit", 500, 612), -1)).toBe(50);
  expect(stepped(scaleOf(200, 0, 612), 1)).toBe(200);
});
