import { expect, test } from "vitest";
import { choices, grouped, importedFrom, importLines, importing, leftOutText, nameAndHolder, onlySource, outcome, pastedName, reasons, summary, tone } from "./imports";
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

test("what came in with something to know stands before the rest of its group", () => {
  const issue = { code: "pictures", message: "Two pictures were left out." };
  expect(grouped([imported("a.md", "new"), imported("b.md", "new", { issues: [issue] })])[0]?.rows.map((row) => row.file)).toEqual(["b.md", "a.md"]);
});

test("of many files those that ended one way can be listed alone", () => {
  const many = [...rows, ...Array.from({ length: 10 }, (_, at) => imported(`${at}.md`, "known"))];
  expect(choices(many).map(({ label, number }) => `${label} ${number}`)).toEqual(["All 15", "Not imported 1", "Later versions 1", "New 2", "Already here 11"]);
  expect(importLines(many, "failed")).toHaveLength(2);
  expect(choices(rows)).toEqual([]);
  expect(choices(many.slice(5))).toEqual([]);
});

test("what was left out can be sent to whoever is to mend it", () => {
  const issues = [{ code: "empty", message: "b.md is empty. Check that the right file was saved." }];
  expect(leftOutText([imported("a.md", "new"), imported("in.zip/b.md", "failed", { issues })])).toBe("in.zip/b.md: This file is empty. Check that the right file was saved.\n");
});

test("an import is summed up in a line", () => {
  expect(summary(rows)).toBe("2 new, 1 later version, 1 already here, 1 not imported");
  expect(summary([])).toBe("no files found");
  expect(summary([], true)).toBe("nothing was read by then");
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

test("a file that lies deep goes by its own name, and says where it lies", () => {
  const issues = [{ code: "damaged", message: "The list of files in broken.zip cannot be read. Fetch it again." }];
  const row = imported("outer.zip/in/inner.zip/broken.zip", "failed", { issues });
  expect(nameAndHolder(row.file)).toEqual({ name: "broken.zip", holder: "outer.zip/in/inner.zip" });
  expect(reasons(row, [])).toEqual(["In outer.zip/in/inner.zip", "The list of files in this file cannot be read. Fetch it again."]);
  expect([nameAndHolder("a.md"), nameAndHolder("/"), nameAndHolder("")]).toEqual([{ name: "a.md", holder: "" }, { name: "/", holder: "" }, { name: "", holder: "" }]);
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
  expect(importing([{ name: "reports", folder: true }])).toBe("Importing the folder reports");
  expect(importedFrom("Importing the folder reports")).toBe("From the folder reports");
  expect(importing([file("a.md"), { name: "reports", folder: true }])).toBe("Importing 1 file and 1 folder");
});

test("pasted text is named by its first line where no name is given", () => {
  expect(pastedName("", "\nHalden accuses: a report\nMore")).toBe("Halden accuses a report.txt");
  expect(pastedName("Letter.md", "x")).toBe("Letter.md");
  expect(pastedName("../secret", "x")).toBe(".. secret.txt");
  expect(pastedName("", "")).toBe("Pasted text.txt");
});
