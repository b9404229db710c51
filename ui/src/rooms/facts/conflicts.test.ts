import { describe, expect, it } from "vitest";
import { conflictLines, conflictsByFact, headsOf, worklist } from "./conflicts";
import { claim, conflict, fact, judgement } from "./samples";

const claims = Array.from({ length: 12 }, (_, at) => claim(`C${at + 1}`));
const c = (at: number) => claims[at - 1]!;
const keys = (of: { key: string }[]) => of.map(({ key }) => key);

describe("the conflicts to work through", () => {
  const facts = [
    fact("F1", { claims: ["C1", "C2", "C3"] }),
    fact("F4", { claims: ["C4"] }),
    fact("F5", { subject: "Adler", claims: ["C5", "C10"] }),
    fact("F6", { kind: "act", property: "act", claims: ["C6", "C7"] }),
  ];

  it("are in the order of the list: subject, kind, one fact before two", () => {
    const details = [conflict("F1", c(1), c(4)), conflict("F1", c(2), c(3)), conflict("F1", c(1), c(3)), conflict("F6", c(6), c(7)), conflict("F5", c(5), c(10))];
    expect(keys(worklist(details, facts, []).open)).toEqual(["C5 C10", "C6 C7", "C1 C3", "C2 C3", "C1 C4"]);
  });

  it("keep that order whatever order they come in", () => {
    const details = [conflict("F1", c(1), c(4)), conflict("F1", c(2), c(3)), conflict("F5", c(5), c(10))];
    expect(keys(worklist(details, facts, []).open)).toEqual(keys(worklist([...details].reverse(), facts, []).open));
  });

  it("leave out what was never in conflict, and put apart what cannot be compared", () => {
    const list = worklist([conflict("F1", c(1), c(2), "equal"), conflict("F1", c(1), c(3), "not-comparable")], facts, []);
    expect([list.open.length, keys(list.differences), list.settled]).toEqual([0, ["C1 C3"], 0]);
  });

  it("put versions in time apart, until one stands in the other's place", () => {
    const detail = conflict("F1", c(1), c(4), "not-comparable");
    const later = [{ ...detail, row: { ...detail.row, later: "C4" } }];
    const before = worklist(later, facts, []);
    expect([keys(before.versions), keys(before.differences)]).toEqual([["C1 C4"], []]);
    const after = worklist(later, [fact("F1", { claims: ["C1"], state: "superseded", superseded_by: "F4" }), facts[1]!], []);
    expect([after.versions, after.differences]).toEqual([[], []]);
    expect(worklist(later, facts, [judgement("J1", "different", { claims: ["C1", "C4"] })]).versions).toEqual([]);
  });

  it("leave out claims that belong to no fact any more", () => {
    expect(worklist([conflict("F1", c(1), c(12))], facts, []).open).toEqual([]);
  });

  it("are settled in one fact by adopting a value or by marking it as disputed", () => {
    for (const state of ["settled", "disputed"] as const) {
      const list = worklist([conflict("F1", c(1), c(2))], [fact("F1", { claims: ["C1", "C2"], state })], []);
      expect([list.open.length, list.settled]).toEqual([0, 1]);
    }
  });

  it("are settled between two facts by saying that they are different things", () => {
    const detail = [conflict("F1", c(1), c(4))];
    const different = judgement("J1", "different", { claims: ["C2", "C4"] });
    expect(worklist(detail, facts, [different]).settled).toBe(1);
    expect(worklist(detail, facts, [{ ...different, standing: false }]).open).toHaveLength(1);
    expect(worklist(detail, facts, [judgement("J1", "different", { claims: ["C4", "C9"] })]).open).toHaveLength(1);
  });

  it("are not settled between two facts while only one of them is disputed", () => {
    const two = (a: "open" | "disputed", b: "open" | "disputed") => [fact("F1", { claims: ["C1"], state: a }), fact("F4", { claims: ["C4"], state: b })];
    const detail = [conflict("F1", c(1), c(4))];
    expect(worklist(detail, two("disputed", "open"), []).open).toHaveLength(1);
    expect(worklist(detail, two("disputed", "disputed"), []).open).toHaveLength(0);
  });

  it("are settled between two facts once another stands in the place of either, be it the other of the two or a third", () => {
    const detail = [conflict("F1", c(1), c(4))];
    const superseded = (id: string, claim: string, by: string) => fact(id, { claims: [claim], state: "superseded", superseded_by: by });
    const standing = [fact("F1", { claims: ["C1"] }), fact("F4", { claims: ["C4"] })] as const;
    for (const two of [
      [superseded("F1", "C1", "F4"), standing[1]],
      [standing[0], superseded("F4", "C4", "F1")],
      [superseded("F1", "C1", "F9"), standing[1]],
      [standing[0], superseded("F4", "C4", "F9")],
    ]) {
      const list = worklist(detail, two, []);
      expect([list.open.length, list.settled]).toEqual([0, 1]);
    }
  });

  it("stand under a head each, with whom and what they are about", () => {
    const list = worklist([conflict("F1", c(1), c(4)), conflict("F1", c(1), c(3), "not-comparable")], facts, []);
    expect([...headsOf(list)]).toEqual([["C1 C4", "To settle"], ["C1 C3", "Differences to know"]]);
    expect(conflictLines(list.open[0]!)).toEqual({ above: "Meridian campaign", below: "accounts · F1 and F4" });
    expect(conflictLines(list.differences[0]!)).toEqual({ above: "Meridian campaign", below: "accounts" });
  });

  it("are counted for each fact they are in", () => {
    const { open } = worklist([conflict("F1", c(1), c(2)), conflict("F1", c(1), c(4))], facts, []);
    expect([...conflictsByFact(open)]).toEqual([["F1", 2], ["F4", 1]]);
  });
});
