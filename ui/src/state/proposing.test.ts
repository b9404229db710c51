// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { ProposedRow } from "../api/client";

const rows: Record<number, ProposedRow[]> = {
  1: [{ line: 1, claim: "C9", refused: null, faults: [] }, { line: 2, claim: null, refused: "line: this is not JSON", faults: [{ field: "line", at: null, message: "this is not JSON" }] }],
  2: [],
};
const asked: string[] = [];
vi.mock("../api/client", () => ({
  api: {
    propose: (pick: number) => {
      asked.push(`propose ${pick}`);
      return rows[pick] ? Promise.resolve(rows[pick]) : Promise.reject({ code: "unreadable", message: "odd.jsonl cannot be read: it is no text in UTF-8; save it as UTF-8 and try again" });
    },
    importPicks: (picks: number[]) => {
      asked.push(`import ${picks.join(" ")}`);
      return Promise.resolve([]);
    },
    claims: (ids: string[]) => Promise.resolve(ids.map((id) => ({ id, source: "S2", proposer: "reader 2.1", quotes: [{ start: 0, end: 4, text: "said" }] }))),
  },
}));
const held = vi.hoisted(() => ({ readOnly: false, opened: { dossier: 1 } }));
vi.mock("./dossier.svelte", () => ({ dossier: held }));

const { importPicks } = await import("./importing.svelte");
const { proposing, takeIn } = await import("./proposing.svelte");
const { tasks } = await import("./tasks.svelte");
const { dismissAll, told } = await import("./tell.svelte");

const pick = (id: number, name: string) => ({ id, name, folder: false });

beforeEach(() => {
  asked.length = 0;
  held.readOnly = false;
  proposing.close();
  dismissAll();
});

test("what landed and what was refused stays at hand", async () => {
  await takeIn([pick(1, "claims.jsonl")]);
  expect(proposing.shown?.files[0]?.rows).toHaveLength(2);
  expect(proposing.shown?.landed).toEqual([{ source: "S2", claims: ["C9"], proposers: ["reader 2.1"] }]);
  proposing.close();
  expect(proposing.shown).toBeUndefined();
  const task = tasks.all.at(-1);
  expect(task?.result).toBe("1 claim proposed, 1 line refused");
  task?.show?.();
  expect(proposing.shown?.landed).toHaveLength(1);
});

test("a file that is empty, or cannot be read, is told as a trouble and shows no result", async () => {
  await takeIn([pick(2, "none.jsonl")]);
  await takeIn([pick(3, "odd.jsonl")]);
  expect(proposing.shown).toBeUndefined();
  expect(told.all.map((one) => [one.kind, one.text])).toEqual([
    ["trouble", "none.jsonl is empty. A file of proposed claims has one claim on each line; ask whoever made it for another."],
    ["trouble", "odd.jsonl cannot be read: it is no text in UTF-8; save it as UTF-8 and try again"],
  ]);
});

test("of files that come together, each goes one way", async () => {
  await importPicks([pick(1, "claims.jsonl"), pick(7, "letter.md")]);
  expect(asked).toEqual(["import 7", "propose 1"]);
});

test("nothing is taken into a dossier that is open to read, and it is said", async () => {
  held.readOnly = true;
  await takeIn([pick(1, "claims.jsonl")]);
  await importPicks([pick(1, "claims.jsonl")]);
  expect(asked).toEqual([]);
  expect(told.all[0]?.text).toBe("This dossier is open to read, so no claims can be taken in.");
});
