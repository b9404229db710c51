import { expect, test } from "vitest";
import { source } from "./samples";
import { comparable, compareWords, comparisonTitle, inOrder, likeWords } from "./versions";

const first = source("S1", { published: "2026-06-19" });
const second = source("S2", { published: "2026-06-19", revises: "S1" });
const third = source("S10", { published: "2026-06-18", revises: "S2" });
const copy = source("S4", { published: "2026-06-17" });
const all = [first, second, third, copy];

test("a source is compared with its versions, then with near copies, each once", () => {
  const similar = [{ source: "S1", file: "", share: 92 }, { source: "S4", file: "", share: 75 }, { source: "S99", file: "", share: 70 }];
  expect(comparable(second, all, similar).map(({ source, why }) => [source.id, why])).toEqual([["S1", "Earlier version"], ["S10", "Later version"], ["S4", "75\u00a0% the same"]]);
});

test("the later version is held against the earlier, whatever its date", () => {
  expect(inOrder(second, third).later).toBe(third);
  expect(inOrder(third, second).later).toBe(third);
});

test("of two copies the one published later is the later, else the one imported later", () => {
  expect(inOrder(first, copy)).toEqual({ earlier: copy, later: first });
  expect(inOrder(source("S10"), source("S9")).later.id).toBe("S10");
  expect(inOrder(source("S3", { published: "XXXX-06-25" }), source("S2", { published: "2026-01-01" })).later.id).toBe("S3");
});

test("a comparison says what it is of", () => {
  expect(comparisonTitle(first, second)).toBe("What S2 changed of S1");
  expect(comparisonTitle(copy, first)).toBe("S4 and S1 compared");
  expect([compareWords(second, first), compareWords(second, third), compareWords(second, copy)]).toEqual(["See what it changed of S1", "See what S10 changed of it", "Compare with S4"]);
});

test("nearly the same is said of what is, and of the rest how much", () => {
  expect(likeWords({ source: "S3", share: 92 })).toBe("Nearly the same as S3 · 92\u00a0%");
  expect(likeWords({ source: "S3", share: 42 })).toBe("Partly the same as S3 · 42\u00a0%");
});
