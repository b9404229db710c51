import { expect, it } from "vitest";
import { asTrouble } from "./trouble";

it("keeps the code of a trouble and says it as a sentence", () => {
  expect(asTrouble({ code: "gone", message: "that file was not picked" })).toEqual({ code: "gone", message: "That file was not picked" });
});

it("keeps the letters of a name at the beginning", () => {
  const said = (message: string) => asTrouble({ code: "input", message }).message;
  expect(said("letter.pdf cannot be written")).toBe("letter.pdf cannot be written");
  expect(said("S4 is privileged")).toBe("S4 is privileged");
  expect(said("iOS-report.md is empty")).toBe("iOS-report.md is empty");
  expect(said("")).toBe("");
});

it("takes whatever else was thrown", () => {
  expect(asTrouble(new Error("no such command"))).toEqual({ code: "internal", message: "No such command" });
  expect(asTrouble(undefined).message).toBe("undefined");
  expect(asTrouble("").message).toBe("Something failed without saying what.");
});
