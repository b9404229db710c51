// From reports to a verified pack, with the pointer and the system's own dialogs: what a person does on the first day, in one sitting. The window
// and all its processes are watched the whole time.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
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
  await page.click("button", /^Claim.* proposed: (via )?nearly 24,000/);
  const card = "section[aria-label^='Claim ']";
  await page.sees("Said by", card);
  assert.ok(await page.shows("nearly 24,000 fraudulent accounts", card), "its words are shown");
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
  const suggestions = async () => Number((await names("heading", /^Suggestion \d+ of/))[0]?.split(" ").at(-1) ?? 0);
  const before = await suggestions();
  await page.click("option", /nearly 24,000 accounts · /);
  await page.the("button", /^nearly 24,000 accounts/, { within: ".pane.thing" });
  await page.click("button", /^Join/, { within: "[aria-label=Decide]" });
  await page.click("button", /^Join/, dialog);
  await page.without("dialog");
  await page.until(async () => (await suggestions()) < before, "one suggestion less");
});

step("a claim is split off its fact, and that is undone", async () => {
  await page.click("tab", /^Facts/);
  await page.fill("Filter facts", "24,000 accounts");
  await page.click("option", /24,000 accounts .* claims/);
  const count = () => page.run(() => Number(document.querySelector(".pane.thing").innerText.match(/(\d+) claims? from/)?.[1]));
  await page.until(async () => (await count()) > 1, "a fact with several claims");
  const before = await count();
  const [last] = (await names("checkbox", /^Choose C\d+/)).slice(-1);
  await page.click("checkbox", last);
  await page.click("button", /^Split off/, { within: "[aria-label='Chosen claims']" });
  await page.fill("Reason", "They count different things", dialog);
  await page.click("button", /^Split off/, dialog);
  await page.until(async () => (await count()) === before - 1, "one claim less in the fact");
  // The message of the act before may still stand: each takes back its own.
  const messages = "[aria-label=Messages] .toast:last-child";
  await page.sees("plit", messages);
  await page.click("button", "Undo", { within: messages });
  await page.until(async () => (await count()) === before, "the claim to be back");
});

step("a value is adopted with a reason, and stands in the record", async () => {
  await page.click("checkbox", /^Choose C\d+: nearly 24,000 accounts/);
  await page.click("button", /^Adopt/, { within: "[aria-label='Chosen claims']" });
  await page.fill("Reason", "It is the original's own figure", dialog);
  await page.click("button", /^Adopt/, dialog);
  await page.without("dialog");
  await page.sees("It is the original's own figure", ".pane.evidence");
  assert.ok(dossier("judgements", file, "--json").some((row) => row.kind === "adopt" && row.reason === "It is the original's own figure" && row.actor === "Ada Reyes"));
});

step("a conflict is seen with both sides and why", async () => {
  await page.click("tab", /^Conflicts/);
  await page.click("option", /exactly 31,000 accounts/);
  await page.the("heading", /^Conflict \d+ of/);
  await page.sees("exactly 31,000", ".pane.thing");
  await page.sees("no number is in both", ".pane.thing");
  await page.click("button", /^Different things/);
  await page.fill("Reason", "They count different things", dialog);
  await page.click("button", /^They are different things/, dialog);
  await page.without("dialog");
});

step("the last act is undone from the rail, and the conflict is back", async () => {
  await page.misses("exactly 31,000", ".pane.list");
  await page.click("button", /^Undo: /);
  await page.sees("exactly 31,000", ".pane.list");
});

for (const chart of ["Timeline", "Targeting"]) {
  step(`the ${chart.toLowerCase()} chart shows a fact under the pointer and leads to it`, async () => {
    await room("Timeline");
    await page.click("tab", chart);
    await page.until(() => page.run((chart) => document.querySelector(".picture")?.getAttribute("aria-label") && document.querySelector(`[role=tab][aria-selected=true]`).innerText === chart && document.querySelectorAll(".spot").length > 0, chart), "spots on the chart");
    await page.settled();
    const box = await page.run(() => {
      const spot = document.querySelector(".spot[data-fact]");
      spot.scrollIntoView({ block: "center" });
      const { x, y, width, height } = spot.getBoundingClientRect();
      return { x: x + Math.min(width / 2, 60), y: y + height / 2, fact: spot.dataset.fact };
    });
    await page.point(box.x, box.y);
    await page.until(() => page.run(() => document.querySelector("[role=tooltip]")?.innerText.length > 20), "the fact's card");
    await page.press(box.x, box.y);
    await page.sees(box.fact, ".pane.thing");
  });
}

