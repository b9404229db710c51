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
