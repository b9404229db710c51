// @vitest-environment happy-dom
import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Key, keys, listen, useKeys, useLayer } from "./keys.svelte";
import { mounted } from "./mounted.svelte";

let did: string[] = [];
let ends: (() => void)[] = [];

function given(name: string, list: (Partial<Key> & { keys: Key["keys"] })[], layer = false): void {
  ends.push(
    mounted(() => {
      if (layer) useLayer();
      useKeys(name, () => list.map((key) => ({ does: String(key.keys), run: () => did.push(`${name} ${key.keys}`), ...key })));
    }),
  );
  flushSync();
}

function press(key: string, on: EventTarget = document.body, held: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  on.dispatchEvent(event);
  return event;
}

function field(): HTMLInputElement {
  return document.body.appendChild(document.createElement("input"));
}

beforeEach(() => {
  did = [];
  window.addEventListener("keydown", listen);
});
afterEach(() => {
  window.removeEventListener("keydown", listen);
  ends.reverse().forEach((end) => end());
  ends = [];
  document.body.replaceChildren();
  flushSync();
});

describe("keys", () => {
  it("do what they say, and stop there", () => {
    given("Sources", [{ keys: "j" }]);
    expect(press("j").defaultPrevented).toBe(true);
    expect(press("x").defaultPrevented).toBe(false);
    expect(did).toEqual(["Sources j"]);
  });

  it("rest while somebody writes, unless they are held with Ctrl", () => {
    given("Sources", [{ keys: "j" }, { keys: "mod+k" }, { keys: "mod+z", typing: false }, { keys: "escape", typing: true }]);
    const writing = field();
    press("j", writing);
    press("z", writing, { ctrlKey: true });
    expect(did).toEqual([]);
    press("k", writing, { ctrlKey: true });
    press("Escape", writing);
    expect(did).toEqual(["Sources mod+k", "Sources escape"]);
  });

  it("come one after the other", () => {
    given("Rooms", [{ keys: ["alt+1", "g s"] }]);
    given("Sources", [{ keys: "s" }]);
    press("g");
    press("s");
    expect(did).toEqual(["Rooms alt+1,g s"]);
    press("s");
    expect(did).toEqual(["Rooms alt+1,g s", "Sources s"]);
  });

  it("mean what they mean alone where a sequence comes to nothing", () => {
    given("Rooms", [{ keys: "g s" }]);
    given("Sources", [{ keys: "j" }]);
    press("g");
    press("j");
    expect(did).toEqual(["Sources j"]);
  });

  it("of the last to come go first, if they can be done", () => {
    let can = true;
    given("Anywhere", [{ keys: "i" }]);
    given("Sources", [{ keys: "i", when: () => can }]);
    press("i");
    can = false;
    press("i");
    expect(did).toEqual(["Sources i", "Anywhere i"]);
  });

  it("leave Enter to the button that has the focus", () => {
    given("Sources", [{ keys: "enter" }]);
    const button = document.body.appendChild(document.createElement("button"));
    press("Enter", button);
    expect(did).toEqual([]);
    press("Enter");
    expect(did).toEqual(["Sources enter"]);
  });

  it("beneath a dialog rest until it is gone", () => {
    given("Sources", [{ keys: "j" }]);
    given("Dialog", [{ keys: "x" }], true);
    press("j");
    press("x");
    expect(did).toEqual(["Dialog x"]);
    expect(keys.beneath.map(({ name }) => name)).toEqual(["Sources"]);
    ends.pop()?.();
    flushSync();
    press("j");
    expect(did).toEqual(["Dialog x", "Sources j"]);
  });
});
