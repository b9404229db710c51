import { describe, expect, it } from "vitest";
import { parse, rows } from "./rows";

describe("parse", () => {
  it("reads cells with commas, quotes and line ends", () => {
    expect(parse('a,b\r\n"1, 2","say ""so"""\n"two\nlines",\n')).toEqual([
      ["a", "b"],
      ["1, 2", 'say "so"'],
      ["two\nlines", ""],
    ]);
  });

  it("reads a last line without an end, and nothing from nothing", () => {
    expect(parse("a,b\n1,2")).toEqual([["a", "b"], ["1", "2"]]);
    expect(parse("")).toEqual([]);
    expect(parse("\uFEFFa,b\n\n")).toEqual([["a", "b"]]);
  });

  it("keeps empty cells at every place, and what was left open", () => {
    expect(parse(",a,\n,,\n")).toEqual([["", "a", ""], ["", "", ""]]);
    expect(parse("a,")).toEqual([["a", ""]]);
    expect(parse('a,"open')).toEqual([["a", "open"]]);
    expect(parse('"",""\r"x"')).toEqual([["", ""], ["x"]]);
  });

  it("keeps a quotation mark that stands inside a cell", () => {
    expect(parse('12" pipe,"“illicitly”"')).toEqual([['12" pipe', "“illicitly”"]]);
  });
});

describe("rows", () => {
  it("reads a chart's rows by the heads of their columns", () => {
    const csv =
      "fact,label,value,unit,bound,period,hedge,origins\n" +
      'F8,"Meridian Works: about 24,000 accounts (alleged), 3 origins through 7 reports",24000,accounts,about,,alleged,Halden; Castor Cloud; Statehouse & Circuit\n' +
      "F84,the window,,,,2026-04-14/2026-04-28,stated,\n";
    expect(rows(csv)).toEqual([
      {
        fact: "F8", label: "Meridian Works: about 24,000 accounts (alleged), 3 origins through 7 reports", value: "24000",
        unit: "accounts", bound: "about", period: "", hedge: "alleged", origins: ["Halden", "Castor Cloud", "Statehouse & Circuit"],
      },
      { fact: "F84", label: "the window", value: "", unit: "", bound: "", period: "2026-04-14/2026-04-28", hedge: "stated", origins: [] },
    ]);
  });

  it("takes columns in another order, and gives nothing for nothing", () => {
    expect(rows("period,new,fact\n2026,x,F1\n")[0]).toMatchObject({ fact: "F1", period: "2026", label: "" });
    expect(rows("")).toEqual([]);
  });
});
