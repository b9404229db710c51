import { expect, test } from "vitest";
import { endWords, progressWords } from "./progress";

const task = { state: "running" as const, done: 312, of: 1000, perSecond: 138.4, result: "312 new" };

test("what is done, what is left, how fast and how long still", () => {
  expect(progressWords(task)).toEqual(["312 of 1,000 · 688 left", "140 a second · a few seconds"]);
  expect(progressWords({ ...task, perSecond: undefined })).toEqual(["312 of 1,000 · 688 left", ""]);
  expect(progressWords({ ...task, done: 0, of: 12_000, perSecond: 1444 })[1]).toBe("1,400 a second · 10 seconds");
  expect(progressWords({ ...task, perSecond: 3.14 })[1]).toBe("3.1 a second · 4 minutes");
  expect(progressWords({ ...task, perSecond: 42.4 })[1]).toBe("42 a second · 15 seconds");
});

test("before the files are counted and after the last is read, it says what goes on", () => {
  expect(progressWords({ ...task, done: 0, of: 0 })).toEqual(["Looking for files", ""]);
  expect(progressWords({ ...task, done: 1000 })).toEqual(["1,000 of 1,000", "Storing the last of them"]);
  expect(progressWords({ ...task, state: "cancelling" })).toEqual(["Stopping", "What is read by now stays"]);
});

test("what was stopped says so", () => {
  expect(endWords({ ...task, state: "cancelled" })).toBe("Stopped early: 312 new");
  expect(endWords({ ...task, state: "done" })).toBe("312 new");
  expect(endWords({ ...task, state: "failed" })).toBe("Did not work");
});
