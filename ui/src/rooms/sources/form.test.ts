import { describe, expect, test } from "vitest";
import type { ClaimKind } from "../../api/client";
import { kindWords } from "../../words";
import { cellsOf, changesOf, draftOf, fieldsOf, figureHint, formOf, newForm, problemsOf, restored, shownFields, withKind, withUnit, type Form } from "./form";
import { claim } from "./samples";

const row = claim("C1", [[0, 10]], { property: "accounts", unit: "accounts" });
const form = formOf(row);
const kinds = Object.keys(kindWords) as ClaimKind[];

test("a claim comes back from its form as it was", () => {
  const rows = [
    row,
    claim("C2", [[0, 4], [9, 12]], { kind: "attribution", property: "attribution", value: null, unit: null, bound: null, rung: { nexus: "acting-for", party: "Tern lab" } }),
    claim("C3", [[0, 4]], { kind: "period", property: "window", value: null, unit: null, bound: null, period: "XXXX-03/XXXX-05" }),
    claim("C4", [[0, 4]], { kind: "amount", property: "fine", value: "28800000", unit: "USD", speakers: [] }),
  ];
  for (const each of rows) {
    const { kind, subject, property, value, unit, bound, period, rung, hedge, scope, speakers, quotes } = each;
    expect(draftOf(formOf(each))).toEqual({ kind, subject, property, value, unit, bound, period, rung, hedge, scope, speakers, quotes });
  }
});

test("what a person writes is kept plain", () => {
  const draft = draftOf({ ...form, value: "28.8 million", period: "22 April to 5 June 2026", speakers: "Capital Courier < letter ← Halden <", scope: " " });
  expect([draft.value, draft.period, draft.speakers, draft.scope]).toEqual(["28800000", "2026-04-22/2026-06-05", ["Capital Courier", "letter", "Halden"], null]);
});

describe("what is wrong is said at its field", () => {
  const wrong = (over: Partial<Form>) => Object.entries(problemsOf({ ...form, ...over })).map(([field, why]) => `${field}: ${why}`);
  test.each<[Partial<Form>, string]>([
    [{ value: "" }, "value: Give the figure."],
    [{ value: "many" }, "value: Write a figure such as 24,000 or 28.8 million."],
    [{ value: "hardly 24,000" }, "value: Write a figure such as 24,000 or 28.8 million."],
    [{ period: "2026-06/2026-04" }, "period: It ends before it starts."],
    [{ kind: "date", value: "", period: "" }, "period: Say when."],
    [{ kind: "method", value: " " }, "value: Say what, in a few words."],
    [{ kind: "attribution", value: "" }, "rung: Choose how the party is tied to the act."],
    [{ nexus: "by", party: "" }, "rung: Name the party."],
    [{ subject: "" }, "subject: Say whom or what it is about."],
    [{ kind: "measure", value: "a ban", unit: "" }, "unit: Choose how far it has come."],
    [{ quotes: [] }, "quotes: A claim needs the words that carry it."],
  ])("%o", (over, expected) => expect(wrong(over)).toEqual([expected]));
  test("and nothing where nothing is wrong", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ kind: "date", value: "", period: "April" })).toEqual([]);
    expect(wrong({ kind: "market", value: "more than a tenth" })).toEqual([]);
  });
});

describe("fields", () => {
  test("every kind has some", () => expect(kinds.filter((kind) => fieldsOf(kind).length === 0)).toEqual([]));
  test("a count's property is its unit's and not shown", () => expect(shownFields(form)).toEqual(["value", "unit", "bound", "period"]));
  test("what holds something is shown, whatever the kind", () => {
    expect(shownFields({ ...form, kind: "method", property: "method", value: "proxies", unit: "", bound: "about" })).toEqual(["value", "bound"]);
    expect(shownFields({ ...form, property: "accounts at the start" })).toContain("property");
  });
  test("another unit takes a count's property along, one of its own stays", () => {
    expect(withUnit(form, "servers").property).toBe("servers");
    expect(withUnit({ ...form, property: "accounts at the start" }, "servers").property).toBe("accounts at the start");
  });
  test("another kind takes away what it has no place for", () => {
    const method = withKind(form, "method");
    expect([method.property, method.unit, method.bound, method.value]).toEqual(["method", "", "", "24,000"]);
    expect(withKind({ ...form, kind: "measure", property: "measure", unit: "asked" }, "count").unit).toBe("");
  });
});

