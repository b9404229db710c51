import { expect, it } from "vitest";
import { beforeLeaving, keepAll } from "./leaving";

it("keeps everything, also past what cannot be kept", async () => {
  const kept: string[] = [];
  const stops = [
    beforeLeaving(async () => void kept.push("letter")),
    beforeLeaving(() => Promise.reject(new Error("disk full"))),
    beforeLeaving(() => undefined),
    beforeLeaving(async () => void kept.push("memo")),
  ];
  await keepAll();
  expect(kept).toEqual(["letter", "memo"]);
  stops.forEach((stop) => stop());
  await keepAll();
  expect(kept).toHaveLength(2);
});
