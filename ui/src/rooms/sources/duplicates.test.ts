import { expect, test } from "vitest";
import { duplicatesOf, joinedQuotes, likely } from "./duplicates";
import { claim } from "./samples";

const one = claim("C1", [[0, 10]]);

function check(other: Parameters<typeof claim>[2], expected: [string, boolean] | undefined, places: [number, number][] = [[50, 60]]) {
  const [found] = duplicatesOf(one, [one, claim("C2", places, other)]);
  expect(found && [found.why, found.likely]).toEqual(expected);
}

test("the same figure elsewhere is likely a duplicate, however sure each place is", () => {
  check({ bound: null, hedge: "reported" }, ["the same figure", true]);
  check({ state: "accepted" }, ["the same figure", true]);
});

test("another figure is not, though its words may overlap", () => {
  check({ value: "26000" }, ["another count", false]);
  check({ value: "26000" }, ["the same words of the text", false], [[5, 20]]);
  check({ unit: "exchanges" }, ["another count", false]);
});

test("other kinds, and what no longer counts, are left out", () => {
  check({ kind: "rate" }, undefined);
  check({ state: "rejected" }, undefined);
  check({ state: "superseded" }, undefined);
});

test("a party is the same by its name", () => {
  const party = claim("C1", [[0, 5]], { kind: "party", value: "lab", subject: "Tern lab" });
  const found = duplicatesOf(party, [claim("C2", [[9, 12]], { kind: "party", value: "lab", subject: "the Tern Lab" }), claim("C3", [[9, 12]], { kind: "party", value: "lab", subject: "Tern Lab" })]);
  expect(found.map((each) => [each.claim.id, each.likely])).toEqual([["C3", true], ["C2", false]]);
});

test("the likely ones are chosen to begin with", () => {
  expect([...likely(duplicatesOf(one, [claim("C2", [[50, 60]]), claim("C3", [[70, 80]], { value: "1" })]))]).toEqual(["C2"]);
});

test("the words of all are kept, each place once", () => {
  expect(joinedQuotes([claim("C2", [[50, 60], [0, 10]]), one]).map((quote) => quote.start)).toEqual([0, 50]);
});
