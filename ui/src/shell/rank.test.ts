import { describe, expect, it } from "vitest";
import { rank } from "./rank";

const entries = ["Go to Facts", "Accept the claim", "Search the sources", "nearly 24,000 accounts", "Export as STIX", "Öffentliche Anhörung", "Import files"].map((label) => ({ label }));
const labels = (typed: string) => rank(typed, entries).map(({ label }) => label);

describe("ranking", () => {
  it("keeps the order where nothing was typed", () => expect(labels("  ")).toEqual(entries.map(({ label }) => label)));

  it.each([
    ["acc", ["Accept the claim", "nearly 24,000 accounts"]],
    ["facts", ["Go to Facts"]],
    ["24000", ["nearly 24,000 accounts"]],
    ["24,000", ["nearly 24,000 accounts"]],
    ["stix", ["Export as STIX"]],
    ["offent", ["Öffentliche Anhörung"]],
    ["ANH", ["Öffentliche Anhörung"]],
    ["eas", ["Export as STIX"]],
    ["impt", ["Import files"]],
    ["sources search", ["Search the sources"]],
    ["sources zebra", []],
    ["zzz", []],
  ])("finds for %s: %s", (typed, found) => expect(labels(typed)).toEqual(found));

  it("finds by what stands beside a name, after what is found by name", () => {
    const things = [
      { label: "a fact", detail: "Halden, role F2" },
      { label: "Halden accuses", detail: "" },
    ];
    expect(rank("halden", things).map(({ label }) => label)).toEqual(["Halden accuses", "a fact"]);
  });

  it("lets weight decide between equals", () => {
    const things = [{ label: "Open now" }, { label: "Open all", weight: 5 }];
    expect(rank("open", things).map(({ label }) => label)).toEqual(["Open all", "Open now"]);
  });
});
