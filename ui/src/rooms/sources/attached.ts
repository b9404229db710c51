// What lies within what: the attachments of a mail, and where they stand in the list.
import type { SourceId, SourceRow } from "../../api/client";

/** The sources that lie right within `source`. */
export function attachedTo(source: SourceId, all: SourceRow[]): SourceRow[] {
  return all.filter((other) => other.within === source);
}

/** Of the rows as they are listed, how deep each stands under what it lies within; those that stand elsewhere are left out. */
export function depths(rows: SourceRow[]): Map<SourceId, number> {
  const found = new Map<SourceId, number>();
  const above: SourceId[] = [];
  for (const { id, within } of rows) {
    while (above.length > 0 && above.at(-1) !== within) above.pop();
    if (above.length > 0) found.set(id, above.length);
    above.push(id);
  }
  return found;
}
