import { describe, expect, it } from "vitest";
import type { Binding, ClaimRow, ComputationRow, FactDetail, MeasureRow, SourceRow } from "../../api/client";
import { type Asks, basisOf, bindingWords, factWords } from "./basis";

const claim = { id: "C4", source: "S1", file: "wire.html", kind: "count", words: "nearly 25,000 accounts", hedge: "alleged", quotes: [{ start: 3, end: 9, text: "nearly 25,000" }] } as unknown as ClaimRow;
const fact = {
  id: "F1", kind: "count", subject: "campaign", property: "accounts", unit: "accounts", words: "nearly 25,000 accounts", hedge: "alleged", rung: null,
  origins: 2, claims: ["C4", "C5"], leading: "C4", adverse: ["F9"],
} as unknown as FactDetail["fact"];
const source = { id: "S1", file: "wire.html", title: "A report", publisher: "Northern Wire", published: "2026-06-11" } as unknown as SourceRow;
const measure = {
  id: "hr1", name: "An Act", citation: "H.R. 1", status_as_of: "2026-02-04", elements: [{ id: "hr1.E1", text: "The target is a model.", citation: "§ 3", verified: false }],
} as unknown as MeasureRow;
const share: ComputationRow = {
  formula: "ratio", of: "F22", by: "F8", facts: ["F22", "F8"], value: "1300", bound: "about", unit: "exchanges per account",
  working: "31.2 million exchanges (F22) ÷ 24,000 accounts (F8)", words: "about 1,300 exchanges per account",
};
const asks: Asks = {
  fact: async () => ({ fact, claims: [claim] }) as unknown as FactDetail,
  claims: async (ids) => (ids[0] === "C4" ? [claim] : []),
  sources: async () => [source],
  origins: async () => [{ id: "O1", name: "Halden", claims: ["C4"], edges: [] }],
  measures: async () => [measure],
  computations: async () => [share],
};
const of = (binding: Binding) => basisOf(binding, asks);

describe("what words rest on", () => {
  it("is a fact with its certainty, origins and the words that lead it", async () => {
    expect(await of({ to: "fact", fact: "F1" })).toEqual({
      kind: "Fact F1",
      words: "Nearly 25,000 accounts",
      hedge: "alleged",
      about: ["campaign", "2 origins", "2 claims", "weakened by 1 fact"],
      quote: { text: "nearly 25,000", source: "S1", span: { start: 3, end: 9, text: "nearly 25,000" }, from: "Northern Wire, June 11, 2026" },
      place: { room: "facts", fact: "F1" },
    });
  });

  it("is the words of a claim, which lead to its source", async () => {
    expect(await of({ to: "quote", claim: "C4" })).toMatchObject({ kind: "Words of claim C4", place: { room: "sources", source: "S1", span: { start: 3, end: 9 } } });
    expect((await of({ to: "quote", claim: "C7" })).words).toBe("C7 is not in the dossier any more.");
  });

  it("is the law, or an element of it and whether anybody checked it", async () => {
    expect((await of({ to: "law", measure: "hr1" })).about).toEqual(["H.R. 1", "status as of February 4, 2026"]);
    expect((await of({ to: "law", measure: "hr1", element: "hr1.E1" })).about).toEqual(["§ 3", "not checked yet"]);
  });

  it("is a computation with what comes out, its working, and that it is ours", async () => {
    expect(await of({ to: "computation", computation: { formula: "ratio", of: "F22", by: "F8" } })).toEqual({
      kind: "Our computation",
      words: "About 1,300 exchanges per account",
      hedge: null,
      about: ["31.2 million exchanges (F22) ÷ 24,000 accounts (F8)", "no source says it"],
      quote: null,
      place: { room: "facts", fact: "F22" },
    });
  });

  it("is how it was computed, where the facts no longer give it", async () => {
    expect((await of({ to: "computation", computation: { formula: "per-day", of: "F22", over: "F3" } })).words).toBe("F22 for each day of F3");
  });

  it("is a person who answers, with the reason", async () => {
    expect(await of({ to: "waiver", by: "Ada Reyes", reason: "Known" })).toMatchObject({ words: "Ada Reyes answers for these words.", about: ["Known"] });
  });

  it("has words also where nothing was asked", () => {
    expect(bindingWords({ to: "origin", origin: "O1" })).toBe("Origin O1");
    expect(factWords({ ...fact, property: "legal word", unit: null, words: "illicitly" })).toBe("Legal word: illicitly");
  });
});
