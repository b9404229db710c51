import { expect, it } from "vitest";
import type { Finding } from "../../api/client";
import { marksAt } from "./margin";
import type { Placed } from "./text/findings";

const at = (id: string, from: number | null, severity: Finding["severity"] = "warning"): Placed => ({
  id,
  finding: { code: "unbound", severity, place: "", text: "", why: "", fix: null, replacement: null, fact: null },
  spot: from === null ? null : { from, to: from + 1 },
  words: from === null ? null : { from, to: from + 1 },
});

it("marks each line once, with the worst first, and leaves out what is about the whole", () => {
  const marks = marksAt([at("far", 300), at("a", 10), at("b", 20, "error"), at("whole", null)], (position) => position);
  expect(marks.map((mark) => [mark.top, mark.severity, mark.items.map((one) => one.id)])).toEqual([
    [10, "error", ["b", "a"]],
    [300, "warning", ["far"]],
  ]);
});
