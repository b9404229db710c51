import { expect, test } from "vitest";
import { progressOf } from "./progress";

test.each([
  [{ proposed: 14, accepted: 30, rejected: 4 }, "34 of 48 judged", 34 / 48, false],
  [{ proposed: 0, accepted: 40, rejected: 8 }, "All 48 judged", 1, true],
  [{ proposed: 0, accepted: 0, rejected: 1 }, "The one claim judged", 1, true],
  [{ proposed: 3, accepted: 0, rejected: 0 }, "3 to judge", 0, false],
  [{ proposed: 0, accepted: 0, rejected: 0 }, "No claims", 0, false],
])("%o is %s", (counts, words, share, done) => {
  const progress = progressOf(counts);
  expect([progress.words, progress.share, progress.done]).toEqual([words, share, done]);
});
