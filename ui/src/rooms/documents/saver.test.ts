import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "../../api/client";
import { IDLE_MS, Saver } from "./saver.svelte";
import { paragraphOf } from "./text/sample";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft = (words: string): Draft => paragraphOf([{ text: words }]);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function saving() {
  const saved: { words: Draft; done: (version: number) => void; fail: () => void }[] = [];
  const saver = new Saver(
    draft("one"),
    1,
    (words) => new Promise((resolve, reject) => saved.push({ words, done: resolve, fail: () => reject({ code: "full", message: "The disk is full." }) })),
  );
  return { saver, saved };
}

describe("saving", () => {
  it("waits until nothing changes", async () => {
    const { saver, saved } = saving();
    saver.change(draft("two"));
    await pass(IDLE_MS - 1);
    saver.change(draft("three"));
    expect(saver.state).toBe("unsaved");
    await pass(IDLE_MS);
    expect(saved.map((one) => one.words)).toEqual([draft("three")]);
    saved[0]?.done(2);
    await pass(0);
    expect([saver.state, saver.version]).toEqual(["saved", 2]);
  });

  it("makes no version of what is as it was", async () => {
    const { saver, saved } = saving();
    saver.change(draft("two"));
    saver.change(draft("one"));
    expect(saver.state).toBe("saved");
    await pass(IDLE_MS);
    await saver.flush();
    expect(saved).toHaveLength(0);
  });

  it("at once when asked, and again what was written meanwhile", async () => {
    const { saver, saved } = saving();
    saver.change(draft("two"));
    let left = false;
    void saver.flush().then(() => (left = true));
    await pass(0);
    saver.change(draft("three"));
    expect(saver.state).toBe("saving");
    saved[0]?.done(2);
    await pass(0);
    expect(left).toBe(false);
    saved[1]?.done(3);
    await pass(0);
    expect([left, saver.state, saver.version]).toEqual([true, "saved", 3]);
    expect(saved.map((one) => one.words)).toEqual([draft("two"), draft("three")]);
  });

  it("says why it failed, and tries again with the next change", async () => {
    const { saver, saved } = saving();
    saver.change(draft("two"));
    void saver.flush();
    await pass(0);
    saved[0]?.fail();
    await pass(0);
    expect([saver.state, saver.trouble?.message]).toEqual(["failed", "The disk is full."]);
    saver.change(draft("three"));
    await pass(IDLE_MS);
    saved[1]?.done(2);
    await pass(0);
    expect([saver.state, saver.trouble]).toEqual(["saved", null]);
  });

  it("takes a version that somebody else saved", async () => {
    const { saver, saved } = saving();
    saver.restart(draft("other"), 5);
    saver.change(draft("other"));
    await pass(IDLE_MS);
    expect([saver.state, saver.version, saved.length]).toEqual(["saved", 5, 0]);
  });
});
