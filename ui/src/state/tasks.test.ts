import { describe, expect, it } from "vitest";
import { Task, left, rate, tasks } from "./tasks.svelte";

describe("the rate of a task", () => {
  it("is of the last ten seconds", () => {
    const task = new Task(1, "Importing", 0);
    for (let second = 1; second <= 30; second++) task.report({ done: second <= 15 ? second : 15 + (second - 15) * 4, of: 1000 }, second * 1000);
    expect(rate(task.samples)).toBeCloseTo(4);
    expect(left(task.done, task.of, 4)).toBeCloseTo((1000 - 75) / 4);
  });
  it("is not told too early, nor where nothing moves", () => {
    expect(rate([])).toBeUndefined();
    expect(rate([{ at: 0, done: 0 }, { at: 300, done: 5 }])).toBeUndefined();
    expect(rate([{ at: 0, done: 5 }, { at: 9000, done: 5 }])).toBeUndefined();
  });
  it("leaves nothing at the end", () => {
    expect(left(10, 10, 3)).toBeUndefined();
    expect(left(1, 10, undefined)).toBeUndefined();
  });
});

describe("tasks", () => {
  it("keep what came of them as a line", async () => {
    const value = await tasks.run("Counting", async (report) => (report({ done: 2, of: 2 }), 2), { result: (n) => `${n} counted` });
    const task = tasks.all.at(-1);
    expect([value, task?.state, task?.result, tasks.running.length]).toEqual([2, "done", "2 counted", 0]);
    if (task) tasks.dismiss(task);
    expect(tasks.all).toEqual([]);
  });

  it("can be asked to stop once, and then end with what they finished", async () => {
    const asked: number[] = [];
    let end: (value: number) => void = () => {};
    const running = tasks.run("Counting", () => new Promise<number>((done) => (end = done)), { cancel: (id) => asked.push(id), result: (n) => `${n} counted` });
    const task = tasks.all.at(-1)!;
    tasks.cancel(task);
    tasks.cancel(task);
    expect([task.state, asked]).toEqual(["cancelling", [task.id]]);
    end(1);
    await running;
    expect([task.state, task.result]).toEqual(["cancelled", "1 counted"]);
    tasks.dismiss(task);
  });

  it("tell their trouble and give nothing", async () => {
    const value = await tasks.run("Counting", () => Promise.reject({ code: "full", message: "The disk is full." }));
    const task = tasks.all.at(-1)!;
    expect([value, task.state, task.result]).toEqual([undefined, "failed", "The disk is full."]);
    tasks.dismiss(task);
  });
});
