import { expect, test } from "vitest";
import { leafOf, place } from "./places";
import { mark } from "./samples";

const pages = [mark("page", 0, 10, "1"), mark("paragraph", 0, 10), mark("page", 12, 20, "2"), mark("page", 22, 30, "iii")];
const cells = [mark("heading", 0, 5, "1"), mark("cell", 6, 10, "1:1"), mark("cell", 13, 18, "1:2"), mark("cell", 19, 22, "2:1"), mark("cell", 25, 30, "2:2"), mark("cell", 31, 35, "12:1")];

function check(marks: typeof pages, [start, end]: [number, number], expected: string) {
  expect(place(marks, { start, end }, "text/html")).toBe(expected);
}

test("words stand on the page that holds them", () => {
  check(pages, [12, 20], "page 2");
  check(pages, [9, 10], "page 1");
  check(pages, [24, 26], "page iii");
});

test("words over several pages name them", () => {
  check(pages, [8, 14], "pages 1 and 2");
  check(pages, [8, 24], "pages 1 to iii");
});

test("cells are counted as the table does", () => {
  check(cells, [26, 28], "row 2, column 2");
  check(cells, [31, 35], "row 12, column 1");
  check(cells, [20, 30], "row 2, columns 1 and 2");
  check(cells, [14, 21], "rows 1 and 2");
  check(cells, [7, 35], "rows 1 to 12");
});

test("a table on a page has both", () => check([...pages, mark("cell", 12, 15, "3:2")], [12, 14], "page 2, row 3, column 2"));

test("a value of a bundle has the closest pointer to it", () => {
  const pointers = [mark("pointer", 0, 30, "/objects/3"), mark("pointer", 5, 12, "/objects/3/name"), mark("pointer", 14, 30, "/objects/3/description")];
  check(pointers, [6, 9], "/objects/3/name");
  check(pointers, [10, 20], "/objects/3");
  check(pointers, [28, 33], "");
});

test("where the marks say nothing, neither does the place", () => {
  check([], [0, 5], "");
  check(pages, [10, 12], "");
  check([mark("page", 0, 5), mark("cell", 0, 5, "odd")], [0, 5], "");
});

test("a workbook of several sheets names them", () => {
  const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const sheets = [mark("heading", 0, 5, "1"), mark("cell", 6, 10, "1:1"), mark("heading", 12, 15, "1"), mark("cell", 16, 20, "4:2")];
  expect(place(sheets, { start: 16, end: 18 }, workbook)).toBe("sheet 2, row 4, column 2");
  expect(place(sheets.slice(0, 2), { start: 6, end: 8 }, workbook)).toBe("row 1, column 1");
});

test("a presentation has slides", () => {
  expect(place(pages, { start: 12, end: 14 }, "application/vnd.openxmlformats-officedocument.presentationml.presentation")).toBe("slide 2");
  expect(leafOf("application/vnd.oasis.opendocument.presentation")).toBe("slide");
  expect(leafOf("application/pdf")).toBe("page");
});
