// Where a claim stands, in a line: who published it and when.
import type { ClaimRow, SourceRow } from "../../api/client";
import { date } from "../../words";

export function sourceLine(claim: Pick<ClaimRow, "file" | "speakers">, source: Pick<SourceRow, "publisher" | "title" | "published"> | undefined): string {
  const name = source?.publisher ?? source?.title ?? claim.speakers[0] ?? claim.file;
  const published = date(source?.published);
  return published ? `${name}, ${published}` : name;
}
