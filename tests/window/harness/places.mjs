// Where things lie: the checkout, the built programs, the packages of `ui`, and folders that a test throws away.

import { createRequire } from "node:module";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = resolve(fileURLToPath(new URL("../../..", import.meta.url)));

const target = process.env.CARGO_TARGET_DIR ? resolve(process.env.CARGO_TARGET_DIR) : join(root, "target");

/** The window, as built; DOSSIER_DESKTOP names another one. */
export const desktop = () => program(process.env.DOSSIER_DESKTOP ?? join(target, "debug/dossier-desktop"));

/** The command line, as built; DOSSIER_COMMAND names another one. */
export const command = () => program(process.env.DOSSIER_COMMAND ?? join(target, "debug/dossier"));

/** The fictional reports that the specimen is made of. */
export const reports = join(root, "crates/app/specimen");

/** Where a failed test leaves what it saw. */
export const failures = join(target, "window/failures");

/** Where small programs of the tests are built. */
export const built = join(target, "window");

const thrown = [];
process.on("exit", () => thrown.forEach(away));

/** Deletes a folder. A process that is still ending may write into it: what is left then is left to the system's cleaning. */
export function away(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  } catch (error) {
    if (error.code !== "ENOTEMPTY" && error.code !== "EBUSY") throw error;
  }
}

/** A folder of one's own, outside the checkout, that goes when the program ends. */
export function scratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `dossier-${name}-`));
  thrown.push(folder);
  return folder;
}

export function made(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}

// The tests have no packages of their own: they use those of the pages, so that there is one lock file. DOSSIER_PACKAGES names another folder.
const packages = createRequire(join(process.env.DOSSIER_PACKAGES ?? join(root, "ui"), "package.json"));

/** A package of `ui/node_modules`. */
export const load = (name) => import(pathToFileURL(packages.resolve(name)).href);

/** The text of a file of a package. */
export const fileOf = (name) => readFileSync(packages.resolve(name), "utf8");

function program(path) {
  if (!existsSync(path)) throw new Error(`${path} is not there: run \`cargo build --workspace\` first`);
  return path;
}
