import { describe, expect, it } from "vitest";
import type { PartyRow } from "../../api/client";
import { decided } from "./judgements";
import { alsoCalled, claimsOf, goneOn, inListOrder, judgementsOf, others, partyAt, partyHead, partyLines, sidesOf, sideWords, unjudgedNames } from "./parties";
import { judgement } from "./samples";

const party = (name: string, claims: number, over: Partial<PartyRow> = {}): PartyRow => ({
  name, names: [name], legal_name: null, roles: [], claims: Array.from({ length: claims }, (_, at) => `C${at}`), relations: [], suggested: [], ...over,
});
const suggestion = { names: ["Meridian Works", "Meridian Works Ltd"], why: "the same apart from the legal form" };

describe("parties", () => {
  const works = party("Meridian Works", 8, { suggested: [suggestion] });
  const limited = party("Meridian Works Ltd", 1, { suggested: [suggestion] });
  const lab = party("Tern lab", 3, { relations: [{ kind: "part-of", to: "Meridian Works", claims: ["C1", "C2"], words: "Meridian Works’ Tern lab" }] });
  const halden = party("Halden", 20);

  it("come with those that may be one first, then those that most claims name", () => {
    expect(inListOrder([lab, halden, limited, works]).map(({ key }) => key)).toEqual(["Meridian Works", "Meridian Works Ltd", "Halden", "Tern lab"]);
  });

  it("say what they are, and stand under a head each", () => {
    const named = inListOrder([works, party("Halden", 1, { roles: ["accuser", "lab"] })]);
    expect(named.map(partyHead)).toEqual(["Names that may be one party’s", "Parties"]);
    expect(named.map((one) => partyLines(one).below)).toEqual(["8 claims", "accuser, lab · 1 claim"]);
  });

  it("have keys of their own where two are called the same", () => {
    expect(inListOrder([halden, party("Halden", 1)]).map(({ key }) => key)).toEqual(["Halden", "Halden (2)"]);
  });

  it("stay selected under the name that they have after a join", () => {
    const joined = party("Meridian Works", 9, { names: ["Meridian Works", "Meridian Works Ltd"] });
    const list = inListOrder([halden, joined]);
    expect(partyAt(list, "Meridian Works Ltd")?.party).toBe(joined);
    expect(partyAt(list, "gone")?.party).toBe(halden);
  });

  it("know how they stand to others, and others to them", () => {
    const list = inListOrder([works, lab]);
    const common = { kind: "part-of", words: "Meridian Works’ Tern lab", claims: 2 };
    expect(sidesOf(lab, list)).toEqual([{ ...common, other: "Meridian Works", key: "Meridian Works", inward: false }]);
    expect(sidesOf(works, list)).toEqual([{ ...common, other: "Tern lab", key: "Tern lab", inward: true }]);
  });

  it("are found by any of their names where another is told to belong to them, and are no link where no claim names them elsewhere", () => {
    const joined = party("Meridian Works Ltd", 9, { names: ["Meridian Works", "Meridian Works Ltd"] });
    expect(sidesOf(lab, inListOrder([joined, lab])).map(({ key }) => key)).toEqual(["Meridian Works Ltd"]);
    expect(sidesOf(lab, inListOrder([lab])).map(({ key }) => key)).toEqual([undefined]);
    expect(sidesOf(joined, inListOrder([joined, lab])).map(({ key }) => key)).toEqual(["Tern lab"]);
  });

  it("say how they stand to each other in either direction", () => {
    const side = (kind: "part-of" | "linked-to" | "acting-for", inward: boolean) => ({ kind, inward, other: "Halden", key: "Halden", words: "", claims: 1 });
    const said = (...of: Parameters<typeof sideWords>) => `${sideWords(...of).before}Halden${sideWords(...of).after}`;
    expect((["part-of", "linked-to", "acting-for"] as const).map((kind) => said(side(kind, false), false))).toEqual(["Part of Halden", "Linked to Halden", "Acting for Halden"]);
    expect((["part-of", "linked-to", "acting-for"] as const).map((kind) => said(side(kind, true), false))).toEqual([
      "Halden is part of it", "Halden is linked to it", "Halden acts for it",
    ]);
    expect(sideWords(side("linked-to", true), true)).toEqual({ before: "", after: "" });
  });

  it("are shown with the claims that say how they stand to others first, each once", () => {
    expect(claimsOf(lab)).toEqual(["C1", "C2", "C0"]);
  });

  it("tell their legal name once", () => {
    const names = ["Meridian", "Meridian Works", "Meridian Works Ltd"];
    expect(alsoCalled(party("Meridian Works", 9, { names, legal_name: "Meridian Works Ltd" }))).toEqual(["Meridian"]);
    expect(alsoCalled(party("Meridian Works Ltd", 9, { names, legal_name: "Meridian Works Ltd" }))).toEqual(["Meridian", "Meridian Works"]);
  });

  it("know which of their names nobody has joined", () => {
    const spelled = party("Meridian Works", 9, { names: ["MERIDIAN WORKS", "Meridian Works", "the Works"] });
    const join = judgement("J1", "same-party", { names: ["Meridian Works", "the Works"] });
    expect(unjudgedNames(spelled, [join])).toEqual(["MERIDIAN WORKS"]);
    expect(unjudgedNames(spelled, [{ ...join, standing: false }])).toEqual(["MERIDIAN WORKS", "the Works"]);
    expect(unjudgedNames(halden, [])).toEqual([]);
  });

  it("go on to the next that may be one with another, once those in hand are decided", () => {
    const other = { names: ["Adler", "Adler AG"], why: "the same apart from the legal form" };
    const [adler, ag] = [party("Adler", 4, { suggested: [other] }), party("Adler AG", 2, { suggested: [other] })];
    const before = inListOrder([works, limited, adler, ag, halden]);
    const joined = party("Meridian Works", 9, { names: ["Meridian Works", "Meridian Works Ltd"] });
    const after = inListOrder([joined, adler, ag, halden]);
    expect(goneOn("Meridian Works", before, after)).toBe("Adler");
    expect(goneOn("Meridian Works Ltd", before, after)).toBe("Adler");
    expect(goneOn(undefined, before, after)).toBe("Adler");
    // Refused, both stay.
    expect(goneOn("Meridian Works", before, inListOrder([party("Meridian Works", 8), party("Meridian Works Ltd", 1), adler, ag, halden]))).toBe("Adler");
  });

  it("stay in hand where they have another suggestion, where nothing is left to decide, and where there was nothing to decide", () => {
    const before = inListOrder([works, limited, halden]);
    expect(goneOn("Meridian Works", before, before)).toBe("Meridian Works");
    const joined = party("Meridian Works Ltd", 9, { names: ["Meridian Works", "Meridian Works Ltd"] });
    expect(goneOn("Meridian Works", before, inListOrder([joined, halden]))).toBe("Meridian Works Ltd");
    expect(goneOn("Halden", before, inListOrder([joined, halden]))).toBe("Halden");
    expect(goneOn("Halden", [], before)).toBe("Halden");
  });

  it("name what a suggestion would join with them", () => {
    expect(others(suggestion, works)).toEqual(["Meridian Works Ltd"]);
  });

  it("keep what people decided of their names, without what was revoked", () => {
    const rows = [
      judgement("J1", "same-party", { names: ["Meridian Works", "Meridian Works Ltd"] }),
      judgement("J2", "different-party", { names: ["Meridian Works", "Meridian Air"] }),
      judgement("J3", "same-party", { names: ["Halden", "Halden Inc"] }),
      judgement("J4", "same-party", { names: ["Meridian Works", "Works"], standing: false }),
    ];
    expect(judgementsOf(works, rows).map(({ id }) => id)).toEqual(["J2", "J1"]);
    expect(rows.slice(0, 2).map(decided)).toEqual(["joined the names “Meridian Works” and “Meridian Works Ltd”", "kept the names “Meridian Works” and “Meridian Air” apart"]);
  });
});
