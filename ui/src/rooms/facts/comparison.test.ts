import { describe, expect, it } from "vitest";
import { byVerdict, compared, leastFittingFirst, verdictsAgainst } from "./comparison";
import { claim, conflict } from "./samples";

describe("claims side by side", () => {
  it("are held against the leading one, which comes first", () => {
    const { rows } = compared([claim("C1", { value: "25000", words: "25,000 accounts" }), claim("C2"), claim("C3")], "C2");
    expect(rows.map((row) => [row.of.id, row.leads, row.cells.value.standing])).toEqual([
      ["C2", true, "same"],
      ["C1", false, "differs"],
      ["C3", false, "same"],
    ]);
  });

  it("differ in the field that differs and in no other", () => {
    const nearly = claim("C1", { bound: "below", words: "nearly 24,000 accounts", hedge: "asserted" });
    const { rows } = compared([claim("C2"), nearly], "C2");
    const standings = Object.entries(rows[1]!.cells).map(([name, cell]) => `${name} ${cell.standing}`);
    expect(standings).toEqual(["value same", "bound adds", "period same", "hedge differs", "rung same", "scope same"]);
    expect(rows[1]!.cells.bound.text).toBe("nearly");
  });

  it("are silent where only the leading one speaks", () => {
    const lead = claim("C2", { period: "2026-04", rung: { nexus: "linked", party: "Tern lab" } });
    const { rows } = compared([lead, claim("C1")], "C2");
    expect(rows[1]!.cells.period).toEqual({ text: "", standing: "silent" });
    expect(rows[1]!.cells.rung.standing).toBe("silent");
    expect(rows[0]!.cells.rung.text).toBe("linked to Tern lab");
  });

  it("show the fields that somebody fills, and say what all share", () => {
    const { fields } = compared([claim("C1", { scope: "ever" }), claim("C2", { scope: "this year" })], "C1");
    expect(fields).toEqual([
      { name: "value", label: "Value", shared: "24,000 accounts" },
      { name: "hedge", label: "Whether", shared: "alleged" },
      { name: "scope", label: "Scope", shared: undefined },
    ]);
  });

  it("compare dates by the date, and say it once", () => {
    const window = (id: string, period: string, words: string) => claim(id, { kind: "period", value: null, unit: null, period, words });
    const { fields, rows } = compared([window("C1", "2026-03", "March 2026"), window("C2", "2026-04", "April 2026")], "C1");
    expect(fields.map(({ name }) => name)).toEqual(["value", "hedge"]);
    expect(rows[1]!.cells.value.standing).toBe("differs");
  });

  it("compare attributions by nexus and party", () => {
    const by = (id: string, nexus: "by" | "linked") =>
      claim(id, { kind: "attribution", value: null, unit: null, rung: { nexus, party: "Tern" }, words: `${nexus} Tern` });
    const { fields, rows } = compared([by("C1", "linked"), by("C2", "by")], "C1");
    expect(rows[1]!.cells.value.standing).toBe("differs");
    expect(fields.some(({ name }) => name === "rung")).toBe(false);
  });

  it("stand with nothing to compare, and without a leading one", () => {
    expect(compared([], "C1")).toEqual({ fields: [], rows: [] });
    expect(compared([claim("C4")], "C1").rows[0]!.leads).toBe(true);
  });
});

describe("verdicts", () => {
  const [a, b, c, d] = ["C1", "C2", "C3", "C10"].map((id) => claim(id)) as [ReturnType<typeof claim>, ReturnType<typeof claim>, ReturnType<typeof claim>, ReturnType<typeof claim>];
  const rows = [conflict("F1", a, b, "equal"), conflict("F1", b, c, "conflicting"), conflict("F1", b, d, "equal")].map(({ row }) => row);

  it("put first what fits least", () => {
    expect(leastFittingFirst([d, a, b, c], "C2", verdictsAgainst("C2", rows)).map(({ id }) => id)).toEqual(["C2", "C3", "C1", "C10"]);
    expect(byVerdict(rows).map(({ verdict, rows: held }) => `${verdict} ${held.length}`)).toEqual(["conflicting 1", "equal 2"]);
  });

  it("are between a claim and the leading one", () => {
    expect([...verdictsAgainst("C2", rows)].map(([id, { verdict }]) => `${id} ${verdict}`)).toEqual(["C1 equal", "C3 conflicting", "C10 equal"]);
    expect(verdictsAgainst("C4", rows).size).toBe(0);
  });
});
