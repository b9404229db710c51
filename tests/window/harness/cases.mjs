// Dossiers to test on, made with the command line as a person would.

import { execFileSync } from "node:child_process";
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
  dossier("draft", file, "--to", "senate-banking", "--kind", "letter", "--name", "letter");
  dossier("draft", file, "--to", "senate-banking", "--kind", "briefing", "--name", "briefing");
  return file;
}
