// A story is told in order: each step rests on those before it, and after one that fails the rest is left out.

import { test } from "node:test";

export function story() {
  let broken;
  return (name, act) =>
    test(name, async (context) => {
      if (broken) return context.skip(`the story broke at “${broken}”`);
      broken = name;
      await act(context);
      broken = undefined;
    });
}
