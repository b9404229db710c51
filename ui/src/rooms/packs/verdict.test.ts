import { describe, expect, it } from "vitest";
import type { VerifyReport } from "../../api/client";
import { judgedOf, placeOf, problemWords, verdictOf, verdictWords, type Check } from "./verdict";

const problem = (kind: string, path = "") => ({ path, kind, detail: "what was found" });
const check = (name: string, report?: VerifyReport): Check => ({ id: 1, name, folder: false, state: report ? "done" : "checking", ...(report && { report }), pasted: "" });

describe("what was judged", () => {
  const judged = (is: string, name: string, report: VerifyReport) => it(`${name} ${report.ok}: ${is}`, () => expect(judgedOf(name, report)).toBe(is));
  judged("pack", "p.zip", { ok: true, problems: [], evidence_root: "ef" });
  judged("pack", "p.zip", { ok: false, problems: [problem("changed", "data/letter.pdf")] });
  judged("bag", "b.zip", { ok: true, problems: [], notes: [problem("not-a-pack")] });
  judged("neither", "x.zip", { ok: false, problems: [problem("container"), problem("not-a-pack")] });
  judged("dossier", "c.dossier", { ok: true, problems: [] });
  judged("dossier", "renamed.db", { ok: false, problems: [problem("altered", "claims 41")] });
});

it("says the verdict in a line", () => {
  expect(verdictWords(check("p.zip"))).toBe("Checking");
  expect(verdictWords(check("p.zip", { ok: true, problems: [], evidence_root: "ef" }))).toBe("Whole and unchanged");
  expect(verdictWords(check("p.zip", { ok: false, problems: [problem("changed")], evidence_root: "ef" }))).toBe("Not as it was made");
  expect(verdictWords(check("b.zip", { ok: true, problems: [], notes: [problem("not-a-pack")] }))).toBe("Whole, but not a pack");
  expect(verdictWords(check("x.zip", { ok: false, problems: [problem("not-a-pack")] }))).toBe("Not a pack");
  const failed: Check = { ...check("p.zip"), state: "failed", trouble: { code: "input", message: "p.zip could not be read" } };
  expect([verdictOf(failed), verdictWords(failed)]).toEqual(["unread", "Could not be read"]);
});

// Each word that the verifiers write; a new one shows as it is until it has words here.
const written = [
  ...["changed", "missing", "added", "renamed", "unreadable", "manifest", "tag-manifest", "oxum", "bag-declaration", "tag-file"],
  ...["evidence-root", "record", "quote", "text-digest", "original-digest", "container", "not-a-pack"],
  ...["altered", "ledger", "original", "search", "structure"],
];
it.each(written)("has words for a problem of kind %s", (kind) => {
  expect(problemWords(kind)).toMatch(/^[A-Z][a-z ]+$/);
  expect(problemWords(kind)).not.toBe(kind);
});

it("names the place of a problem", () => {
  expect(placeOf(problem("changed", "data/letter.pdf"), "pack")).toBe("data/letter.pdf");
  expect(placeOf(problem("container"), "pack")).toBe("The pack as a whole");
  expect(placeOf(problem("structure"), "dossier")).toBe("The file");
  expect(problemWords("something-new")).toBe("something-new");
});
