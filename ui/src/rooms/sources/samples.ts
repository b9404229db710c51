// Rows for the tests of this room.
import type { ClaimRow, ImportRow, Mark, MarkKind, SourceRow } from "../../api/client";

export function source(id: string, over: Partial<SourceRow> = {}): SourceRow {
  return {
    id,
    file: `${id}.md`,
    sha256: "00",
    media_type: "text/markdown",
    title: null,
    authors: [],
    publisher: null,
    published: null,
    updated: null,
    url: null,
    syndicated_from: null,
    handling: "unreviewed",
    reliability: null,
    characters: 100,
    issues: [],
    revises: null,
    within: null,
    path: null,
    reading: { program: "dossier 0.1.0", rules: [], confined: ["memory", "landlock", "seccomp"] },
    claims: 0,
    proposed: 0,
    accepted: 0,
    rejected: 0,
    superseded: 0,
    imported_at: "2026-11-21T09:00:00Z",
    imported_by: "Ada Reyes",
    ...over,
  };
}

/** A claim on the words at each of `places`. */
export function claim(id: string, places: [number, number][], over: Partial<ClaimRow> = {}): ClaimRow {
  return {
    id,
    source: "S1",
    file: "S1.md",
    kind: "count",
    subject: "campaign",
    property: "accounts",
    value: "24000",
    unit: "account",
    bound: "below",
    period: null,
    rung: null,
    hedge: "alleged",
    scope: null,
    speakers: ["Capital Courier", "Halden"],
    headline: false,
    resolution: null,
    direct: false,
    dropped_hedge: null,
    quotes: places.map(([start, end]) => ({ start, end, text: "" })),
    state: "proposed",
    proposer: "rules",
    bulk: false,
    replaces: [],
    replaced_by: [],
    words: "nearly 24,000 accounts",
    ...over,
  };
}

export function mark(kind: MarkKind, start: number, end: number, label: string | null = null): Mark {
  return { span: { start, end }, kind, label };
}

export function imported(file: string, state: ImportRow["state"], over: Partial<ImportRow> = {}): ImportRow {
  const source = state === "failed" ? null : "S1";
  return { file, source, sha256: null, media_type: "text/plain", characters: 10, claims: 0, issues: [], state, ...over };
}
