import { describe, expect, it } from "vitest";
import { between, entries, step } from "./list";

describe("a list", () => {
  it("lays groups flat, each run under its head", () => {
    const flat = entries(["a1", "a2", "b1"], (item) => item.charAt(0));
    expect(flat.map((entry) => ("item" in entry ? entry.item : `# ${entry.head} ${entry.items.length}`))).toEqual(["# a 2", "a1", "a2", "# b 1", "b1"]);
    expect(entries([], () => "a")).toEqual([]);
  });

  it.each([
    ["ArrowDown", -1, 0],
    ["ArrowDown", 8, 9],
    ["j", 9, 9],
    ["ArrowUp", -1, 9],
    ["k", 0, 0],
    ["Home", 5, 0],
    ["End", 5, 9],
    ["PageDown", -1, 4],
    ["PageDown", 8, 9],
    ["PageUp", 2, 0],
    ["x", 2, undefined],
  ])("leads by %s from %s to %s", (key, at, to) => expect(step(key, at, 10, 4)).toBe(to));

  it("leads nowhere when empty", () => expect(step("End", -1, 0, 4)).toBeUndefined());

  it("marks from one to the other, either way", () => {
    const ids = ["a", "b", "c", "d"];
    expect(between(ids, "b", "d")).toEqual(["b", "c", "d"]);
    expect(between(ids, "d", "b")).toEqual(["b", "c", "d"]);
    expect(between(ids, "gone", "b")).toEqual(["b"]);
  });
});
