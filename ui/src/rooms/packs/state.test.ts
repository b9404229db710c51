import { describe, expect, it } from "vitest";
import type { PackPlanRow } from "../../api/client";
import { chosenSources, citingParts, draftWords, fateWords, going, hindrance, inOrder, mark, planOf, suggestedName, turn, type Line } from "./state";

function row(source: string, cited_at: string[] = [], more: Partial<PackPlanRow> = {}): PackPlanRow {
  return { source, file: `${source}.txt`, title: null, handling: "public", cited_at, held: false, why: null, ...more };
}
const held = { handling: "privileged" as const, held: true, why: "privileged" };
const shown = (lines: Line[]) => lines.map((line) => `${line.exhibit ?? "-"} ${line.row.source} ${line.standing}`);

describe("the plan of a document", () => {
  const rows = [row("S4", ["subject"]), row("S9"), row("S1", ["paragraph 1, sentence 2"]), row("S7", [], held), row("S8")];

  it("fixes what is cited and proposes nothing else", () => {
    const plan = planOf(rows, "letter", new Set());
    expect(shown(plan.exhibits)).toEqual(["1 S4 cited", "2 S1 cited"]);
    expect(shown(plan.further)).toEqual(["- S9 left-out", "- S8 left-out"]);
    expect(shown(plan.withheld)).toEqual(["- S7 withheld"]);
    expect(plan.going).toBe(2);
    expect(chosenSources(plan, new Set())).toBeNull();
  });

  it("numbers added sources after the cited ones", () => {
    const turned = new Set(["S8"]);
    const plan = planOf(rows, "letter", turned);
    expect(shown(plan.further)).toEqual(["- S9 left-out", "3 S8 chosen"]);
    expect(chosenSources(plan, turned)).toEqual(["S4", "S1", "S8"]);
  });

  it("keeps cited and withheld sources as they are, whatever was turned", () => {
    const turned = new Set(["S4", "S7"]);
    const plan = planOf(rows, "letter", turned);
    expect(shown(plan.exhibits)).toEqual(["1 S4 cited", "2 S1 cited"]);
    expect(chosenSources(plan, turned)).toBeNull();
    for (const line of [...plan.exhibits, ...plan.withheld]) expect(turn(line, turned)).toBe(turned);
  });

  it("cannot be packed while a privileged source is cited", () => {
    const plan = planOf([row("S1", ["subject"]), row("S2", ["subject"], { ...held, title: "Board minutes" })], "letter", new Set());
    expect(shown(plan.blocked)).toEqual(["- S2 blocked"]);
    expect(hindrance(plan, "letter")).toMatch(/^Board minutes: privileged, and cited/);
    expect(inOrder(plan).map((line) => line.row.source)).toEqual(["S2", "S1"]);
  });
});

describe("the plan of all evidence", () => {
  const rows = [row("S1"), row("S2", [], { handling: "unreviewed" }), row("S3", [], held), row("S4", [], { handling: "confidential" })];

  it("proposes everything that is not privileged", () => {
    const plan = planOf(rows, null, new Set());
    expect(shown(plan.exhibits)).toEqual(["1 S1 chosen", "2 S2 chosen", "3 S4 chosen"]);
    expect(plan.further).toEqual([]);
    expect([plan.going, plan.unreviewed, plan.confidential]).toEqual([3, 1, 1]);
    expect(hindrance(plan, null)).toBeNull();
  });

  it("numbers anew when one is left out", () => {
    const turned = turn(planOf(rows, null, new Set()).exhibits[0]!, new Set());
    const plan = planOf(rows, null, turned);
    expect(shown(plan.exhibits)).toEqual(["- S1 left-out", "1 S2 chosen", "2 S4 chosen"]);
    expect(chosenSources(plan, turned)).toEqual(["S2", "S4"]);
  });

  it("takes all out and all in again", () => {
    const none = mark(planOf(rows, null, new Set()), new Set(), new Set());
    const plan = planOf(rows, null, none);
    expect(plan.going).toBe(0);
    expect(hindrance(plan, null)).toMatch(/Choose at least one/);
    const all = mark(plan, new Set(["S1", "S2", "S3", "S4"]), none);
    expect(all.size).toBe(0);
    expect([...going(planOf(rows, null, all))]).toEqual(["S1", "S2", "S4"]);
  });

  it("ignores where a source is cited", () => {
    expect(shown(planOf([row("S1", ["subject"])], null, new Set(["S1"])).exhibits)).toEqual(["- S1 left-out"]);
  });
});

it("says where a source is cited", () => {
  expect(citingParts(["subject", "list 1, item 3, sentence 1", "list 1, item 4, sentence 2", "table 2, row 1, column 2"])).toEqual([
    { part: "Subject", places: [{ place: "subject", words: "subject line" }] },
    {
      part: "List 1",
      places: [
        { place: "list 1, item 3, sentence 1", words: "item 3" },
        { place: "list 1, item 4, sentence 2", words: "item 4, sentence 2" },
      ],
    },
    { part: "Table 2", places: [{ place: "table 2, row 1, column 2", words: "row 1, column 2" }] },
  ]);
});

it("names documents and fates", () => {
  expect(draftWords({ name: "letter", kind: "letter", version: 3 })).toBe("letter, version 3");
  expect(draftWords({ name: "senate", kind: "letter", version: 1 })).toBe("senate (letter, version 1)");
  const [cited, added] = inOrder(planOf([row("S1", ["subject"]), row("S2")], "letter", new Set(["S2"])));
  expect([fateWords(cited!), fateWords(added!)]).toEqual(["Exhibit 1, cited", "Exhibit 2"]);
});

describe("the suggested name", () => {
  const check = (file: string, document: string | null, name: string) => it(name, () => expect(suggestedName(file, document)).toBe(name));
  check("corvid.dossier", "letter", "corvid-letter-pack.zip");
  check("corvid.dossier", null, "corvid-pack.zip");
  check("Corvid campaign.dossier", "senate banking", "Corvid-campaign-senate-banking-pack.zip");
  check("letter.dossier", "Letter", "letter-pack.zip");
  check('a/b:c*"d.dossier', "x|y", "a-b-c-d-x-y-pack.zip");
  check("...dossier", null, "evidence-pack.zip");
  check("ملف.dossier", "رسالة", "ملف-رسالة-pack.zip");
  check(`${"long ".repeat(40)}.dossier`, null, `${"long-".repeat(12)}pack.zip`);
});
