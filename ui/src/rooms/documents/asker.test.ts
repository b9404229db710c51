import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Asker, PAUSE_MS } from "./asker.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Questions that were asked, and a way to answer each. */
function asking() {
  const asked: { question: string; answer: (words: string) => void; fail: (message: string) => void }[] = [];
  const heard: string[] = [];
  const asker = new Asker<string, string>(
    (question) =>
      new Promise((resolve, reject) =>
        asked.push({ question, answer: resolve, fail: (message) => reject({ code: "internal", message }) }),
      ),
    (question, answer) => heard.push(`${question}: ${answer}`),
  );
  return { asker, asked, heard };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("asking for proofs", () => {
  it("waits until nothing changes, and asks the latest only", async () => {
    const { asker, asked } = asking();
    asker.ask("a");
    await pass(PAUSE_MS - 1);
    asker.ask("b");
    await pass(PAUSE_MS - 1);
    expect(asked).toHaveLength(0);
    await pass(1);
    expect(asked.map((one) => one.question)).toEqual(["b"]);
  });

  it("has one question out at a time, then asks what has changed meanwhile", async () => {
    const { asker, asked, heard } = asking();
    asker.ask("a", 0);
    await pass(0);
    asker.ask("b", 0);
    asker.ask("c", 0);
    await pass(PAUSE_MS);
    expect(asked).toHaveLength(1);
    asked[0]?.answer("one");
    await pass(0);
    expect(asked.map((one) => one.question)).toEqual(["a", "c"]);
    expect(asker.busy).toBe(true);
    asked[1]?.answer("two");
    await pass(0);
    expect(heard).toEqual(["a: one", "c: two"]);
    expect(asker.busy).toBe(false);
  });

  it("drops an answer that comes after it was stopped", async () => {
    const { asker, asked, heard } = asking();
    asker.ask("a", 0);
    await pass(0);
    asker.stop();
    asked[0]?.answer("late");
    await pass(0);
    expect(heard).toEqual([]);
  });

  it("tells why there was no answer, until there is one", async () => {
    const { asker, asked } = asking();
    asker.ask("a", 0);
    await pass(0);
    asked[0]?.fail("There is no such chart.");
    await pass(0);
    expect(asker.trouble?.message).toBe("There is no such chart.");
    asker.ask("b", 0);
    await pass(0);
    asked[1]?.answer("one");
    await pass(0);
    expect(asker.trouble).toBeNull();
  });
});
