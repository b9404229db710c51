import { describe, expect, it } from "vitest";
import { factor, moved, percent, stepped, wheeled } from "./zoom";

const sheet = { width: 700, height: 700 };

describe("zoom", () => {
  it("fits the width with room around, within its limits", () => {
    expect(factor("width", { width: 1098, height: 600 }, sheet)).toBeCloseTo(1.5);
    expect(factor("width", { width: 100, height: 600 }, sheet)).toBe(0.25);
    expect(factor("width", { width: 0, height: 0 }, sheet)).toBe(1);
    expect(factor(9, { width: 1000, height: 600 }, sheet)).toBe(4);
    expect(factor(1, { width: 10, height: 10 }, sheet)).toBe(1);
  });

  it("fits the whole chart into a large window", () => {
    expect(factor("fit", { width: 1744, height: 958 }, sheet)).toBeCloseTo(910 / 700);
  });

  it("keeps words readable in a small window, and no larger than needed in a tall one", () => {
    expect(factor("fit", { width: 1104, height: 600 }, sheet)).toBe(1.25);
    expect(factor("fit", { width: 1744, height: 998 }, { width: 700, height: 300 })).toBe(1.35);
    expect(factor("fit", { width: 748, height: 600 }, sheet)).toBe(1);
  });

  it("follows the text size", () => {
    expect(factor("fit", { width: 1744, height: 600 }, sheet, 1.5)).toBeCloseTo(1.875);
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
    expect(moved(0.5, 700, 1400)).toBe(350);
    expect(moved(0, 700, 1400)).toBe(0);
    expect(moved(1, 1400, 700)).toBe(-700);
  });

  it("is told in percent", () => {
    expect(percent(1.682)).toBe("168 %");
  });
});
