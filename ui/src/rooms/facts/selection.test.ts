import { describe, expect, it } from "vitest";
import { chosenAfter, followed, nextIn, toggled } from "./selection";

const fact = (id: string, ...claims: string[]) => ({ id, claims });

describe("the selected fact", () => {
  const before = [fact("F1", "C1"), fact("F2", "C2", "C3"), fact("F3", "C4")];

  it("stays while it stands, whatever claims joined or left it", () => {
    expect(followed("F2", before, [fact("F1", "C1"), fact("F2", "C2", "C4")])).toBe("F2");
  });

  it("moves to the fact that now holds its claims when it was joined away", () => {
    expect(followed("F2", before, [fact("F1", "C1"), fact("F3", "C2", "C3", "C4")])).toBe("F3");
  });

  it("moves to the fact that holds most of them when they went two ways", () => {
    const parted = [fact("F1", "C1", "C4"), fact("F2", "C2"), fact("F9", "C3", "C5")];
    expect(followed("F8", [fact("F8", "C3", "C5", "C2")], parted)).toBe("F9");
  });

  it("moves to its neighbour when its claims no longer count", () => {
    expect(followed("F2", before, [fact("F1", "C1"), fact("F3", "C4")])).toBe("F3");
    expect(followed("F3", before, [fact("F1", "C1")])).toBe("F1");
  });

  it("is none where there was none, or none is left", () => {
    expect(followed(undefined, before, before)).toBeUndefined();
    expect(followed("F1", before, [])).toBeUndefined();
    expect(followed("F77", before, before)).toBeUndefined();
  });
});

describe("facts chosen to be joined", () => {
  it("become one where they were joined, and go where their claims went away", () => {
    const before = [fact("F1", "C1"), fact("F2", "C2"), fact("F3", "C3")];
    expect(chosenAfter(["F1", "F2", "F3"], before, [fact("F1", "C1", "C2"), fact("F4", "C9")])).toEqual(["F1"]);
  });

  it("are chosen and let go by one act", () => {
    expect(toggled(["F1"], "F2")).toEqual(["F1", "F2"]);
    expect(toggled(["F1", "F2"], "F1")).toEqual(["F2"]);
  });
});

describe("a list that is worked through", () => {
  const before = ["a", "b", "c", "d"];

  it("goes on with the next one left", () => {
    expect(nextIn("b", before, ["a", "d"])).toBe("d");
    expect(nextIn("b", before, before)).toBe("b");
  });

  it("goes back to the last one left when the end is done", () => {
    expect(nextIn("d", before, ["a", "c"])).toBe("c");
    expect(nextIn("d", before, [])).toBeUndefined();
  });

  it("starts at the first where nothing was selected", () => {
    expect(nextIn(undefined, [], before)).toBe("a");
    expect(nextIn("gone", [], before)).toBe("a");
  });
});
