import { describe, expect, it } from "vitest";
import { Where } from "./where.svelte";

describe("where", () => {
  it("begins with the sources and leads back and forth", () => {
    const where = new Where();
    expect(where.current).toEqual({ room: "sources" });
    where.go({ room: "facts", fact: "F1" }, 0);
    where.go({ room: "timeline" }, 5000);
    where.step(-1);
    expect(where.current).toEqual({ room: "facts", fact: "F1" });
    expect([where.canBack, where.canForward]).toEqual([true, true]);
    where.step(1);
    expect(where.current).toEqual({ room: "timeline" });
    expect(where.canForward).toBe(false);
  });

  it("stays where it is at either end", () => {
    const where = new Where();
    where.step(-1);
    where.step(1);
    expect(where.current).toEqual({ room: "sources" });
  });

  it("keeps one step for a walk down a list", () => {
    const where = new Where();
    where.go({ room: "facts", fact: "F1" }, 0);
    for (let n = 2; n < 20; n++) where.go({ room: "facts", fact: `F${n}` }, n * 100);
    expect(where.current).toEqual({ room: "facts", fact: "F19" });
    where.step(-1);
    expect(where.current).toEqual({ room: "sources" });
  });

  it("keeps a place that was stayed at", () => {
    const where = new Where();
    where.go({ room: "facts", fact: "F1" }, 0);
    where.go({ room: "facts", fact: "F2" }, 3000);
    where.step(-1);
    expect(where.current).toEqual({ room: "facts", fact: "F1" });
  });

  it("forgets what lay ahead when it goes elsewhere", () => {
    const where = new Where();
    where.go({ room: "facts" }, 0);
    where.go({ room: "packs" }, 3000);
    where.step(-1);
    where.go({ room: "measures" }, 6000);
    expect(where.canForward).toBe(false);
    where.step(-1);
    expect(where.current).toEqual({ room: "facts" });
  });

  it("counts the same place once, however it is spelled", () => {
    const where = new Where();
    where.go({ room: "sources", source: "S1", span: { start: 1, end: 2 } }, 0);
    where.go({ span: { start: 1, end: 2 }, source: "S1", room: "sources" }, 3000);
    where.step(-1);
    expect(where.current).toEqual({ room: "sources" });
  });

  it("enters a room as it was left", () => {
    const where = new Where();
    where.go({ room: "facts", fact: "F7" }, 0);
    where.enter("packs", 3000);
    where.enter("facts", 6000);
    expect(where.current).toEqual({ room: "facts", fact: "F7" });
    where.reset();
    where.enter("facts", 9000);
    expect(where.current).toEqual({ room: "facts" });
  });
});
