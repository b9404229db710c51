import { expect, it } from "vitest";
import type { Handling, PackPlanRow } from "../../api/client";
import { cautions, contents, inShort, staysOut } from "./contents";
import { planOf } from "./state";

const row = (source: string, handling: Handling, cited_at: string[] = []): PackPlanRow => ({
  ...{ source, file: `${source}.txt`, title: null, handling, cited_at },
  ...{ held: handling === "privileged", why: null },
});
const none = new Set<string>();

it("names the document only where there is one", () => {
  const plan = planOf([row("S1", "public", ["subject"])], "letter", none);
  expect(contents(plan, "Letter").map((part) => part.what).slice(0, 2)).toEqual(["The letter", "1 exhibit"]);
  expect(contents(planOf([row("S1", "public")], null, none), null)[0]?.what).toBe("1 exhibit");
});

it("warns of what nobody reviewed and of what is confidential", () => {
  const check = (handlings: Handling[]) => cautions(planOf(handlings.map((handling, at) => row(`S${at}`, handling)), null, none), null).map((caution) => caution.text);
  expect(check(["public"])).toEqual([]);
  expect(check(["unreviewed"])[0]).toMatch(/^The exhibit has not been reviewed/);
  expect(check(["unreviewed", "unreviewed"])[0]).toMatch(/^No exhibit has been reviewed/);
  expect(check(["unreviewed", "public"])[0]).toMatch(/^1 exhibit of 2 has not been reviewed/);
  expect(check(["confidential", "public"])[0]).toMatch(/^1 exhibit is confidential\. The pack marks it/);
});

it("says that added sources change the root", () => {
  const rows = [row("S1", "public", ["subject"]), row("S2", "public")];
  expect(cautions(planOf(rows, "letter", none), "Letter")).toEqual([]);
  const [caution] = cautions(planOf(rows, "letter", new Set(["S2"])), "Letter");
  expect(caution?.text).toMatch(/^Added sources change the evidence root\. A letter that was published on its own/);
  expect(caution?.sources).toEqual(["S2"]);
});

it("sums the exhibits up", () => {
  const short = (...handlings: Handling[]) => inShort(planOf(handlings.map((handling, at) => row(`S${at}`, handling)), null, none));
  expect(short("public")).toBe("1 exhibit");
  expect(short("unreviewed", "unreviewed", "privileged")).toBe("2 exhibits, none reviewed");
  expect(short("unreviewed", "confidential", "public")).toBe("3 exhibits, 1 unreviewed, 1 confidential");
  expect(short()).toBe("No exhibit");
});

it("says what stays out", () => {
  expect(staysOut(planOf([row("S1", "public")], null, none))).toMatch(/^Sources that are not chosen/);
  expect(staysOut(planOf([row("S1", "public"), row("S2", "privileged")], null, none))).toMatch(/^1 privileged source; sources/);
});