step("a chart is filtered", async () => {
  await room("Timeline");
  await page.click("tab", "Timeline");
  await page.until(() => page.run(() => document.querySelectorAll(".spot").length > 3), "the chart");
  const before = await page.run(() => document.querySelectorAll(".spot").length);
  await page.click("button", "Filter");
  await page.click("checkbox", /^measure, /i);
  await page.until(async () => {
    const now = await page.run(() => document.querySelectorAll(".spot").length);
    return now > 0 && now < before;
  }, "fewer facts on the chart");
  await page.click("checkbox", /^measure, /i);
  await page.keys("Escape");
  await page.until(() => page.run((before) => document.querySelectorAll(".spot").length === before, before), "all facts again");
});

for (const [words, end, right] of [
  ["SVG", "svg", (bytes) => /<svg[\s\S]*<\/svg>/.test(bytes.toString()) && bytes.toString().includes("March")],
  ["PNG", "png", (bytes) => bytes.subarray(1, 4).toString() === "PNG" && bytes.readUInt32BE(16) > 500],
  ["CSV", "csv", (bytes) => bytes.toString().trim().split("\n").length > 5 && /^[^\n]*fact/.test(bytes.toString())],
]) {
  step(`a chart is exported as ${words}`, async () => {
    await page.click("button", "Export");
    await choose(page, () => page.click("menuitem", new RegExp(words)), at(`timeline.${end}`));
    await page.until(() => existsSync(at(`timeline.${end}`)), "the file");
    await page.sees(`timeline.${end}`);
    assert.ok(right(readFileSync(at(`timeline.${end}`))), `the ${words} is right`);
  });
}

step("measures show what supports and what undercuts them, and recipients what fits them", async () => {
  await room("Measures");
  await page.click("option", /^Sanctions amendment/);
  await page.the("heading", /Sanctions amendment/);
  assert.ok((await names("button", /approximately|nearly|24,000|origin/, { within: ".pane.thing" })).length > 2, "facts stand under the elements");
  await page.click("tab", /^Recipients/);
  await page.click("option", /Senate Committee on Banking/);
  await page.the("heading", /Senate Committee on Banking/);
});

step("a letter is written from the facts", async () => {
  await room("Documents");
  await page.click("button", /^New document/, { within: ".pane.thing" });
  await page.the("dialog", "New document");
  await page.fill("Name in the dossier", "letter", dialog);
  await page.click("button", "Write the letter", dialog);
  await page.without("dialog");
  await page.the("textbox", "Text of the document");
  await page.sees("24,000", TEXT);
  await page.until(async () => /^Pages \d+/.test((await names("tab", /^Pages/))[0] ?? ""), "its pages");
  await page.until(() => page.run(() => document.querySelector("[aria-label='Pages as they will print'] img")?.naturalWidth > 100), "the first page as it will print");
});

const TEXT = "[aria-label='Text of the document']";
let words;

step("a sentence that says more than its fact is found out", async () => {
  words = await page.run((css) => Array.from(document.querySelectorAll(`${css} .bound`), (one) => one.innerText.trim()).find((text) => /24,000/.test(text)), TEXT);
  assert.ok(words, "the letter gives the accounts");
  await page.clickWords("24,000", TEXT);
  await page.click("button", "Change the words");
  await page.fill("Words", "24,127 fake accounts", dialog);
  await page.click("button", /^Change/, dialog);
  await page.sees("24,127", TEXT);
  await page.click("tab", /^Findings/);
  await page.sees("More exact than its fact", FINDINGS);
  await page.the("button", /^\d+ errors? in .*More exact than its fact/, { within: "[aria-label='Findings in the text']" });
});

const FINDINGS = "[role=region][aria-label=Findings]";

