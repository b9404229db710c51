import { describe, expect, test } from "vitest";
import { claimOn, lookOf, nameOf, pickedAt, piecesOf, segmentsOf } from "./highlights";
import { claim } from "./samples";
import { positionsOf } from "./text";

const text = "Halden has accused Meridian Works Holding Ltd of tapping.";
const at = positionsOf(text);

function check(claims: ReturnType<typeof claim>[], expected: string[]) {
  const said = segmentsOf(claims, at).map((segment) => `${text.slice(segment.start, segment.end)}: ${segment.claims.map((one) => one.id).join(" ")}`);
  expect(said).toEqual(expected);
}

describe("segments", () => {
  test("of one quote are the quote", () => {
    check([claim("C1", [[7, 18]])], ["has accused: C1"]);
  });

  test("of the same words are one", () => {
    check([claim("C2", [[7, 18]]), claim("C1", [[7, 18]])], ["has accused: C1 C2"]);
  });

  test("are cut where quotes overlap, the narrowest claim first", () => {
    check([claim("C1", [[0, 33]]), claim("C2", [[7, 45]]), claim("C3", [[19, 33]])], [
      "Halden : C1",
      "has accused : C1 C2",
      "Meridian Works: C3 C1 C2",
      " Holding Ltd: C2",
    ]);
  });

  test("of a claim with two quotes stand apart", () => {
    check([claim("C1", [[0, 6], [19, 27]])], ["Halden: C1", "Meridian: C1"]);
  });

  test("stand where the words stand, after emoji too", () => {
    const wide = "😀😀 nearly 24,000 accounts";
    const [segment] = segmentsOf([claim("C1", [[3, 25]])], positionsOf(wide));
    expect(wide.slice(segment?.start, segment?.end)).toBe("nearly 24,000 accounts");
  });

  test("of quotes that touch do not overlap", () => {
    check([claim("C1", [[0, 6]]), claim("C2", [[6, 10]])], ["Halden: C1", " has: C2"]);
  });
});

describe("pieces", () => {
  const segments = segmentsOf([claim("C1", [[7, 18]]), claim("C2", [[30, 45]])], at);
  const pieces = (start: number, end: number) =>
    piecesOf({ start, end }, segments).map((piece) => (piece.segment ? `[${text.slice(piece.start, piece.end)}]` : text.slice(piece.start, piece.end)));

  test("cover a block without gaps", () => {
    expect(pieces(0, text.length)).toEqual(["Halden ", "[has accused]", " Meridian Wo", "[rks Holding Ltd]", " of tapping."]);
  });

  test("end where a block ends inside a quote", () => {
    expect(pieces(11, 34)).toEqual(["[accused]", " Meridian Wo", "[rks ]"]);
  });
});

test("words that somebody was sent to are pieces of their own, in and around claims", () => {
  const segments = segmentsOf([claim("C1", [[7, 18]])], at);
  const pieces = piecesOf({ start: 0, end: 27 }, segments, { start: 11, end: 21 });
  expect(pieces.map((piece) => `${piece.found ? "!" : ""}${piece.segment ? "[" : ""}${text.slice(piece.start, piece.end)}`)).toEqual([
    "Halden ",
    "[has ",
    "![accused",
    "! Me",
    "ridian",
  ]);
});

test("a place that is a claim's quote is that claim", () => {
  const claims = [claim("C1", [[0, 6]]), claim("C2", [[0, 6], [7, 18]])];
  expect(claimOn(claims, { start: 7, end: 18 })?.id).toBe("C2");
  expect(claimOn(claims, { start: 7, end: 17 })).toBeUndefined();
});

test("what waits shows above what is decided", () => {
  const [segment] = segmentsOf([claim("C1", [[0, 6]], { state: "accepted" }), claim("C2", [[0, 6]])], at);
  expect(segment && lookOf(segment)).toBe("proposed");
});

test("a highlight is named by its claims, their states and its words", () => {
  const name = (...claims: ReturnType<typeof claim>[]) => {
    const [segment] = segmentsOf(claims, at);
    return segment && nameOf(segment, "has\naccused");
  };
  expect(name(claim("C12", [[7, 18]]))).toBe("Claim C12, proposed: has accused");
  expect(name(claim("C1", [[7, 18]]), claim("C2", [[7, 18]]), claim("C3", [[7, 18]], { state: "accepted" }))).toBe(
    "Claims C1 and C2, proposed; claim C3, accepted: has accused",
  );
});

test("each further click on a highlight takes the next of its claims", () => {
  const [segment] = segmentsOf([claim("C1", [[0, 6]]), claim("C2", [[0, 6]])], at);
  const after = (selected: string | null) => segment && pickedAt(segment, selected)?.id;
  expect([after(null), after("C1"), after("C2"), after("C9")]).toEqual(["C1", "C2", "C1", "C1"]);
});

test("the words of the claim in hand are outlined as one, however they are cut", () => {
  const segments = segmentsOf([claim("C1", [[7, 18]])], at);
  const pieces = piecesOf({ start: 0, end: 27 }, segments, null, [{ start: 0, end: 10 }, { start: 19, end: 27 }]);
  expect(pieces.map((piece) => `${piece.opens ? "<" : ""}${piece.outlined ? "!" : ""}${text.slice(piece.start, piece.end)}${piece.closes ? ">" : ""}`)).toEqual([
    "<!Halden ",
    "!has>",
    " accused",
    " ",
    "<!Meridian>",
  ]);
});

test("what was replaced is not highlighted", () => check([claim("C1", [[7, 18]], { state: "superseded" })], []));
