import { describe, expect, it } from "vitest";
import { sourceLine } from "./source";

const claim = { file: "01-courier.md", speakers: ["Capital Courier", "Halden"] };

describe("sourceLine", () => {
  it("names the publisher and the day, else the best there is", () => {
    expect(sourceLine(claim, { publisher: "Capital Courier", title: "A title", published: "2026-06-12" })).toBe("Capital Courier, 12 June 2026");
    expect(sourceLine(claim, { publisher: null, title: "A title", published: null })).toBe("A title");
    expect(sourceLine(claim, undefined)).toBe("Capital Courier");
    expect(sourceLine({ ...claim, speakers: [] }, undefined)).toBe("01-courier.md");
  });
});
