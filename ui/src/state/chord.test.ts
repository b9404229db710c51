import { describe, expect, it } from "vitest";
import { caps, matches, parse, spoken } from "./chord";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}, code = "") => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("a chord", () => {
  it("is read from its spelling", () => {
    expect(parse("mod+shift+p")).toEqual([{ key: "p", mod: true, alt: false, shift: true }]);
    expect(parse("g s").map(({ key }) => key)).toEqual(["g", "s"]);
    expect(parse("mod+plus")[0]?.key).toBe("+");
    expect(parse("alt+left")[0]?.key).toBe("arrowleft");
  });

  it.each([
    ["j", press("j"), true],
    ["j", press("J", { shiftKey: true }), false],
    ["shift+j", press("J", { shiftKey: true }), true],
    ["j", press("j", { ctrlKey: true }), false],
    ["mod+k", press("k", { ctrlKey: true }), true],
    ["mod+k", press("k", { ctrlKey: true, shiftKey: true }), false],
    ["mod+k", press("k", { metaKey: true }), false],
    ["?", press("?", { shiftKey: true }), true],
    ["/", press("/"), true],
    ["mod+plus", press("+", { ctrlKey: true, shiftKey: true }), true],
    ["mod+plus", press("=", { ctrlKey: true }), true],
    ["alt+1", press("¡", { altKey: true }, "Digit1"), true],
    ["alt+1", press("2", { altKey: true }, "Digit2"), false],
    ["enter", press("Enter"), true],
  ])("%s against a press: %o is %s", (spelled, pressed, met) => expect(matches(parse(spelled)[0], pressed, false)).toBe(met));

  it("means the command key on a Mac", () => {
    expect(matches(parse("mod+k")[0], press("k", { metaKey: true }), true)).toBe(true);
    expect(matches(parse("mod+k")[0], press("k", { ctrlKey: true }), true)).toBe(false);
    expect(caps("mod+k", true)).toEqual([["⌘", "K"]]);
  });

  it("is shown as caps, and spoken for screen readers", () => {
    expect(caps("mod+shift+i", false)).toEqual([["Ctrl", "Shift", "I"]]);
    expect(caps("g s", false)).toEqual([["G"], ["S"]]);
    expect(caps("down", false)).toEqual([["↓"]]);
    expect(spoken("mod+plus", false)).toBe("Control+Plus");
    expect(spoken("alt+left", false)).toBe("Alt+ArrowLeft");
  });
});
