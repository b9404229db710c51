import { expect, test } from "vitest";
import { grouped, importLines, importing, onlySource, outcome, pastedName, reasons, summary, tone } from "./imports";
import { imported, source } from "./samples";

const rows = [
  imported("a.md", "new", { claims: 12 }),
  imported("b.md", "known"),
  imported("c.pdf", "failed", { issues: [{ code: "binary", message: "c.pdf is a PDF." }] }),
  imported("d.md", "new", { claims: 1 }),
  imported("e.md", "revision"),
];

test("results stand by how they ended, failures first, empty groups left out", () => {
  expect(grouped(rows).map((group) => [group.state, group.rows.map((row) => row.file)])).toEqual([
    ["failed", ["c.pdf"]],
    ["revision", ["e.md"]],
    ["new", ["a.md", "d.md"]],
    ["known", ["b.md"]],
  ]);
  expect(grouped([])).toEqual([]);
});

test("every row is in one group", () => expect(grouped(rows).flatMap((group) => group.rows)).toHaveLength(rows.length));

test("each group's files stand under its head", () => {
  const lines = importLines(rows).map((line) => ("head" in line ? `${line.head.title} ${line.head.number}` : line.row.file));
  expect(lines).toEqual(["Not imported 1", "c.pdf", "Later versions 1", "e.md", "New 2", "a.md", "d.md", "Already here 1", "b.md"]);
});

test("an import is summed up in a line", () => {
  expect(summary(rows)).toBe("2 new, 1 later version, 1 already here, 1 not imported");
  expect(summary([])).toBe("no files found");
});

test("each file's line says what came of it", () => {
  expect(rows.map(outcome)).toEqual(["12 claims to read", "is S1", "", "1 claim to read", "no claims found in it"]);
  expect(outcome(imported("map.png", "new", { characters: 0 }))).toBe("kept as an exhibit");
});

test("a file's line says which mail it came with and what to know of it, unless that was said before", () => {
  const issues = [{ code: "encrypted", message: "a.pdf is locked." }];
  const sources = [source("S2", { title: "Evidence" }), source("S1", { within: "S2" })];
  expect(reasons(imported("a.pdf", "new", { issues }), sources)).toEqual(["Attached to Evidence", "This file is locked."]);
  expect(reasons(imported("a.pdf", "failed", { issues }), sources)).toEqual(["This file is locked."]);
  expect(reasons(imported("a.pdf", "known", { issues }), sources)).toEqual([]);
  expect([tone(imported("a.pdf", "new")), tone(imported("a.pdf", "new", { issues })), tone(imported("a.pdf", "known", { issues }))]).toEqual(["good", "warn", "quiet"]);
});

test("a single good file is shown at once", () => {
  expect(onlySource(rows.slice(0, 1))).toBe("S1");
  expect(onlySource(rows)).toBeNull();
  expect(onlySource([imported("c.pdf", "failed")])).toBeNull();
});

test("the task says what is imported", () => {
  const file = (name: string) => ({ name, folder: false });
  expect(importing([file("a.md")])).toBe("Importing a.md");
  expect(importing([file("a.md"), file("b.md")])).toBe("Importing 2 files");
  expect(importing([file("a.md"), { name: "reports", folder: true }])).toBe("Importing 1 file and 1 folder");
});

test("pasted text is named by its first line where no name is given", () => {
  expect(pastedName("", "\nHalden accuses: a report\nMore")).toBe("Halden accuses a report.txt");
  expect(pastedName("Letter.md", "x")).toBe("Letter.md");
  expect(pastedName("../secret", "x")).toBe(".. secret.txt");
  expect(pastedName("", "")).toBe("Pasted text.txt");
});