step("the finding leads to its place, its fix is applied, and it is gone", async () => {
  await page.click("button", /More exact than its fact/, { within: "[aria-label='Findings in the text']" });
  await page.until(() => page.run(() => document.querySelector(".findings .chosen")?.innerText.includes("24,127")), "the finding to be chosen");
  await page.click("button", "Fix", { within: `${FINDINGS} .chosen` });
  await page.misses("More exact than its fact", FINDINGS);
  await page.misses("24,127", TEXT);
  await page.sees("24,000", TEXT);
});

step("a final is refused, with what it lacks", async () => {
  await page.click("button", "Publish");
  await page.click("radio", /^Final/, dialog);
  await page.sees("It cannot be final yet", "[role=dialog]");
  await page.sees("The office lacks", "[role=dialog]");
  assert.ok((await page.all("button", "Sign as final", dialog))[0].disabled);
});

step("a draft is published as PDF, and says that it is one", async () => {
  await page.click("radio", /^Draft/, dialog);
  await choose(page, () => page.click("button", "Save the draft", dialog), at("draft.pdf"));
  await page.the("heading", "Published");
  await page.click("button", "Done", dialog);
  const text = pdf("draft.pdf");
  assert.match(text, /Meridian Works/);
  assert.match(text, /24,000/);
  assert.ok(isMarked("draft.pdf"), "the watermark is there");
});

step("once the office is complete, a final is signed", async () => {
  await page.click("button", "Office of the sender");
  for (const [label, text] of [
    ["Name", "Office of Public Policy"],
    ["Line under the name", "Halden AI, Inc."],
    ["Address, a line each", "1 Harbor Street"],
    ["Signatory", "Ada Reyes"],
    ["Title of the signatory", "Head of Policy"],
    ["Contact for questions", "policy@halden.example"],
  ])
    await page.fill(label, text, dialog);
  await page.click("button", "Save", dialog);
  await page.without("dialog");
  await page.click("button", "Publish");
  await page.click("radio", /^Final/, dialog);
  await page.until(async () => !(await page.all("button", "Sign as final", dialog))[0]?.disabled, "the final to be allowed");
  await page.click("button", "Sign as final", dialog);
  await page.sees("You sign this document as Ada Reyes", "[role=dialog]");
  await choose(page, () => page.click("button", "Sign and save", dialog), at("letter.pdf"));
  await page.the("heading", "Signed and published");
  const text = pdf("letter.pdf");
  assert.match(text, /Office of Public Policy/);
  assert.ok(!isMarked("letter.pdf"), "a final has no watermark");
});

step("its pack is made", async () => {
  await page.click("button", "Make its pack", dialog);
  await page.the("button", /^Make the pack/);
  await page.until(async () => !(await page.all("button", /^Make the pack/))[0].disabled, "the pack to be possible");
  await choose(page, () => page.click("button", /^Make the pack/), at("pack.zip"));
  await page.sees("Evidence root", "[aria-label='The pack that was made']");
  assert.ok(existsSync(at("pack.zip")));
});

step("the pack is verified by dropping it", async () => {
  await drop(page, [at("pack.zip")], "Drop a pack to verify it");
  await page.sees("Whole and unchanged", ".pane.thing");
});

step("a byte changed in a copy is reported", async () => {
  const bytes = readFileSync(at("pack.zip"));
  // In the middle of what an exhibit says, not in its name: the zip itself stays readable.
  const middle = bytes.indexOf("Halden", Math.floor(bytes.length / 4));
  const place = middle > 0 ? middle : Math.floor(bytes.length / 2);
  bytes[place] ^= 1;
  writeFileSync(at("altered.zip"), bytes);
  await choose(page, () => page.click("button", "Verify a file"), at("altered.zip"));
  await page.the("heading", "altered.zip");
  await page.sees("Not as it was made", ".pane.thing");
  assert.ok((await page.run(() => document.querySelectorAll("[aria-label=Problems] li").length)) > 0, "the problem is named");
});

step("the window complained of nothing, and no connection was tried", async () => {
  assert.deepEqual(await page.complaints(), []);
  assert.deepEqual(app.connections(), []);
  assert.equal(app.said(), "");
});

const pdf = (name) => execFileSync("pdftotext", ["-raw", at(name), "-"], { encoding: "utf8" });
/** The watermark stands aslant, letter by letter. */
const isMarked = (name) => /^D\nR\nA\nF\nT$/m.test(pdf(name));