test("changes are told field by field, in words", () => {
  const after = { ...withUnit(form, "servers"), value: "26000", bound: "" as const, speakers: "Halden" };
  expect(changesOf(form, after).map(({ label, before, after }) => `${label}: ${before} > ${after}`)).toEqual([
    "Figure: 24,000 > 26,000",
    "Of what: accounts > servers",
    "How exact: nearly > ",
    "Said by: Capital Courier ← Halden > Halden",
  ]);
  expect(changesOf(form, { ...form, value: " 24000 " })).toEqual([]);
  expect(changesOf(form, { ...form, quotes: [{ start: 1, end: 10, text: "" }] }).map((change) => change.field)).toEqual(["quotes"]);
});

test("a field goes back to what was proposed", () => {
  const changed = { ...form, value: "1", nexus: "by" as const, party: "X" };
  expect(restored(restored(changed, form, "value"), form, "rung")).toEqual(form);
});

describe("a new claim", () => {
  const on = (text: string, near = row) => newForm({ start: 0, end: text.length, text }, near);
  test("is about what its neighbour is about, said by the same", () => expect([on("9 servers").subject, on("x").speakers, on("x").hedge]).toEqual(["campaign", "Capital Courier < Halden", "alleged"]));
  test("takes a figure with its noun for a count", () => {
    const { kind, value, unit, property } = on("via nearly 24,000 fraudulent accounts");
    expect([kind, value, unit, property]).toEqual(["count", "24,000", "accounts", "accounts"]);
  });
  test("takes percent for a rate", () => expect([on("some 40% of them").kind, on("some 40% of them").unit]).toEqual(["rate", "percent"]));
  test("of a statement is about who says it, and no view because its neighbour is one", () => {
    const { subject, hedge } = on("we act", { ...row, hedge: "forecast" });
    expect([subject, hedge]).toEqual(["Halden", "asserted"]);
  });
  test("takes other words as they stand", () => expect([on("a ban on\nchips").kind, on("a ban on\nchips").value]).toEqual(["statement", "a ban on chips"]));
});

test("a bound that is written with its figure goes to its own place", () => {
  const taken = (value: string) => [draftOf({ ...form, bound: "", value }).value, draftOf({ ...form, bound: "", value }).bound];
  expect([taken("nearly 24,000"), taken("more than 28.8 million"), taken("24,000")]).toEqual([["24000", "below"], ["28800000", "above"], ["24000", null]]);
  expect(problemsOf({ ...form, value: "at least 12" })).toEqual({});
});

test("short fields stand side by side, and one that is left over takes the width", () => {
  const laid = (over: Partial<Form>) => cellsOf({ ...form, ...over }).map((cell) => (cell.wide ? `${cell.field}--` : cell.field)).join(" ");
  expect(laid({})).toBe("value unit bound hedge period-- subject-- speakers-- quotes--");
  expect(laid({ kind: "method", property: "method", unit: "", bound: "" })).toBe("value-- hedge-- subject-- speakers-- quotes--");
  expect(laid({ kind: "date", property: "date of arrest", value: "", unit: "", bound: "" })).toBe("period property hedge-- subject-- speakers-- quotes--");
});

test("a figure is said back in the spelling that was not typed", () => {
  const hint = (value: string) => figureHint({ ...form, value });
  expect([hint("28800000"), hint("28.8 million"), hint("24,000"), hint("24000"), hint("some")]).toEqual(["28.8 million", "28,800,000", undefined, "24,000", undefined]);
});
