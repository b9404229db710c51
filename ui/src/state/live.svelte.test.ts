// @vitest-environment happy-dom
import { flushSync, tick } from "svelte";
import { describe, expect, it } from "vitest";
import { Live, live, refresh } from "./live.svelte";
import { mounted } from "./mounted.svelte";

/** A question that is answered when the test says so. */
function asker<T>() {
  const open: { answer: (value: T) => void; fail: (why: unknown) => void }[] = [];
  const ask = () => new Promise<T>((answer, fail) => open.push({ answer, fail }));
  return { ask, open };
}

const settled = async () => {
  await tick();
  await Promise.resolve();
  flushSync();
};

describe("a live value", () => {
  it("asks at once and again after every commit, keeping the old value meanwhile", async () => {
    const { ask, open } = asker<string>();
    let held: Live<string> | undefined;
    const end = mounted(() => (held = live(ask)));
    flushSync();
    expect([held?.value, held?.loading, open.length]).toEqual([undefined, true, 1]);
    open[0]?.answer("one");
    await settled();
    expect([held?.value, held?.loading]).toEqual(["one", false]);
    refresh();
    flushSync();
    expect([held?.value, held?.loading, open.length]).toEqual(["one", true, 2]);
    open[1]?.answer("two");
    await settled();
    expect(held?.value).toBe("two");
    end();
    refresh();
    flushSync();
    expect(open.length).toBe(2);
  });

  it("asks again when what it depends on changes, and drops the value where there is nothing to ask", async () => {
    const { ask, open } = asker<string>();
    let id = $state<string | undefined>("F1");
    let held: Live<string> | undefined;
    const end = mounted(() => (held = live(() => (id ? ask() : undefined))));
    flushSync();
    open[0]?.answer("first");
    await settled();
    id = "F2";
    flushSync();
    expect([open.length, held?.value]).toEqual([2, "first"]);
    id = undefined;
    flushSync();
    open[1]?.answer("late");
    await settled();
    expect([held?.value, held?.loading]).toEqual([undefined, false]);
    end();
  });

  it("ignores an answer that comes after a later question", async () => {
    const { ask, open } = asker<string>();
    const held = new Live<string>();
    void held.take(ask());
    void held.take(ask());
    open[1]?.answer("new");
    await settled();
    open[0]?.answer("old");
    await settled();
    expect([held.value, held.loading]).toEqual(["new", false]);
  });

  it("keeps the value beside a trouble, and forgets the trouble once it works again", async () => {
    const { ask, open } = asker<string>();
    const held = new Live<string>();
    void held.take(ask());
    open[0]?.answer("one");
    await settled();
    void held.take(ask());
    open[1]?.fail({ code: "locked", message: "in use" });
    await settled();
    expect([held.value, held.trouble?.code, held.loading]).toEqual(["one", "locked", false]);
    void held.take(ask());
    open[2]?.answer("two");
    await settled();
    expect([held.value, held.trouble]).toEqual(["two", undefined]);
  });
});
