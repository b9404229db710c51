import { describe, expect, it } from "vitest";
import { inGroups } from "../../words";
import { compareRoots, comparisonWords, digits } from "./root";

const root = "ef99a9373102ed0157386bc5ff0c2f9dd32b26f6ec0c1afa0ad741f908b5dbff";

describe("a pasted root is the same", () => {
  const same = (name: string, pasted: string) => it(name, () => expect(compareRoots(pasted, root)).toEqual({ same: true }));
  same("as it is", root);
  same("in capitals", root.toUpperCase());
  same("with spaces and line ends", `  ${inGroups(root).join(" ")}\r\n`);
  same("with the words that the letter prints in front", `Evidence root: ${root}`);
  same("broken over a line with a hyphen", `${root.slice(0, 30)}-\n${root.slice(30)}`);
  same("with invisible characters of a PDF", `\ufeff${root.slice(0, 8)}\u200b${root.slice(8)}`);
});

describe("a pasted root is not the same", () => {
  const differs = (name: string, pasted: string, why: string, at: number) =>
    it(name, () => expect(compareRoots(pasted, root)).toMatchObject({ same: false, why, at }));
  differs("when nothing was pasted", "  ", "empty", 1);
  differs("when one digit is another", `${root.slice(0, 10)}b${root.slice(11)}`, "different", 11);
  differs("when it is short and already another", "ef98", "different", 4);
  differs("when it breaks off", root.slice(0, 12), "too-short", 13);
  differs("when something follows", `${root}00`, "too-long", 65);
  differs("when it has other letters", "the root", "strange", 1);
});

it("says which", () => {
  expect(comparisonWords(compareRoots(root, root))).toMatch(/^The same\./);
  expect(comparisonWords(compareRoots("", root))).toBe("");
  expect(comparisonWords(compareRoots("ef98", root))).toMatch(/^Different, from character 4 on/);
  expect(comparisonWords(compareRoots("ef99", root))).toMatch(/4 of 64 characters/);
});

it("reads a root in groups", () => {
  expect(digits(inGroups(root).join("\n"))).toBe(root);
});
