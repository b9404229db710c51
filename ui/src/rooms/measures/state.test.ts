import { describe, expect, it } from "vitest";
import type { ElementRow, ElementState, FactRow, MeasureRow, RecipientRow } from "../../api/client";
import { addressees, age, askedWords, brief, daysBetween, entryNote, factTitle, firstFact, lastEntry, leading, powers, recipientBrief, staleDays, summary, supportOf, verification, warnings } from "./state";

const element = (state: ElementState, support: string[] = [], adverse: string[] = [], verified = false) =>
  ({ id: "bill.E1", text: "", citation: "", verified, support, adverse, state, gap: null }) as ElementRow;

const measure = (elements: ElementRow[], as_of = "2026-09-09") =>
  ({ id: "bill", name: "The bill", authority: "", citation: "", status: "Introduced", status_as_of: as_of, elements }) as MeasureRow;

const recipient = (as_of: string, can: [string, string][] = [], asked: string[] = []) =>
  ({
    id: "bureau", name: "The Bureau", office: "the Bureau", as_of, powers: can.map(([id]) => id), can: can.map(([id, words]) => ({ measure: id, words })),
    asked, address: [], entry: { powers: can.slice(0, 2).map(([id, ask], index) => ({ measure: id, role: index === 0 ? "advise" : "take", ask })) },
  }) as unknown as RecipientRow;

describe("summary", () => {
  it("counts what has support and what is undercut", () => {
    expect(summary([element("several"), element("one-origin", ["F1"], ["F2"]), element("none"), element("official"), element("admitted"), element("none"), element("none")])).toBe(
      "4 of 7 elements have support, 1 is undercut.",
    );
    expect(summary([element("none"), element("one-origin", ["F1"], ["F2"]), element("none", [], ["F2"])])).toBe("1 of 3 elements has support, 2 are undercut.");
  });

  it("does not call support in part support", () => {
    expect(supportOf(element("none", ["F29"]))).toBe("part");
    expect(summary([element("none", ["F29"]), element("several", ["F1"])])).toBe("1 of 2 elements has support, 1 in part.");
    expect(brief([element("none", ["F29"]), element("several", ["F1"])])).toBe("1 of 2 supported");
  });

  it("reads well at the ends", () => {
    expect(summary([element("none"), element("none")])).toBe("None of the 2 elements has support.");
    expect(summary([element("several"), element("several")])).toBe("Both elements have support.");
    expect(summary([element("several")])).toBe("The one element has support.");
    expect(summary([])).toBe("This measure has no elements.");
  });
});

describe("ages", () => {
  it("are told against the dossier's last entry", () => {
    expect(lastEntry([{ at: "2026-11-20T08:00:00Z" }, { at: "2026-11-21T09:30:00Z" }, { at: "2026-11-01T00:00:00Z" }])).toBe("2026-11-21T09:30:00Z");
    expect(lastEntry([])).toBeNull();
    expect(daysBetween("2026-11-01", "2026-11-21T23:59:59Z")).toBe(20);
    expect(daysBetween("soon", "2026-11-21T23:59:59Z")).toBeNull();
  });

  it("are only told beyond the limit", () => {
    expect(staleDays("2026-09-22", "2026-11-21T09:30:00Z", 60)).toBeNull();
    expect(staleDays("2026-09-21", "2026-11-21T09:30:00Z", 60)).toBe(61);
    expect(staleDays("2026-09-21", null, 60)).toBeNull();
    expect(staleDays("2027-01-01", "2026-11-21T09:30:00Z", 60)).toBeNull();
  });

  it("read in the unit that people use", () => {
    expect([age(61), age(150), age(400), age(800)]).toEqual(["61 days", "5 months", "13 months", "2 years"]);
  });

  it("of an entry warn after 180 days", () => {
    expect(entryNote(recipient("2026-05-25"), "2026-11-21T09:30:00Z")).toBeNull();
    expect(entryNote(recipient("2026-05-24"), "2026-11-21T09:30:00Z")).toContain("6 months older than the dossier’s last entry");
  });
});

describe("warnings", () => {
  it("say that a status is old and that nobody has checked the law", () => {
    const said = warnings(measure([element("none")], "2026-02-26"), "2026-11-21T09:30:00Z");
    expect(said[0]).toContain("9 months older");
    expect(said[1]).toBe("Nobody has checked this against the primary text yet.");
  });

  it("say how much is unchecked, and nothing where all is checked and fresh", () => {
    expect(verification([element("none", [], [], true), element("none")])).toBe("Nobody has checked 1 of the 2 elements against the primary text yet.");
    expect(warnings(measure([element("none", [], [], true)], "2026-11-01"), "2026-11-21T09:30:00Z")).toEqual([]);
  });
});

