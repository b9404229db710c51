// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { selectedWords } from "./selection";

const text = "Halden says\n\nnearly 24,000 accounts were used.";

beforeEach(() => {
  document.body.innerHTML = `<article><p data-run="0">Halden says</p><p data-run="13">nearly <span id="c">24,000 accounts</span> were used.</p></article>`;
});

function check(from: [Node | null | undefined, number], to: [Node | null | undefined, number], expected: string | null) {
  const range = document.createRange();
  range.setStart(from[0] as Node, from[1]);
  range.setEnd(to[0] as Node, to[1]);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  const words = selectedWords(document.querySelector("article") as Element);
  expect(words && text.slice(words.start, words.end)).toBe(expected);
}

const first = () => document.querySelector("p")?.firstChild;
const marked = () => document.getElementById("c")?.firstChild;
const last = () => document.querySelectorAll("p")[1];

test("within one piece", () => check([marked(), 0], [marked(), 6], "24,000"));
test("over pieces", () => check([last()?.firstChild, 0], [marked(), 15], "nearly 24,000 accounts"));
test("over lines", () => check([first(), 7], [marked(), 6], "says\n\nnearly 24,000"));
test("a whole line, as three clicks select it, has nothing of the next", () => check([first(), 0], [last(), 0], "Halden says"));
test("nothing selected is nothing", () => check([first(), 3], [first(), 3], null));
