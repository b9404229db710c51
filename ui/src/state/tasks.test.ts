import { describe, expect, it } from "vitest";
import { tasks } from "./tasks.svelte";

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

  it("that were done before they heard to stop left nothing out", async () => {
    let end: (value: number) => void = () => {};
    const running = tasks.run("Counting", (report) => (report({ done: 2, of: 2 }), new Promise<number>((done) => (end = done))), { cancel: () => {} });
    const task = tasks.all.at(-1)!;
    expect(task.finishing).toBe(true);
    tasks.cancel(task);
    end(2);
    await running;
    expect([task.state, task.finishing]).toEqual(["done", false]);
    tasks.dismiss(task);
  });

  it("tell their trouble and give nothing", async () => {
    const value = await tasks.run("Counting", () => Promise.reject({ code: "full", message: "The disk is full." }));
    const task = tasks.all.at(-1)!;
    expect([value, task.state, task.result]).toEqual([undefined, "failed", "The disk is full."]);
    tasks.dismiss(task);
  });
});
