// Dossiers to test on, made with the command line as a person would.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { NAME, NOW } from "./app.mjs";
import { command, scratch } from "./places.mjs";

/** Runs `dossier`; gives what it says as JSON where `--json` is asked for. */
export function dossier(...args) {
  const said = execFileSync(command(), [...args, "--as", NAME, "--now", NOW], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  return args.includes("--json") ? JSON.parse(said) : said;
}

/** An empty dossier. */
export function empty(title = "Empty case", folder = scratch("case")) {
  const file = join(folder, "empty.dossier");
  dossier("new", file, "--title", title);
  return file;
}

/** The specimen as it is given to a person: imported, nothing accepted. */
export function specimen(folder = scratch("case")) {
  const file = join(folder, "specimen.dossier");
  dossier("specimen", file);
  return file;
}

/** The specimen with everything accepted and a letter and a briefing drafted. */
export function full(folder = scratch("case")) {
  const file = specimen(folder);
  dossier("accept", file, "--all");
  dossier("draft", file, "--to", "senate-banking", "--kind", "letter", "--name", "letter", "--date", "2026-11-21");
  dossier("draft", file, "--to", "senate-banking", "--kind", "briefing", "--name", "briefing", "--date", "2026-11-21");
  return file;
}

/** A report that gives a figure no other can be squared with. */
export const CONTRADICTION = `Specimen: fictional case

Halden said on Friday that the campaign against Corvid by operators linked to the Tern lab used exactly 31,000 fraudulent accounts, Orsova Daily reported.

Published by: Orsova Daily
Published on: June 19, 2026
`;

/** The specimen in the middle of the work: some claims wait, one was rejected, joins are suggested, figures conflict, a letter has an error. */
export function underway(folder = scratch("case")) {
  const file = specimen(folder);
  const report = join(folder, "orsova-daily.txt");
  writeFileSync(report, CONTRADICTION);
  dossier("import", file, report);
  const claims = dossier("claims", file, "--json").map((claim) => claim.id);
  dossier("accept", file, ...claims.slice(6));
  dossier("reject", file, claims[5]);
  dossier("draft", file, "--to", "senate-banking", "--kind", "letter", "--name", "letter", "--date", "2026-11-21");
  return file;
}

const ROWS = ["Alder", "Briar", "Cedar", "Dunmore", "Elwin", "Farrow", "Glenholt", "Harrow", "Ivel", "Jessop"];
const PLACES = ["gate", "wall", "pond", "shed", "path", "hedge", "well", "barn", "stile", "lane"];

/**
 * A dossier whose claims come from a colleague, not from the rules, so that they are always the same: one source with a hundred and four of them
 * (two counts that say the same, one capability that names two, and acts), and one with three.
 */
export function queued(folder = scratch("queue")) {
  const file = join(folder, "queue.dossier");
  dossier("new", file, "--title", "The orchard");
  const lines = ROWS.flatMap((row) => PLACES.map((place) => `${row} stood by the ${place}.`));
  const texts = {
    "orchard.md": ["---", 'title: "Notes on the orchard"', 'publisher: "Orsova Daily"', "published: 2026-06-19", "---", "", "Specimen: fictional case", "", "Baskets of pears were full. Pears in baskets were seen. Ladders and ropes lay about. Nobody minded the owls.", "", ...lines.flatMap((line) => [line, ""])].join("\n"),
    "pond.md": ["---", 'title: "Notes on the pond"', 'publisher: "Orsova Daily"', "published: 2026-06-20", "---", "", "Specimen: fictional case", "", "Reeds stood. Lilies stood. Herons stood.", ""].join("\n"),
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const [orchard, pond] = dossier("import", file, join(folder, "orchard.md"), join(folder, "pond.md"), "--json").map((row) => row.source);
  const said = { subject: "the orchard", hedge: "reported", speakers: ["Orsova Daily", "the warden"], proposer: "Bo Lindqvist" };
  const claims = [
    { ...said, source: orchard, kind: "count", property: "pears", value: "24000", unit: "pears", bound: "below", quotes: [{ text: "Baskets of pears" }] },
    { ...said, source: orchard, kind: "count", property: "pears", value: "24000", unit: "pears", bound: "about", quotes: [{ text: "Pears in baskets" }] },
    { ...said, source: orchard, kind: "capability", value: "ladders and ropes", quotes: [{ text: "Ladders and ropes" }] },
    { ...said, source: orchard, kind: "amount", property: "price", value: "31000000", unit: "USD", quotes: [{ text: "lay about" }] },
    ...lines.map((line) => ({ ...said, source: orchard, kind: "act", value: line.slice(0, -1), quotes: [{ text: line.slice(0, -1) }] })),
    ...["Reeds", "Lilies", "Herons"].map((name) => ({ ...said, source: pond, kind: "act", value: `${name} stood`, quotes: [{ text: `${name} stood` }] })),
  ];
  const from = join(folder, "claims.jsonl");
  writeFileSync(from, claims.map((claim) => JSON.stringify(claim)).join("\n"));
  dossier("propose", file, "--from", from);
  return file;
}
