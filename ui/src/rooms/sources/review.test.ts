import { expect, test } from "vitest";
import { byProposer, ELSEWHERE, proposersOf, claimCounts, claimsShown, closest, inTextOrder, namedIn, nextWaiting, stepped, towards, waitingIds, waitingOf } from "./review";
import { claim } from "./samples";

const claims = inTextOrder([
  claim("C3", [[50, 60]]),
  claim("C1", [[0, 30]], { state: "accepted" }),
  claim("C2", [[0, 10]]),
  claim("C10", [[40, 45]], { state: "rejected" }),
  claim("C9", [[40, 45]]),
]);
const ids = (rows: { id: string }[]) => rows.map((row) => row.id);

test("claims stand in the order of their words, the shorter first", () => expect(ids(claims)).toEqual(["C2", "C1", "C9", "C10", "C3"]));

test("filters show what they say, and keep the one being read", () => {
  expect(ids(claimsShown(claims, "waiting"))).toEqual(["C2", "C9", "C3"]);
  expect(ids(claimsShown(claims, "waiting", "C1"))).toEqual(["C2", "C1", "C9", "C3"]);
  expect(ids(claimsShown(claims, "rejected"))).toEqual(["C10"]);
  expect(claimCounts(claims)).toEqual({ all: 5, waiting: 3, accepted: 1, rejected: 1, replaced: 0 });
});

test("steps stop at the ends", () => {
  expect(stepped(claims, "C2", 1)?.id).toBe("C1");
  expect(stepped(claims, "C2", -1)?.id).toBe("C2");
  expect(stepped(claims, "C3", 1)?.id).toBe("C3");
  expect(stepped(claims, null, 1)?.id).toBe("C2");
  expect(stepped(claims, null, -1)?.id).toBe("C3");
  expect(stepped([], null, 1)).toBeUndefined();
});

test("a decision leads to the next claim that waits, round to the top", () => {
  expect(nextWaiting(claims, ["C2"])?.id).toBe("C9");
  expect(nextWaiting(claims, ["C3"])?.id).toBe("C2");
  expect(nextWaiting(claims, ["C2", "C9", "C3"])).toBeUndefined();
});

test("accepting all takes only what waits", () => expect(waitingIds(claims)).toEqual(["C2", "C9", "C3"]));

test("what was replaced is listed by itself alone", () => {
  const all = [...claims, claim("C11", [[70, 80]], { state: "superseded" })];
  expect(ids(claimsShown(all, "all"))).toEqual(ids(claims));
  expect(ids(claimsShown(all, "replaced"))).toEqual(["C11"]);
  expect(claimCounts(all)).toMatchObject({ all: 5, replaced: 1 });
});

test("j and k lead to what waits, round the ends, and to anything where nothing waits", () => {
  const way = (from: string | null, step: 1 | -1) => towards(claims, from, step)?.id;
  expect([way("C2", 1), way("C9", 1), way("C3", 1), way(null, 1)]).toEqual(["C9", "C3", "C2", "C2"]);
  expect([way("C2", -1), way("C10", -1), way(null, -1)]).toEqual(["C3", "C9", "C3"]);
  const judged = claims.map((one) => ({ ...one, state: "accepted" as const }));
  expect(towards(judged, "C2", 1)?.id).toBe("C1");
  const last = claims.map((one) => (one.id === "C9" ? one : { ...one, state: "accepted" as const }));
  expect(towards(last, "C9", 1)?.id).toBe("C9");
});

test("accepting a kind takes what waits of it", () => {
  expect(waitingOf("count", claims)).toEqual(["C2", "C9", "C3"]);
  expect(waitingOf("rate", claims)).toEqual([]);
  expect(waitingOf(undefined, claims)).toEqual([]);
});

test("a new claim is likely about what the closest one is about", () => {
  expect(closest(claims, { start: 46, end: 48 })?.id).toBe("C9");
  expect(closest([], { start: 0, end: 1 })).toBeUndefined();
});

test("an act of the record names its claims", () => expect(namedIn("edit C12 (CASE C3x)")).toEqual(["C12"]));

test("claims are listed by who proposed them", () => {
  const rows = [
    claim("C1", [[0, 1]]),
    claim("C2", [[2, 3]], { proposer: "reader 2.1" }),
    claim("C3", [[4, 5]], { proposer: "reader 2.1", state: "superseded" }),
    claim("C4", [[6, 7]], { proposer: "B. Okafor" }),
  ];
  expect(proposersOf(rows)).toEqual([
    { proposer: "rules", claims: 1 },
    { proposer: ELSEWHERE, claims: 2 },
    { proposer: "B. Okafor", claims: 1 },
    { proposer: "reader 2.1", claims: 1 },
  ]);
  expect(proposersOf(rows.slice(0, 1))).toEqual([{ proposer: "rules", claims: 1 }]);
  expect(byProposer(rows, ELSEWHERE).map((one) => one.id)).toEqual(["C2", "C3", "C4"]);
  expect(byProposer(rows, null)).toBe(rows);
});
