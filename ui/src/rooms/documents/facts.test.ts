import { expect, it } from "vitest";
import type { ComputationRow, FactRow } from "../../api/client";
import { ourWords } from "./computations";
import { beginning, bySubject, matching, matchingOurs } from "./facts";

const fact = (id: string, subject: string, property: string, words: string): FactRow =>
  ({ id, subject, property, words, kind: "count", unit: null, scope: null, rung: null }) as unknown as FactRow;
const all = [
  fact("F1", "the campaign", "accounts", "about 24,000 accounts"),
  fact("F2", "Halden", "role", "accuser"),
  fact("F3", "the campaign", "method", "“fake accounts”"),
];

it("finds facts by any of their words", () => {
  expect(matching(all, "accounts campaign").map((one) => one.id)).toEqual(["F1", "F3"]);
  expect(matching(all, "f2").map((one) => one.id)).toEqual(["F2"]);
  expect(matching(all, "24000").map((one) => one.id)).toEqual(["F1"]);
  expect(matching(all, "")).toHaveLength(3);
});

it("begins with the selected words where a fact has them, else with their figure", () => {
  expect(beginning(all, "“fake accounts”,")).toBe("fake accounts");
  expect(beginning(all, "nearly 24,000 users")).toBe("24,000");
  expect(beginning(all, "nothing")).toBe("");
});

it("lists the subject of which most is known first", () => expect(bySubject(all).map((one) => one.id)).toEqual(["F1", "F3", "F2"]));

const share: ComputationRow = {
  formula: "ratio", of: "F22", by: "F8", facts: ["F22", "F8"], value: "1300", bound: "about", unit: "exchanges per account",
  working: "31.2 million exchanges (F22) ÷ 24,000 accounts (F8)", words: "about 1,300 exchanges per account",
};

it("finds figures of ours by what they say and by the facts they are made of", () => {
  expect(matchingOurs([share], "1300 per account")).toEqual([share]);
  expect(matchingOurs([share], "F22")).toEqual([share]);
  expect(matchingOurs([share], "per day")).toEqual([]);
  expect(beginning(all, "1,300 exchanges", [share])).toBe("1,300 exchanges");
});

it("says of a figure of ours that it is ours, and binds it to how it is computed alone", () => {
  expect(ourWords(share)).toEqual({
    text: "about 1,300 exchanges per account (our computation)",
    binding: { to: "computation", computation: { formula: "ratio", of: "F22", by: "F8" } },
    note: true,
  });
});
