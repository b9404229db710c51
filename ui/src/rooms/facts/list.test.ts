import { describe, expect, it } from "vitest";
import { type Filter, arranged, everything, filtersSet, kindHead, offered, passing, propertyOf } from "./list";
import { fact } from "./samples";

const none = new Map<string, number>();
const facts = [
  fact("F1", { kind: "act", property: "act", words: "probed the model" }),
  fact("F2", { origins: 3, words: "about 25,000 accounts" }),
  fact("F3", { kind: "period", property: "window", words: "11 March to 3 May", hedge: "reported" }),
  fact("F4", { subject: "Halden", kind: "party", property: "role", words: "accuser", state: "settled", rung: { nexus: "linked", party: "Tern Açaí" } }),
  fact("F5", { property: "exchanges", words: "31.2 million exchanges", origins: 2 }),
  fact("F6", { subject: "Adler", words: "7 accounts" }),
];
const ids = (of: { id: string }[]) => of.map(({ id }) => id).join(" ");
const shown = (filter: Partial<Filter>, conflicts = none) => ids(passing(facts, { ...everything, ...filter }, conflicts));

describe("the heads of the list", () => {
  it("are subject and kind: most known first, then who, what, how much, when", () => {
    const groups = arranged(facts, "subject").map((group) => `${group.head} / ${group.kind}: ${ids(group.facts)}`);
    expect(groups).toEqual([
      "Meridian campaign / act: F1",
      "Meridian campaign / count: F2 F5",
      "Meridian campaign / period: F3",
      "Adler / count: F6",
      "Halden / party: F4",
    ]);
  });

  it("say once how many facts a subject has", () => {
    expect(arranged(facts, "subject").map((group) => group.total)).toEqual([4, undefined, undefined, 1, 1]);
  });

  it("are numbers of origins when sorted so, the most first", () => {
    const groups = arranged(facts, "origins").map((group) => `${group.head}: ${ids(group.facts)}`);
    expect(groups).toEqual(["3 origins: F2", "2 origins: F5", "1 origin: F4 F1 F6 F3"]);
  });

  it("keep every fact, once", () => {
    for (const sorting of ["subject", "origins"] as const) {
      const held = arranged(facts, sorting).flatMap((group) => group.facts);
      expect(held.map(({ id }) => id).sort()).toEqual(["F1", "F2", "F3", "F4", "F5", "F6"]);
    }
  });

  it("are plurals a person would say", () => {
    expect(["party", "legal-word", "market", "quotation"].map((kind) => kindHead(kind as "party"))).toEqual(["Parties", "Legal words", "Market", "Quotations"]);
  });
});

describe("the filters", () => {
  it("find words in any order, without case, accents and commas", () => {
    expect(shown({ text: "ACCOUNTS 25000" })).toBe("F2");
    expect(shown({ text: "25,000" })).toBe("F2");
    expect(shown({ text: "acai" })).toBe("F4");
    expect(shown({ text: "f3" })).toBe("F3");
    expect(shown({ text: "nowhere" })).toBe("");
  });

  it("take several of one sort together, and different sorts each for itself", () => {
    expect(shown({ kinds: ["act", "period"] })).toBe("F1 F3");
    expect(shown({ kinds: ["act", "period"], hedges: ["reported"] })).toBe("F3");
    expect(shown({ states: ["settled"] })).toBe("F4");
  });

  it("leave what rests on one origin, or what is in conflict", () => {
    expect(shown({ oneOrigin: true, kinds: ["count"] })).toBe("F6");
    expect(shown({ withConflicts: true }, new Map([["F5", 2], ["F6", 0]]))).toBe("F5");
  });

  it("offer what there is, with numbers", () => {
    expect(offered(facts)).toEqual({
      kinds: [["party", 1], ["act", 1], ["count", 3], ["period", 1]],
      hedges: [["reported", 1], ["alleged", 5]],
      states: [["open", 5], ["settled", 1]],
    });
  });

  it("are counted without the box", () => {
    expect(filtersSet({ ...everything, text: "x", kinds: ["act"], oneOrigin: true })).toBe(2);
  });
});

it("a property is left out where the kind says it", () => {
  expect(propertyOf({ kind: "act", property: "act" })).toBe("");
  expect(propertyOf({ kind: "legal-word", property: "legal word" })).toBe("");
  expect(propertyOf({ kind: "count", property: "accounts" })).toBe("accounts");
});
