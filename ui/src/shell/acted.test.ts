import { describe, expect, it } from "vitest";
import { acted, said, takenBack } from "./acted";

describe("acts", () => {
  it.each([
    ["new", "made the dossier"],
    ["import 1 file", "imported 1 file"],
    ["accept all", "accepted all proposed claims"],
    ["accept C1", "accepted C1"],
    ["accept C1 C2 C3", "accepted C1, C2 and C3"],
    ["accept C1 C2 C3 C4 C5", "accepted 5 claims"],
    ["reject C4", "rejected C4"],
    ["accept kind legal-word of S2", "accepted every proposed legal word of S2"],
    ["edit C8", "edited C8"],
    ["split C8", "split C8"],
    ["merge C8 C9", "merged C8 and C9"],
    ["add to S2", "added a claim to S2"],
    ["judge same C1 C9", "joined C1 and C9"],
    ["judge different C1 C9", "kept apart C1 and C9"],
    ["judge adopt C9", "adopted the value of C9"],
    ["judge dispute F3", "marked as disputed F3"],
    ["judge supersede F3 F9", "marked F3 as superseded by F9"],
    ["judge credibility F3 2", "graded the credibility of F3 as 2"],
    ["judge same-party “Meridian Works” “Meridian Works Ltd”", "joined the names “Meridian Works” and “Meridian Works Ltd”"],
    ["judge different-party “Meridian Works” “Tern” “Meridian Air”", "kept the names “Meridian Works”, “Tern” and “Meridian Air” apart"],
    ["judge revoke J4", "revoked J4"],
    ["source S1 set publisher syndicated_from", "completed S1: publisher and syndicated from"],
    ["office", "set the office of the sender"],
    ["columns of table 1 of S3", "said what the columns of S3 mean"],
    ["columns of table 2 of S3", "said what the columns of S3 mean, table 2"],
    ["propose 3 from claims.jsonl", "took in 3 proposed claims from claims.jsonl"],
    ["draft To the Senate version 1", "began the draft To the Senate"],
    ["draft letter version 4", "saved the draft letter, version 4"],
    ["publish letter final as pdf", "published letter as final PDF"],
    ["publish letter final as docx", "published letter as final Word file"],
    ["undo 5 (accept C1 C2)", "took back act 5: accepted C1 and C2"],
    ["something new", "something new"],
  ])("%s is said as %s", (act, words) => expect(said(act)).toBe(words));

  it("begin a line with a large letter", () => expect(acted("accept C1")).toBe("Accepted C1"));

  it("know what took them back", () => {
    const row = (n: number, act: string) => ({ n, act, at: "", actor: "", hash: "", previous: "" });
    expect(takenBack([row(7, "undo 5 (accept C1)"), row(6, "office"), row(5, "accept C1")])).toEqual(new Map([[5, 7]]));
  });
});
