import { describe, expect, it } from "vitest";
import { fileName } from "./opening.svelte";
import { explained } from "./refused";

describe("a file's name", () => {
  it.each([
    ["The Corvid case", "The Corvid case"],
    ["A/B: what\\now?", "A B what now"],
    ["  ..hidden  ", "hidden"],
    ["///", "Case"],
    ["قضية", "قضية"],
  ])("of %s is %s", (title, name) => expect(fileName(title)).toBe(name));
});

describe("a file that cannot be opened", () => {
  it.each(["locked", "damaged", "newer", "older", "not-a-dossier", "not-found", "read-only", "full", "input"] as const)("is explained with a way on: %s", (code) => {
    const explanation = explained(code);
    expect(explanation?.title("Case.dossier")).toContain("Case.dossier");
    expect(explanation?.ways.length).toBeGreaterThan(0);
  });
  it("can be read while it is locked", () => expect(explained("locked")?.ways).toContain("read"));
});
