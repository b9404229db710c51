import { describe, expect, it } from "vitest";
import type { ColumnRow, TableRow } from "../../api/client";
import { changed, columnsOf, headWords, isSpreadsheet, meanings, meant, saidWords, sayable, sheetWords, shownWords, spelled, stateWords, united, unitTrouble, unreadWords } from "./columns";

const column = (over: Partial<ColumnRow> = {}): ColumnRow => ({ head: "Accounts", meaning: "count", unit: "accounts", shown: ["24", "~9"], filled: 120, unread: 0, ...over });
const table = (over: Partial<TableRow> = {}): TableRow => ({
  table: 1,
  sheet: null,
  rows: 120,
  read: true,
  said: false,
  columns: [column({ head: "Actor", meaning: "accused", unit: null }), column()],
  ...over,
});

describe("the columns of a spreadsheet", () => {
  it("belong to tables, not to other documents", () => {
    expect(isSpreadsheet({ media_type: "text/csv; charset=utf-8" })).toBe(true);
    expect(isSpreadsheet({ media_type: "application/vnd.oasis.opendocument.spreadsheet" })).toBe(true);
    expect(isSpreadsheet({ media_type: "application/pdf" })).toBe(false);
  });

  it("have meanings in plain words, each said once", () => {
    expect(meanings).toHaveLength(18);
    expect(new Set(meanings.map(({ label }) => label)).size).toBe(18);
    expect(meanings[0]).toEqual({ value: "nothing", label: "Not read" });
  });

  it("show their first cells", () => {
    expect(headWords(" ", 3)).toBe("Column 3");
    expect(shownWords(column())).toBe("24 · ~9 …");
    expect(shownWords(column({ filled: 2 }))).toBe("24 · ~9");
    expect(shownWords(column({ shown: [], filled: 0 }))).toBe("Empty");
  });

  it.each([
    [column({ unread: 3 }), "3 of 120 cells are no number"],
    [column({ unread: 1, meaning: "date" }), "1 of 120 cells is no day"],
    [column({ unread: 2, meaning: "technique" }), "2 of 120 cells cannot be read so"],
    [column(), ""],
  ])("tell how many cells do not say what they mean", (row, words) => expect(unreadWords(row, row.meaning)).toBe(words));

  it("do not tell so of a meaning that the cells were not read as", () => expect(unreadWords(column({ unread: 3 }), "rate")).toBe(""));
});

describe("what a person says of them", () => {
  it("takes the unit with its meaning, and brings it back", () => {
    const before = table();
    const other = meant(columnsOf(before), 1, "rate", before.columns[1]);
    expect(other[1]).toEqual({ head: "Accounts", meaning: "rate", unit: null });
    expect(meant(other, 1, "count", before.columns[1])).toEqual(columnsOf(before));
  });

  it("is sent without white space, and a currency in capitals", () => {
    const money = united(meant(columnsOf(table()), 1, "amount", undefined), 1, " usd ");
    expect(spelled(money)[1]?.unit).toBe("USD");
    expect(spelled(united(columnsOf(table()), 1, "  "))[1]?.unit).toBeNull();
    expect(unitTrouble({ head: "", meaning: "amount", unit: "dollars" })).toBe("Three letters, as USD");
    expect(unitTrouble({ head: "", meaning: "count", unit: "dollars" })).toBeUndefined();
  });

  it("confirms a suggestion, and is not said twice", () => {
    const now = columnsOf(table());
    expect(changed(table(), united(now, 1, "accounts "))).toBe(false);
    expect(sayable(table(), now)).toBe(true);
    expect(sayable(table({ said: true }), now)).toBe(false);
    expect(sayable(table({ said: true }), meant(now, 0, "target", undefined))).toBe(true);
    expect(sayable(table(), united(meant(now, 1, "amount", undefined), 1, "dollars"))).toBe(false);
  });

  it("is told from what is suggested", () => {
    const now = columnsOf(table());
    expect(stateWords(table(), now).state).toBe("Suggested");
    expect(stateWords(table({ said: true }), now).state).toBe("As you said");
    expect(stateWords(table({ read: false }), now).state).toBe("Not read as incidents");
    expect(stateWords(table({ said: true }), meant(now, 0, "target", undefined)).state).toBe("Changed");
    expect(sheetWords(table({ table: 2 }))).toBe("Table 2");
    expect(sheetWords(table({ sheet: "Cases" }))).toBe("Cases");
  });

  it.each([
    [12, 2, "12 claims proposed, 2 withdrawn."],
    [1, 0, "1 claim proposed."],
    [0, 1, "1 claim withdrawn."],
    [0, 0, "The rows say the same as before: no claim was changed."],
  ])("did: %i proposed, %i withdrawn", (proposed, withdrawn, words) =>
    expect(saidWords({ proposed: Array.from({ length: proposed }, (_, at) => `C${at}`), withdrawn: Array.from({ length: withdrawn }, (_, at) => `C${at}`) })).toBe(words));
});
