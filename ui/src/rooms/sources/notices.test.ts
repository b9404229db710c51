import { expect, test } from "vitest";
import { droppedWords, historyOf, resolutionWords, voiceOf } from "./notices";
import { claim } from "./samples";

test("a relative date says what it was counted from", () => {
  const row = claim("C1", [[0, 9]], { kind: "date", period: "2026-06-24", resolution: { words: "Wednesday", against: "2026-06-26" } });
  expect(resolutionWords(row, "2026-06-26")).toBe("“Wednesday” read as 24 June 2026, counted from the source’s date, 26 June 2026.");
  expect(resolutionWords(row, "2026-07-02")).toBe("“Wednesday” read as 24 June 2026, counted from 26 June 2026.");
  expect(resolutionWords(claim("C1", [[0, 9]]), null)).toBeUndefined();
});

test("a headline says what it drops", () => {
  expect(droppedWords(claim("C1", [[0, 9]], { dropped_hedge: "alleged" }))).toBe("The headline drops “allegedly”: the text says alleged.");
  expect(droppedWords(claim("C1", [[0, 9]], { dropped_hedge: "planned" }))).toBe("The headline says it as a fact: the text says planned.");
  expect(droppedWords(claim("C1", [[0, 9]]))).toBeUndefined();
});

test("words as they were said are told from paraphrase", () => {
  expect(["statement", "quotation", "count"].map((kind) => voiceOf(claim("C1", [[0, 9]], { kind: kind as "count" })))).toEqual(["paraphrase", "direct", undefined]);
  expect(voiceOf(claim("C1", [[0, 9]], { kind: "opinion", direct: true }))).toBe("direct");
});

test("an edit stands beside what the rules proposed, an edit of an edit too", () => {
  const first = claim("C1", [[0, 9]], { state: "superseded", replaced_by: ["C8"] });
  const second = claim("C8", [[0, 9]], { state: "superseded", proposer: "Ada Reyes", value: "25000", replaces: ["C1"], replaced_by: ["C9"] });
  const third = claim("C9", [[0, 9]], { state: "accepted", proposer: "Ada Reyes", value: "26000", hedge: "reported", replaces: ["C8"] });
  const history = historyOf(third, [first, second, third]);
  expect(history && [history.made, history.proposed, history.words]).toEqual(["Edited by Ada Reyes", "the rules proposed", []]);
  expect(history?.changes.map((change) => `${change.label}: ${change.before}`)).toEqual(["Figure: 24,000", "How sure: alleged"]);
});

test("parts and merged claims say what they came from", () => {
  const one = claim("C1", [[0, 9]], { state: "superseded", replaced_by: ["C8", "C9"], words: "planning and tool use" });
  const part = claim("C8", [[0, 9]], { proposer: "Ada Reyes", replaces: ["C1"] });
  expect(historyOf(part, [one, part])).toMatchObject({ made: "Split from C1 by Ada Reyes", words: ["planning and tool use"] });
  const two = claim("C2", [[20, 29]], { state: "superseded", replaced_by: ["C9"] });
  const merged = claim("C9", [[0, 9]], { proposer: "Ada Reyes", replaces: ["C1", "C2"] });
  expect(historyOf(merged, [{ ...one, replaced_by: ["C9"] }, two, merged])).toMatchObject({ made: "Merged from C1 and C2 by Ada Reyes", changes: [] });
});

test("what nobody changed has no history", () => expect(historyOf(claim("C1", [[0, 9]]), [])).toBeUndefined());
