import { expect, it } from "vitest";
import { joinLines, joinKey, valuesOf } from "./joins";
import { fact } from "./samples";

const suggestion = { claims: ["C1", "C4"], facts: ["F1", "F4", "F9"], why: "the same figure" };
const facts = new Map([fact("F1"), fact("F4"), fact("F9", { words: "24,127 accounts" })].map((one) => [one.id, one]));

it("is known by the claims that it would join", () => expect(joinKey(suggestion)).toBe("C1 C4"));

it("says each value once", () => expect(valuesOf(suggestion, facts)).toEqual(["24,000 accounts", "24,127 accounts"]));

it("says of whom and of what it is", () => expect(joinLines(suggestion, facts)).toEqual({ above: "Meridian campaign", below: "3 facts · accounts" }));

it("says of what kind facts are that have no property of their own", () =>
  expect(joinLines({ ...suggestion, facts: ["F2"] }, new Map([["F2", fact("F2", { kind: "act", property: "act" })]])).below).toBe("1 fact · act"));

it("says how many there are also while they are not read", () => expect(joinLines(suggestion, new Map())).toEqual({ above: "", below: "3 facts" }));