describe("powers", () => {
  it("put what is asked for first, with the role and the request in words", () => {
    const measures = [measure([]), { ...measure([]), id: "memo", name: "The memorandum" }];
    expect(powers(recipient("2026-11-01", [["bill", "that it advise"], ["memo", "that it act."], ["lost", "that"]], ["memo"]), measures)).toEqual([
      { measure: "memo", name: "The memorandum", role: "Can take it under the law as it is", ask: "A letter would ask that it act.", asked: true },
      { measure: "bill", name: "The bill", role: "Advises those who take or enact it", ask: "A letter would ask that it advise.", asked: false },
      { measure: "lost", name: "lost", role: "Can do something about it", ask: "A letter would ask that.", asked: false },
    ]);
  });
});

describe("facts of an element", () => {
  it("come strongest first, a few at once", () => {
    const facts = [1, 2, 3, 4, 5].map((number) => ({ id: `F${number}`, origins: number === 4 ? 3 : 1, hedge: number === 5 ? "asserted" : "alleged" }));
    const first = leading(facts, false);
    expect(first.shown.map(({ id }) => id)).toEqual(["F4", "F5", "F1"]);
    expect(first.more).toBe(2);
    expect(leading(facts, true).more).toBe(0);
    expect(leading(facts.slice(0, 4), false).more).toBe(0);
  });

  it("give the one that stands for a measure", () => {
    const facts = new Map([1, 3, 9].map((number) => [`F${number}`, { id: `F${number}`, origins: number === 3 ? 2 : 1, hedge: "alleged" } as FactRow]));
    expect(firstFact(measure([element("none"), element("several", ["F1", "F3"], ["F9"])]), facts)).toBe("F3");
    expect(firstFact(measure([element("none", [], ["F9"])]), facts)).toBe("F9");
    expect(firstFact(measure([element("none"), element("several", ["F4"])]), facts)).toBeNull();
  });
});

describe("a recipient", () => {
  const can: [string, string][] = [["bill", "x"], ["memo", "y"], ["rule", "z"]];

  it("is told by what accepted claims ask for", () => {
    expect(askedWords(recipient("2026-11-01", can, ["bill", "memo"]))).toBe("Accepted claims ask for 2 of the 3 measures that it can do something about.");
    expect(askedWords(recipient("2026-11-01", can, ["bill", "memo", "rule"]))).toBe("Accepted claims ask for all 3 measures that it can do something about.");
    expect(askedWords(recipient("2026-11-01", can.slice(0, 1), ["bill"]))).toBe("Accepted claims ask for the one measure that it can do something about.");
    expect(askedWords(recipient("2026-11-01", can))).toBe("It can do something about 3 measures. Accepted claims ask for none of them.");
    expect(askedWords(recipient("2026-11-01", can.slice(0, 1)))).toBe("It can do something about 1 measure. Accepted claims do not ask for it.");
    expect(askedWords(recipient("2026-11-01"))).toBe("It can do nothing about the measures of the catalogue.");
  });

  it("has an address for each addressee", () => {
    expect(addressees(["A. Chair", "Committee", "", "R. Member", "Committee"])).toEqual([["A. Chair", "Committee"], ["R. Member", "Committee"]]);
    expect(addressees(["", "A. Chair", "", ""])).toEqual([["A. Chair"]]);
    expect(addressees([])).toEqual([]);
  });

  it("has a line in a list", () => {
    expect(recipientBrief(recipient("2026-11-01", can, ["memo"]))).toBe("3 measures, 1 asked for");
    expect(recipientBrief(recipient("2026-11-01", can))).toBe("3 measures");
    expect(recipientBrief(recipient("2026-11-01", can, ["bill", "memo", "rule"]))).toBe("3 measures, all asked for");
    expect(recipientBrief(recipient("2026-11-01", can.slice(0, 1), ["bill"]))).toBe("1 measure, asked for");
  });
});

describe("factTitle", () => {
  it("says what a fact is about and what it says", () => {
    const title = (kind: FactRow["kind"], property: string, words: string) => factTitle({ kind, subject: "Meridian Works", property, words });
    expect(title("count", "accounts", "about 24,000 accounts")).toBe("About 24,000 accounts");
    expect(title("attribution", "attribution", "by Meridian Works")).toBe("Attribution: by Meridian Works");
    expect(title("method", "method", "fraudulent accounts")).toBe("Method: fraudulent accounts");
    expect(title("act", "act", "tapping its model")).toBe("Tapping its model");
    expect(title("response", "response", "no response")).toBe("Meridian Works: no response");
    expect(title("quotation", "quotation", "no company can police this")).toBe("“no company can police this”");
    expect(title("party", "role", "accused")).toBe("Role: accused");
    expect(title("response", "response", "")).toBe("Response");
  });
});
