import { expect, it } from "vitest";
import { Session, sessionOf } from "./session.svelte";

const pick = (id: number, name: string) => ({ id, name, folder: false });
const whole = { ok: true, problems: [], evidence_root: "ef" };

it("lists what is verified from the start and keeps going after one that cannot be read", async () => {
  const session = new Session();
  const verifying = session.verify([pick(1, "one.zip"), pick(2, "two.zip")], (id) =>
    id === 1 ? Promise.reject({ code: "input", message: "one.zip cannot be read" }) : Promise.resolve(whole),
  );
  expect(session.checks.map((check) => check.state)).toEqual(["checking", "checking"]);
  expect([session.part, session.check?.name]).toEqual(["verify", "one.zip"]);
  await verifying;
  expect(session.checks.map((check) => [check.name, check.state])).toEqual([["one.zip", "failed"], ["two.zip", "done"]]);
  expect(session.checks[0]?.trouble?.message).toBe("one.zip cannot be read");
});

it("puts the latest first, and shows its neighbour when one is taken off", async () => {
  const session = new Session();
  for (const name of ["a.zip", "b.zip", "c.zip"]) await session.verify([pick(1, name)], () => Promise.resolve(whole));
  expect(session.checks.map((check) => check.name)).toEqual(["c.zip", "b.zip", "a.zip"]);
  session.forget(session.shown!);
  expect(session.check?.name).toBe("b.zip");
  session.paste(session.shown!, "ef99");
  expect(session.check?.pasted).toBe("ef99");
});

it("stays where it is when nothing was picked", async () => {
  const session = new Session();
  await session.verify([], () => Promise.resolve(whole));
  expect([session.part, session.checks.length]).toEqual(["make", 0]);
});

it("begins anew for another dossier, but keeps what was verified", async () => {
  const session = sessionOf(1);
  session.setTurned("letter", new Set(["S9"]));
  await session.verify([pick(1, "a.zip")], () => Promise.resolve(whole));
  expect(sessionOf(1)).toBe(session);
  const other = sessionOf(2);
  expect([other.turned("letter").size, other.part, other.checks.length]).toEqual([0, "make", 1]);
});
