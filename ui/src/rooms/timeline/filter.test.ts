import { describe, expect, it } from "vitest";
import type { ChartFilter, FactRow } from "../../api/client";
import { chosenForms, choices, FORMS, fileName, formOf, isFiltered, leftNothing, narrowings, nextStep, NO_FILTER, withForm, withKind } from "./filter";

const fact = (subject: string, kind: FactRow["kind"], hedge: FactRow["hedge"]) => ({ subject, kind, hedge }) as FactRow;

describe("forms", () => {
  it("know every hedge once, as the charts draw them", () => {
    const all = FORMS.flatMap(({ hedges }) => hedges);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(10);
    expect([formOf("confirmed"), formOf("opinion"), formOf("forecast")]).toEqual(["solid", "dashed", "hollow"]);
  });

  it("narrow by their hedges; all of them are no filter", () => {
    const dashed = withForm(NO_FILTER, "dashed", true);
    expect(dashed.certainty).toEqual(["alleged", "reported", "disputed", "denied", "opinion"]);
    expect(chosenForms(dashed)).toEqual(["dashed"]);
    const two = withForm(dashed, "solid", true);
    expect(chosenForms(two)).toEqual(["solid", "dashed"]);
    expect(withForm(two, "hollow", true)).toEqual(NO_FILTER);
    expect(withForm(dashed, "dashed", false)).toEqual(NO_FILTER);
  });
});

describe("filter", () => {
  it("is one where anything narrows", () => {
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, campaign: "Orsova campaign" })).toBe(true);
    expect(isFiltered(withKind(NO_FILTER, "count", true))).toBe(true);
  });

  it("says what narrows, and takes each away alone", () => {
    const filter: ChartFilter = withForm(withKind({ ...NO_FILTER, campaign: "Orsova campaign" }, "count", true), "hollow", true);
    const said = narrowings(filter, (kind) => `Kind: ${kind}`);
    expect(said.map(({ words }) => words)).toEqual(["Orsova campaign", "Kind: count", "Planned or conditional"]);
    expect(said[0]?.without).toEqual({ ...filter, campaign: null });
    expect(said[1]?.without.kinds).toEqual([]);
    expect(said[2]?.without.certainty).toEqual([]);
    expect(narrowings(NO_FILTER, String)).toEqual([]);
    expect(leftNothing("timeline", said)).toBe("None of the chart’s dated facts matches: Orsova campaign; Kind: count; Planned or conditional.");
    expect(leftNothing("scale", said.slice(1, 2))).toBe("None of the chart’s facts matches: Kind: count.");
  });

  it("adds a kind once", () => {
    expect(withKind(withKind(NO_FILTER, "count", true), "count", true).kinds).toEqual(["count"]);
  });
});

describe("choices", () => {
  const facts = [
    fact("Orsova campaign against Corvid", "count", "alleged"),
    fact("Orsova campaign against Corvid", "period", "reported"),
    fact("Halden", "disclosure", "asserted"),
    fact("Quiet Harbor campaign", "count", "alleged"),
  ];

  it("are what the chart's facts have, the most frequent first", () => {
    const found = choices(facts, NO_FILTER);
    expect(found.campaigns).toEqual([{ value: "Orsova campaign against Corvid", facts: 2 }, { value: "Quiet Harbor campaign", facts: 1 }]);
    expect(found.others).toEqual([{ value: "Halden", facts: 1 }]);
    expect(found.kinds.map(({ value, facts: number }) => `${value} ${number}`)).toEqual(["count 2", "disclosure 1", "period 1"]);
    expect(found.forms).toEqual([{ value: "solid", facts: 1 }, { value: "dashed", facts: 3 }]);
  });

  it("keep what is chosen, so that it can be taken away", () => {
    const found = choices([], withForm(withKind({ ...NO_FILTER, campaign: "gone campaign" }, "act", true), "hollow", true));
    expect(found.campaigns).toEqual([{ value: "gone campaign", facts: 0 }]);
    expect(found.kinds).toEqual([{ value: "act", facts: 0 }]);
    expect(found.forms).toEqual([{ value: "hollow", facts: 0 }]);
  });
});

describe("nextStep", () => {
  it("goes where the work is", () => {
    expect(nextStep({ sources: 0, proposed: 0 }).room).toBe("sources");
    expect(nextStep({ sources: 3, proposed: 9 }).label).toBe("Review claims in Sources");
    expect(nextStep({ sources: 3, proposed: 0 }).room).toBe("facts");
  });
});

describe("fileName", () => {
  it("is plain and says what is shown", () => {
    expect(fileName("Specimen: fictional case", "timeline", NO_FILTER, "svg")).toBe("specimen-fictional-case-timeline.svg");
    expect(fileName("Case", "scale", { ...NO_FILTER, campaign: "Orsova campaign" }, "csv")).toBe("case-scale-orsova-campaign.csv");
    expect(fileName("«»", "scale", NO_FILTER, "png")).toBe("scale.png");
    expect(fileName("x".repeat(200), "scale", NO_FILTER, "png").length).toBeLessThan(90);
  });
});
