import { expect, test } from "vitest";
import { emptyAfter, placed, widthsOf, type Rows } from "./table";

/** Tables of the cells, each given as "row:column words". */
function tables(cells: string[]): Rows[] {
  const found: Rows[] = [];
  let at = 0;
  for (const cell of cells) {
    const [label = "", words = ""] = cell.split(" ");
    const begun = placed(found.at(-1), label === "-" ? null : label, { start: at, end: at + words.length });
    if (begun) found.push(begun);
    at += words.length + 1;
  }
  return found;
}

/** How many columns each cell stands from the left. */
const columns = (rows: Rows) => rows.rows.map((row) => row.reduce<number[]>((at, cell) => [...at, (at.at(-1) ?? 0) + cell.gap + 1], []));

test("a cell stands in its column where cells before it are empty", () => {
  const [table] = tables(["1:1 name", "1:2 state", "1:3 count", "2:1 alpha", "2:3 12", "3:2 open", "4:1 beta", "4:2 closed", "4:3 7"]);
  expect(table && columns(table)).toEqual([[1, 2, 3], [1, 3], [2], [1, 2, 3]]);
  expect(table?.rows.map((row) => emptyAfter(row, 3))).toEqual([0, 0, 1, 0]);
  expect(table?.head).toBe(true);
});

test("a table that begins again is another", () => {
  expect(tables(["1:1 a", "2:1 b", "1:1 c", "2:1 d"]).map((table) => table.rows.length)).toEqual([2, 2]);
  expect(tables(["1:1 a", "1:1 b"])).toHaveLength(2);
});

test("a long table stands in several groups, with the columns of the whole", () => {
  const cells = Array.from({ length: 100 }, (_, at) => [`${at + 1}:1 ${at}`, `${at + 1}:2 ${"x".repeat(at % 50)}`]).flat();
  const groups = tables(cells);
  expect(groups.map((group) => [group.rows.length, group.head])).toEqual([[40, true], [40, false], [20, false]]);
  expect(new Set(groups.map((group) => group.longest)).size).toBe(1);
  expect(groups[2]?.longest).toEqual([2, 49]);
});

test("cells without a place stand under each other", () => expect(tables(["- a", "- b"])[0]?.rows).toHaveLength(2));

test("figures keep their width, and sentences share the rest of the line", () => {
  expect(widthsOf([3, 10, 200])).toEqual([6, 13, 57]);
  expect(widthsOf([120, 200])).toEqual([38, 38]);
  expect(widthsOf([10, 200, 200, 200])).toEqual([13, 28, 28, 28]);
  expect(widthsOf([30, 5])).toEqual([33, 8]);
  expect(widthsOf([undefined, 5])).toEqual([3, 8]);
});
