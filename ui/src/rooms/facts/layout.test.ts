import { describe, expect, it } from "vitest";
import { compared } from "./comparison";
import { arrangement } from "./layout";
import { claim } from "./samples";

const claims = (number: number) =>
  compared(Array.from({ length: number }, (_, at) => claim(`C${at + 1}`, { hedge: at % 2 ? "asserted" : "alleged", scope: "ever" })), "C1");
const names = (fields: { name: string }[]) => fields.map(({ name }) => name).join(" ");

describe("how claims stand", () => {
  it("side by side while each has room", () => {
    expect(arrangement(claims(2), 24).form).toBe("columns");
    expect(arrangement(claims(4), 60).form).toBe("columns");
    expect(names(arrangement(claims(2), 24).fields)).toBe("value hedge scope");
  });

  it("as a table when there are more, with what all say said once", () => {
    const { form, fields, shared } = arrangement(claims(60), 24);
    expect([form, names(fields), names(shared)]).toEqual(["table", "hedge", "value scope"]);
  });

  it("as cards where even a table has no room", () => {
    const all = compared([claim("C1", { period: "2026", words: "1" }), claim("C2", { hedge: "asserted", scope: "ever" }), claim("C3")], "C1");
    expect(arrangement(all, 20).form).toBe("cards");
    expect(names(arrangement(all, 20).fields)).toBe("value period hedge scope");
  });

  it("alone without fields that the head says already", () => {
    const { form, fields, shared } = arrangement(claims(1), 60);
    expect([form, names(fields), shared.length]).toEqual(["cards", "", 0]);
  });
});
