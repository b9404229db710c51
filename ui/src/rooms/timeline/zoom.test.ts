import { describe, expect, it } from "vitest";
import { factor, percent, scrolled, stepped, wheeled } from "./zoom";

describe("zoom", () => {
  it("fits the width with a margin, within its limits", () => {
    expect(factor("width", 1000, 624)).toBeCloseTo(1.5);
    expect(factor("width", 100, 624)).toBe(0.25);
    expect(factor("width", 0, 624)).toBe(1);
    expect(factor(9, 1000, 624)).toBe(4);
    expect(factor(1, 1000, 624)).toBe(1);
  });

  it("steps to round numbers from wherever it is", () => {
    expect(stepped(1, "in")).toBe(1.25);
    expect(stepped(1.62, "in")).toBe(1.75);
    expect(stepped(1.62, "out")).toBe(1.5);
    expect(stepped(4, "in")).toBe(4);
    expect(stepped(0.25, "out")).toBe(0.25);
  });

  it("grows and shrinks by the same wheel", () => {
    expect(wheeled(wheeled(1, 100), -100)).toBeCloseTo(1);
    expect(wheeled(1, -100)).toBeGreaterThan(1.2);
    expect(wheeled(1, -9000)).toBeLessThan(1.4);
    expect(wheeled(0.25, 100)).toBe(0.25);
  });

  it("keeps the point under the pointer", () => {
    // The point 300 px into the view, 468 px into the sheet at 100 %, is 936 px into it at 200 %.
    expect(scrolled(200, 300, 1, 2, 32)).toBe(32 + 936 - 300);
    expect(scrolled(0, 10, 1, 0.5, 32)).toBe(11);
    expect(scrolled(0, 400, 1, 0.5, 32)).toBe(0);
  });

  it("is told in percent", () => {
    expect(percent(1.682)).toBe("168 %");
  });
});
