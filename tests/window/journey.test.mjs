// From reports to a verified pack, with the pointer and the system's own dialogs: what a person does on the first day, in one sitting. The window
// and all its processes are watched the whole time.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { start } from "./harness/app.mjs";
import { dossier } from "./harness/cases.mjs";
import { choose, clipboard, drop, realKey } from "./harness/hand.mjs";
import { made, reports, scratch } from "./harness/places.mjs";
import { story } from "./harness/story.mjs";

const NOTE = "Specimen: fictional case\n\nHalden said on Friday that the campaign against Corvid by operators linked to the Tern lab used exactly 31,000 fraudulent accounts, Orsova Daily reported.\n\nPublished by: Orsova Daily\nPublished on: June 19, 2026\n";

const folder = scratch("journey");
const file = join(folder, "orsova.dossier");
const at = (name) => join(folder, name);
const given = (names, into) => names.map((name) => copy(join(reports, name), join(into ? made(at(into)) : folder, name)));
const copy = (from, to) => (copyFileSync(from, to), to);

const step = story();
let app;
let page;

before(async () => {
  app = await start({ watch: true });
  page = app.page;
});
after(() => app?.close());

const room = (name) => page.click("button", new RegExp(`^${name}`), { within: "nav" });
const names = async (role, name, options) => (await page.all(role, name, options)).map((one) => one.name);
const dialog = { within: "[role=dialog]" };

step("a new dossier is made where the person says", async () => {
  await page.click("button", /^New dossier/);
  await page.fill("Title", "The Orsova case");
  await choose(page, () => page.click("button", "Choose where to keep it"), file);
  await page.sees("Begin with the reports");
  assert.ok(existsSync(file));
});

step("a report is imported by the file dialog", async () => {
  const [report] = given(["01-capital-courier.md"]);
  await choose(page, () => page.click("button", "Import reports"), report);
  await page.the("option", /^Halden accuses Meridian Works of tapping/);
  await page.sees("1 new", "[aria-label=Tasks]");
});

step("reports are imported by dropping them, and the window says what dropping does", async () => {
  await drop(page, given(["02-northern-wire.txt", "03-morning-model.md", "04-lattice-report.md", "05-pasted-note.txt"]), "to import them");
  await page.sees("4 new", "[role=dialog]");
  await page.click("button", "Done", dialog);
  await page.without("dialog");
});

step("a folder is imported, and what is known already is said", async () => {
  given(["02-northern-wire.txt", "06-castor-cloud.md", "07-lowmoor-institute.md", "08-statehouse-circuit.md"], "more");
  await choose(page, () => page.click("button", "Import a folder"), at("more"));
  await page.sees("3 new, 1 already here", "[role=dialog]");
  await page.click("button", "Done", dialog);
});

step("text is imported by pasting it", async () => {
  const taken = await clipboard(page, NOTE);
  await realKey(page, "ctrl+v");
  await page.fill("Name of the source", "Orsova Daily", dialog);
  await page.click("button", "Import", dialog);
  await page.without("dialog");
  await taken();
  await page.until(async () => (await names("option", /waiting$/, { within: "[role=listbox][aria-label=Sources]" })).length === 9, "nine sources that wait to be read");
});

step("a claim is read in its text and accepted", async () => {
  await page.click("option", /^Halden accuses Meridian Works of tapping/);
  await page.click("button", /^Claim C\d+, proposed: via nearly 24,000 fraudulent accounts/);
  const card = "section[aria-label^='Claim ']";
  await page.sees("Said by", card);
  assert.ok(await page.shows("via nearly 24,000 fraudulent accounts", card), "its words are shown");
  await page.click("button", /^Accept/, { within: card });
  await page.the("button", "Accepted 1");
});

step("a claim is rejected with a reason", async () => {
  await page.click("button", /^Claim C2, proposed: Halden/);
  await page.click("button", /^Reject/, { within: "section[aria-label='Claim C2']" });
  await page.fill("Reason", "Said better by another claim", dialog);
  await page.click("button", /^Reject/, dialog);
  await page.the("button", "Rejected 1");
});

step("all that waits in a source is accepted at once, source by source", async () => {
  const sources = { within: "[role=listbox][aria-label=Sources]" };
  const waiting = () => names("option", /waiting$/, sources);
  for (let left = await waiting(); left.length > 0; ) {
    await page.click("option", /waiting$/, sources);
    await page.click("button", /^Accept all/);
    const before = left.length;
    await page.until(async () => (left = await waiting()).length < before, "one source less to wait");
  }
});

step("a suggested pair is joined", async () => {
  await room("Facts");
  await page.click("tab", /^Joins/);
  await page.the("heading", /^Suggestion 1 of/);
  const suggestions = async () => Number((await names("heading", /^Suggestion 1 of/))[0]?.split(" ").at(-1) ?? 0);
  const before = await suggestions();
  await page.click("button", /^Join/, { within: "[aria-label=Decide]" });
  await page.click("button", /^Join/, dialog);
  await page.without("dialog");
  await page.until(async () => (await suggestions()) < before, "one suggestion less");
});

export { app, dossier, execFileSync, readFileSync, readdirSync, writeFileSync };
