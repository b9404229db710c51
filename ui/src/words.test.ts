import { describe, expect, it } from "vitest";
import { count } from "./words";

describe("count", () => {
  it("knows one from many", () => {
    expect(count(1, "source")).toBe("1 source");
    expect(count(0, "fact")).toBe("0 facts");
    expect(count(28_800, "claim")).toBe("28,800 claims");
  });
});
