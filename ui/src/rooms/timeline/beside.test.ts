import { describe, expect, it } from "vitest";
import { beside } from "./beside";

const view = { left: 200, top: 100, width: 1000, height: 600 };
const card = { width: 360, height: 200 };

describe("beside", () => {
  it("stands below, in line with its left edge", () => {
    expect(beside({ left: 300, top: 150, width: 400, height: 24 }, card, view)).toEqual({ left: 300, top: 182 });
  });
  it("stands above where there is no room below", () => {
    expect(beside({ left: 300, top: 600, width: 400, height: 24 }, card, view)).toEqual({ left: 300, top: 392 });
  });
  it("keeps within the view", () => {
    expect(beside({ left: 1100, top: 150, width: 90, height: 24 }, card, view).left).toBe(832);
    expect(beside({ left: 100, top: 150, width: 90, height: 24 }, card, view).left).toBe(208);
    expect(beside({ left: 300, top: 150, width: 90, height: 400 }, { width: 360, height: 500 }, view).top).toBe(192);
  });
});
