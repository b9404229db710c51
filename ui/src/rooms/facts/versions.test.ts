import { describe, expect, it } from "vitest";
import type { ConflictDetail, FactRow } from "../../api/client";
import type { Conflict } from "./conflicts";
import { claim, conflict, fact } from "./samples";
import { isSucceeded, predecessors, successors, successorWords, versionsIn } from "./versions";

const of = (facts: [FactRow, FactRow], later: string | null): Conflict => {
  const detail: ConflictDetail = conflict(facts[0].id, claim(facts[0].leading), claim(facts[1].leading), "not-comparable");
  return { key: "k", detail: { ...detail, row: { ...detail.row, later } }, facts, within: facts[0].id === facts[1].id };
};

describe("versions in time", () => {
  const [one, three] = [fact("F1"), fact("F3")];

  it("are told by the claim that is the later one, on whichever side it stands", () => {
    expect(versionsIn(of([one, three], "C3"))).toEqual({ earlier: one, later: three });
    expect(versionsIn(of([one, three], "C1"))).toEqual({ earlier: three, later: one });
  });

  it("are none where no claim is the later one, nor within one fact", () => {
    expect(versionsIn(of([one, three], null))).toBeUndefined();
    expect(versionsIn(of([one, one], "C1"))).toBeUndefined();
  });

  it("are done with when one stands in the other's place", () => {
    expect(isSucceeded({ facts: [fact("F1", { superseded_by: "F3" }), three] })).toBe(true);
    expect(isSucceeded({ facts: [one, fact("F3", { superseded_by: "F1" })] })).toBe(true);
    expect(isSucceeded({ facts: [fact("F1", { superseded_by: "F9" }), three] })).toBe(false);
  });

  it("are chosen, for a figure, among facts that measure the same of the same subject", () => {
    const facts = [
      one,
      fact("F2", { property: "exchanges", unit: "exchanges" }),
      three,
      fact("F4", { subject: "Adler" }),
      fact("F5", { kind: "rate" }),
      fact("F6", { state: "superseded", superseded_by: "F3" }),
      fact("F7", { unit: "customers" }),
    ];
    expect(successors(one, facts).map(({ id }) => id)).toEqual(["F3"]);
    expect(successorWords(one).none).toBe("No other fact measures the same.");
  });

  it("are chosen, for a date, among dates of the same", () => {
    const day = (id: string, property: string) => fact(id, { kind: "date", property, unit: null, value: null });
    expect(successors(day("F1", "first seen"), [day("F2", "last seen"), day("F3", "first seen")]).map(({ id }) => id)).toEqual(["F3"]);
  });

  it("are chosen, for what has no measure, among facts of the same subject and kind, those of the same property first", () => {
    const act = (id: string, property: string) => fact(id, { kind: "act", property, unit: null, value: null });
    expect(successors(act("F1", "act"), [act("F2", "access"), act("F3", "act"), three]).map(({ id }) => id)).toEqual(["F3", "F2"]);
  });

  it("are known from the later one too", () => {
    const earlier = fact("F1", { superseded_by: "F3" });
    expect(predecessors(three, [earlier, three])).toEqual([earlier]);
  });
});
