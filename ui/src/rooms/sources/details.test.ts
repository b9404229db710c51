import { expect, test } from "vitest";
import { besideField, copiesMade, fromWords, isPicture, issueLine, issueWords, measureMeaning, mediaWords, pathParts, reliabilities, revisionsOf, ruleMeaning, textless } from "./details";
import { source } from "./samples";

test("later versions are those that name the source", () => {
  const all = [source("S1"), source("S2", { revises: "S1" }), source("S3", { revises: "S2" })];
  expect(revisionsOf("S1", all).map((one) => one.id)).toEqual(["S2"]);
});

test("copies are what was released, nothing else", () => {
  const entry = (n: number, act: string) => ({ n, at: "", actor: "", act, hash: "", previous: "" });
  const acts = ["import 8 files", "backup copy.dossier", "publish letter final as pdf", "pack case.zip", "export case.csv", "publisher set"];
  expect(copiesMade(acts.map((act, n) => entry(n, act))).map((row) => row.n)).toEqual([1, 2, 3, 4]);
});

test("a reliability says what its letter means, and can be taken away", () => {
  expect(reliabilities[0]).toEqual({ value: "", label: "Not graded" });
  expect(reliabilities.slice(1).map(({ value }) => value).join("")).toBe("ABCDEF");
  expect(reliabilities[2]?.label).toBe("B, usually reliable");
});

test("trouble beside a field leaves out its name", () => {
  expect(besideField("published: `June` is not a date: write 2026-06")).toBe("“June” is not a date: write 2026-06");
  expect(besideField("The file is locked by Ada: wait.")).toBe("The file is locked by Ada: wait.");
});

test("media types have names", () => {
  expect(mediaWords("text/markdown; charset=utf-8")).toBe("Markdown");
  expect(mediaWords("image/x-odd")).toBe("image/x-odd");
});

test("a picture is known by its media type", () => {
  expect([isPicture(source("S1", { media_type: "image/png" })), isPicture(source("S1"))]).toEqual([true, false]);
});

test("a path breaks behind its separators and where underscores stand for spaces", () => {
  expect(pathParts("./mails/letter.eml/evidence one.pdf")).toEqual(["mails/", "letter.eml/", "evidence one.pdf"]);
  expect(pathParts("C:\\Cases\\a.pdf")).toEqual(["C:\\", "Cases\\", "a.pdf"]);
  expect(pathParts("/home/ada/a.pdf")).toEqual(["/", "home/", "ada/", "a.pdf"]);
  expect(pathParts("a/final_letter.txt")).toEqual(["a/", "final_", "letter.txt"]);
});

test("rules and measures have words, those of a later version too", () => {
  expect(ruleMeaning("line-hyphens")).toBe("Words that a line end broke were joined again.");
  expect(ruleMeaning("new-rule")).toBe("New rule.");
  expect([measureMeaning("memory"), measureMeaning("app-container")]).toEqual(["A limit on memory", "App container"]);
});

test("an issue does not repeat the file's name, and parts what happened from what to do", () => {
  const check = (message: string, what: string, then: string) => expect(issueWords({ message }, "scan v2.pdf")).toEqual({ what, then });
  check("scan v2.pdf is locked. Open it, and print it.", "This file is locked.", "Open it, and print it.");
  check("Page 1 of scan v2.pdf is pictures. Make a copy.", "Page 1 of this file is pictures.", "Make a copy.");
  check("scan v2.pdf is No. 5 of them", "This file is No. 5 of them", "");
  check("Nothing is amiss.", "Nothing is amiss.", "");
  expect(issueLine({ message: "scan v2.pdf is locked. Open it." }, "scan v2.pdf")).toBe("This file is locked. Open it.");
});

test("a source without text says what it is", () => {
  const check = (media_type: string, codes: string[], title: string) =>
    expect(textless({ media_type, issues: codes.map((code) => ({ code, message: "" })) }).title).toBe(title);
  check("image/png", ["picture"], "PNG picture");
  check("application/pdf", ["encrypted"], "PDF locked with a password");
  check("application/pdf", ["no-text", "empty"], "PDF of pictures, without text");
  check("application/pdf", ["damaged", "empty"], "PDF that is damaged");
  check("message/rfc822", [], "Mail without text");
});

test("a row says whom a source is from, or what sort of file it is", () => {
  expect(fromWords(source("S1", { publisher: "Northern Wire", authors: ["Ada Reyes"] }))).toBe("Northern Wire");
  expect(fromWords(source("S1", { media_type: "message/rfc822", authors: ["Ada Reyes"] }))).toBe("Ada Reyes");
  expect(fromWords(source("S2", { media_type: "application/pdf", within: "S1" }))).toBe("PDF");
  expect(fromWords(source("S3", { media_type: "image/png" }))).toBe("PNG picture");
  expect(fromWords(source("S4"))).toBe("Publisher not known");
});
