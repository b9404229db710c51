import { expect, test } from "vitest";
import { claimCounts, claimsShown, inTextOrder, nextWaiting, stepped, waitingIds } from "./review";
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
  expect(claimCounts(claims)).toEqual({ all: 5, waiting: 3, accepted: 1, rejected: 1 });
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
