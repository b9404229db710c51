import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { paced } from "./paced";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("runs at once, then once for everything asked meanwhile", () => {
  const run = vi.fn();
  const { ask } = paced(run, 300);
  ask();
  expect(run).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 50; n++) ask();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(3000);
  expect(run).toHaveBeenCalledTimes(2);
  ask();
  expect(run).toHaveBeenCalledTimes(3);
});

it("does nothing more once it is stopped", () => {
  const run = vi.fn();
  const { ask, stop } = paced(run, 300);
  ask();
  ask();
  stop();
  vi.advanceTimersByTime(3000);
  expect(run).toHaveBeenCalledTimes(1);
});
