import { describe, expect, it } from "vitest";
import { NO_FILTER } from "./filter";
import { View } from "./view.svelte";

describe("view", () => {
  it("shares campaign and certainty between charts, kinds not", () => {
    const view = new View();
    view.of(1);
    view.narrow("timeline", { campaign: "Orsova campaign", kinds: ["disclosure"], certainty: ["asserted", "confirmed"] });
    expect(view.filter("scale")).toEqual({ campaign: "Orsova campaign", kinds: [], certainty: ["asserted", "confirmed"] });
    expect(view.filter("timeline").kinds).toEqual(["disclosure"]);
  });

  it("holds for one dossier and begins anew with another", () => {
    const view = new View();
    view.of(1);
    view.narrow("timeline", { ...NO_FILTER, campaign: "Orsova campaign" });
    view.of(1);
    expect(view.filter("timeline").campaign).toBe("Orsova campaign");
    view.of(2);
    expect(view.filter("timeline")).toEqual(NO_FILTER);
  });
});
