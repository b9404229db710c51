// What a person has selected in the text that is shown, as a stretch of it. Each run of the text is in an element that bears, as `data-run`, the unit
// at which it begins.
import type { Stretch } from "./text";

/** The selected words within `reader`, or null where nothing there is selected. */
export function selectedWords(reader: Element, selection: Selection | null = getSelection()): Stretch | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const found: Stretch = { start: Infinity, end: -1 };
  for (const run of reader.querySelectorAll<HTMLElement>("[data-run]")) {
    if (!range.intersectsNode(run)) continue;
    const at = Number(run.dataset["run"]);
    const start = run.contains(range.startContainer) ? at + lengthTo(run, range.startContainer, range.startOffset) : at;
    const end = run.contains(range.endContainer) ? at + lengthTo(run, range.endContainer, range.endOffset) : at + (run.textContent?.length ?? 0);
    // A selection that ends before the first letter of a line has nothing of it.
    if (start >= end) continue;
    found.start = Math.min(found.start, start);
    found.end = Math.max(found.end, end);
  }
  return found.start < found.end ? found : null;
}

/** How much text stands in `run` before this place. */
function lengthTo(run: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(run, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
