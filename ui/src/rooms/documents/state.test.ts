import { describe, expect, it } from "vitest";
import type { DraftRow, Finding, MeasureRow, RecipientRow } from "../../api/client";
import { blocks, byName, choices, claimsIn, countsOf, fileName, freshName, inOrder, latest, nameTrouble, next, reminder, sections, stops, whyWords } from "./state";
import type { Placed } from "./text/findings";

const finding = (given: Partial<Finding>): Finding => ({
  code: "unbound",
  severity: "error",
  place: "",
  text: "",
  why: "",
  fix: null,
  replacement: null,
  fact: null,
  ...given,
});
const placed = (id: string, at: number | null, given: Partial<Finding> = {}): Placed => ({
  id,
  finding: finding(given),
  spot: at === null ? null : { from: at, to: at + 5 },
  words: at === null ? null : { from: at, to: at + 5 },
});
const warning = (code: Finding["code"]): Partial<Finding> => ({ severity: "warning", code });

describe("findings", () => {
  const all = [
    placed("m1", null, warning("measure-unverified")),
    placed("late", 40),
    placed("m2", null, warning("measure-unverified")),
    placed("o1", null, warning("measure-outdated")),
    placed("early", 10),
    placed("year", 20, warning("year-inferred")),
  ];

  it("stand as errors before warnings, in the order of the text, then by what they are", () => {
    expect(sections(all).map((section) => [section.severity, section.count, section.groups.map((group) => group.items.map((one) => one.id))])).toEqual([
      ["error", 2, [["early"], ["late"]]],
      ["warning", 4, [["year"], ["m1", "m2"], ["o1"]]],
    ]);
  });

  it("are walked through in that order, round and round", () => {
    const ids = inOrder(all).map((one) => one.id);
    expect(ids).toEqual(["early", "late", "year", "m1", "m2", "o1"]);
    expect(next(all, null, 1)?.id).toBe("early");
    expect(next(all, "o1", 1)?.id).toBe("early");
    expect(next(all, "early", -1)?.id).toBe("o1");
    expect(next([], null, 1)).toBeNull();
  });

  it("are counted", () => expect(countsOf(all.map((one) => one.finding))).toEqual({ errors: 2, warnings: 4 }));
  it("say why without the ids of elements", () => {
    expect(whyWords(finding({ why: "hr-1.E2: No fact shows it." }))).toBe("Element 2: No fact shows it.");
    expect(whyWords(finding({ why: "nobody has checked its authority, hr-1.E1, hr-1.E12 against it" }))).toBe("Nobody has checked its authority, elements 1 and 12 against it");
    expect(whyWords(finding({ why: "checked hr-1.E1, hr-1.E2, hr-1.E3" }))).toBe("Checked elements 1 to 3");
  });
  it("name their claims", () => expect(claimsIn(finding({ text: "C1, C42" }))).toEqual(["C1", "C42"]));
});

it("reminders leave out what is for the command line", () => {
  expect(reminder("Handling: two sources are not reviewed (`dossier source FILE ID --set handling=public`).")).toEqual({
    head: "Handling",
    text: "Two sources are not reviewed.",
  });
});

describe("a new document", () => {
  const measure = (id: string): MeasureRow => ({ id, name: id, authority: "", citation: "", status: "", status_as_of: "", elements: [] });
  const recipient = (id: string, powers: string[], asked: string[]) => ({
    id,
    name: `Office of ${id}, and more`,
    office: "the Office",
    as_of: "",
    powers,
    can: powers.map((measure) => ({ measure, words: `consider ${measure}` })),
    asked,
    address: [],
  }) as unknown as RecipientRow;
  const row = (name: string): DraftRow => ({ name, kind: "letter", to: "a", version: 1, saved_at: "" });

  it("offers what the recipient can act on, and says who can act on the rest", () => {
    const all = choices([measure("x"), measure("y")], [recipient("a", ["y"], ["y"]), recipient("b", ["x"], [])], "a");
    expect(all.map(({ measure, can, asked, others }) => [measure.id, can, asked, others])).toEqual([
      ["y", "consider y", true, []],
      ["x", null, false, ["Office of b, and more"]],
    ]);
  });

  it("has a name that no other has", () => {
    const to = recipient("a", [], []);
    expect(freshName("letter", to, [])).toBe("Letter to Office of a");
    expect(freshName("letter", to, [row("Letter to Office of a"), row("Letter to Office of a 2")])).toBe("Letter to Office of a 3");
    expect(nameTrouble(" ", [])).toMatch(/name/);
    expect(nameTrouble("one ", [row("one")])).toMatch(/already/);
    expect(nameTrouble("two", [row("one")])).toBeUndefined();
  });

  it("stands where its name puts it, and the latest is known", () => {
    const rows = [{ ...row("Letter 10"), saved_at: "2026-11-20" }, { ...row("Letter 9"), saved_at: "2026-11-19" }, { ...row("briefing"), saved_at: "2026-11-21" }];
    expect(byName(rows).map((one) => one.name)).toEqual(["briefing", "Letter 9", "Letter 10"]);
    expect(latest(rows)?.name).toBe("briefing");
    expect(latest([])).toBeUndefined();
  });

  it("is addressed to each addressee apart", () => {
    expect(blocks(["A. Person", "Chairman", "", "B. Person"])).toEqual([["A. Person", "Chairman"], ["B. Person"]]);
    expect(blocks([])).toEqual([]);
  });

  it("has a file name that systems take", () => expect(fileName("Letter: A/B", "pdf")).toBe("Letter- A-B.pdf"));
});

describe("a final", () => {
  const proof = { ticket: 1, pages: 1, width: 1, height: 1, findings: [finding({}), finding(warning("stale"))], remarks: [], reminders: [], places: [] };
  it("is stopped by errors and missing parts of the office", () => {
    expect(stops(proof, ["signatory_title"])).toEqual({ errors: 1, missing: ["title of the signatory"] });
  });
  it("is stopped by nothing else", () => {
    expect(stops({ ...proof, findings: [finding(warning("stale"))] }, [])).toBeNull();
  });
});
