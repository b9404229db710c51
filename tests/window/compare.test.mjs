// A later version and a near copy, compared in the window: what was changed is struck and underlined, what was not is folded, by pointer and by keyboard.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { start } from "./harness/app.mjs";
import { violations } from "./harness/axe.mjs";
import { dossier, empty } from "./harness/cases.mjs";
import { story } from "./harness/story.mjs";

const step = story();
const file = empty("The orchard");
let app;
let page;

after(() => app?.close());

const rows = ["Alder", "Briar", "Cedar", "Dunmore", "Elwin", "Farrow", "Glenholt", "Harrow", "Ivel", "Jessop"];
const paragraphs = rows.map((row, at) => `Row ${at + 1}: ${row} stood by the wall in the third week of June, and the warden wrote down the height of each tree.`);

/** Imports an article, and gives its source's id. */
function article(name, publisher, lines, front = "") {
  const path = join(dirname(file), name);
  writeFileSync(path, `---\ntitle: "Notes on the orchard"\npublisher: "${publisher}"\npublished: 2026-06-19\n${front}---\n\nSpecimen: fictional case\n\n${lines.join("\n\n")}\n`);
  return dossier("import", file, path, "--json")[0].source;
}

const first = article("orchard.md", "Orsova Daily", ["The warden counted nearly 24,000 pears.", ...paragraphs]);
const later = article("orchard-corrected.md", "Orsova Daily", ["The warden counted nearly 25,000 pears.", ...paragraphs, "An earlier version gave a lower number."], "updated: 2026-06-21\n");
const copy = article("copy.md", "Northern Wire", [...paragraphs.slice(0, 9), "Northern Wire could not reach the warden."]);
const other = article("pond.md", "Lowfell Post", ["Reeds stood in the pond."], 'url: "https://lowfell.example/pond"\n');

const words = (tag) => page.run((tag) => Array.from(document.querySelectorAll(`.compared ${tag}`), (one) => one.textContent.trim()), tag);
const inHand = () => page.run(() => Array.from(document.querySelectorAll(".compared .current"), (one) => one.textContent.trim()));
const compares = (title) => page.sees(title, ".pane.thing");
const read = (id) => page.until(() => page.run((id) => document.querySelector(".pane.thing .id")?.textContent === id, id), `${id} to be read`);

/** Goes to a source by the filter of the list. */
async function to(id) {
  await page.fill(/^Filter by/, id);
  await page.click("option", /./, { nth: 0, within: ".pane.list" });
  await read(id);
}

step("V in a later version shows what it changed, the rest folded", async () => {
  app = await start({ file });
  page = app.page;
  await to(later);
  await page.keys("v");
  await page.sees(`What ${later} changed of ${first}`, ".pane.thing");
  await page.sees("2 changes", ".pane.thing");
  await page.until(async () => (await words("del"))[0] === "24,000", "the figure that was taken out");
  assert.deepEqual(await words("ins"), ["25,000", "An earlier version gave a lower number."]);
  await page.sees("lines unchanged", ".compared");
  assert.equal(await violations(page), "");
});

step("J and K walk along the changes, and say each", async () => {
  await page.keys("j");
  await page.sees("1 of 2", ".pane.thing");
  assert.deepEqual(await inHand(), ["24,000", "25,000"]);
  assert.match(await page.run(() => document.querySelector(".pane.thing [role=status]").textContent), /“24,000” became “25,000”/);
  await page.keys("j");
  await page.until(async () => (await inHand())[0] === "An earlier version gave a lower number.", "the second change");
  await page.keys("k");
  await page.until(async () => (await inHand())[0] === "24,000", "the first change again");
});

step("a fold opens by its button, and all of them by O", async () => {
  const lines = () => page.run(() => document.querySelectorAll(".compared p").length);
  const before = await lines();
  await page.click("button", /lines unchanged/);
  await page.until(async () => (await lines()) > before, "more lines");
  await page.misses("lines unchanged", ".compared");
  assert.equal(await page.run(() => document.activeElement.className.includes("compared")), true, "the arrows scroll the text");
});

step("Escape leads back to the text, and Back to the comparison", async () => {
  await page.keys("Escape");
  await read(later);
  assert.equal(await page.run(() => document.activeElement.className.includes("reader")), true);
  await page.keys("Alt+ArrowLeft");
  await page.sees(`What ${later} changed of ${first}`, ".pane.thing");
  await page.keys("v");
  await read(later);
});

step("the details tell of versions and near copies, and lead to them", async () => {
  await page.keys("d");
  await page.sees("Revises", ".pane.evidence");
  await page.sees(`Nearly the same as ${copy}`, ".pane.evidence");
  await page.sees("Told, never joined", ".pane.evidence");
  await page.click("button", `Compare with ${copy}`, { within: ".pane.evidence" });
  await page.sees("compared", ".pane.thing");
  await page.sees(`only in ${copy}`, ".pane.thing");
  assert.equal(await violations(page), "");
  await page.click("button", "Compare with another source");
  await page.the("menuitemcheckbox", new RegExp(`^${first}:`));
  await page.click("menuitemcheckbox", new RegExp(`^${first}:`));
  await page.sees(`What ${later} changed of ${first}`, ".pane.thing");
});

step("a claim that is looked at brings the text back", async () => {
  await page.keys("c");
  await read(later);
});

step("the palette compares too, from the earlier version", async () => {
  await to(first);
  await page.keys("Control+k");
  await page.type("what changed");
  await page.keys("Enter");
  await page.sees(`What ${later} changed of ${first}`, ".pane.thing");
  await page.keys("Escape");
});

step("where nothing is like a source, that is said", async () => {
  await to(other);
  await page.keys("v");
  await page.sees(`No other source has nearly the same text as ${other}.`);
});
