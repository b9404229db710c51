// The journey again with the keyboard alone: no pointer, no script that presses anything. What the tests read they read as a person would; what
// they do is key after key. Files are named in the system's own dialogs, also by keyboard.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { start } from "./harness/app.mjs";
import { choose } from "./harness/hand.mjs";
import { made, reports, scratch } from "./harness/places.mjs";
import { story } from "./harness/story.mjs";

const folder = scratch("keyboard");
const at = (name) => join(folder, name);
const step = story();
let app;
let page;

before(async () => {
  app = await start({ watch: true });
  page = app.page;
  // Nothing in this file may use the pointer.
  for (const pointer of ["click", "clickCss", "clickElement", "clickWords", "fill", "point", "press"]) page[pointer] = () => assert.fail(`${pointer} is not of the keyboard`);
});
after(() => app?.close());

const keys = (...presses) => page.keys(...presses);
const names = async (role, name, options) => (await page.all(role, name, options)).map((one) => one.name);

/** Presses Tab (or another key) until what has the focus has this name. */
async function walkTo(name, { key = "Tab", most = 60 } = {}) {
  const passed = [];
  for (let n = 0; n <= most; n += 1) {
    const now = await page.focused();
    if (now && (name instanceof RegExp ? name.test(now.name) : now.name === name)) return now;
    passed.push(now?.name ?? "nothing");
    await keys(key);
  }
  return assert.fail(`${key} does not lead to ${name}; it passes ${passed.join(" | ")}`);
}

/** Does what the palette calls so. */
async function command(words) {
  await keys("Control+k");
  await page.until(async () => (await page.focused())?.name === "Do or find anything", "the palette");
  await page.type(words);
  await page.until(async () => (await page.all("option", new RegExp(`^${words}`, "i"))).some((one) => one.selected === "true"), `“${words}” to be first in the palette`);
  await keys("Enter");
  await page.without("dialog", "Do or find anything");
}

/** Waits until a dialog has the focus in a field, and writes into it in place of what is there. */
async function write(text) {
  await page.until(async () => /textbox|searchbox|combobox/.test((await page.focused())?.role ?? ""), "a field to write in");
  await keys("Control+a");
  await page.type(text);
}

step("a new dossier is made", async () => {
  await keys("Control+n");
  await page.the("dialog", "New dossier");
  await write("The Orsova case");
  await choose(page, () => keys("Enter"), at("orsova.dossier"));
  await page.sees("Begin with the reports");
  await page.without("dialog");
});

step("the key list says what the keys do here", async () => {
  await keys("?");
  await page.the("dialog", "Keys");
  for (const words of ["Import files", "Do or find anything", "Facts", "Search the sources", "Paste text"]) assert.ok(await page.shows(words, "[role=dialog]"), words);
  await keys("Escape");
  await page.without("dialog");
});

step("a folder of reports is imported", async () => {
  const from = made(at("reports"));
  for (const name of ["01-capital-courier.md", "02-northern-wire.txt", "06-castor-cloud.md"]) copyFileSync(join(reports, name), join(from, name));
  await choose(page, () => keys("Control+Shift+i"), from);
  await page.sees("3 new", "[role=dialog]");
  await walkTo("Done");
  await keys("Enter");
  await page.without("dialog");
});

step("a claim is accepted, one rejected with a reason, the rest of a source accepted at once", async () => {
  await keys("j");
  await page.the("button", /^Accept/, { within: "section[aria-label^='Claim ']" });
  await keys("a");
  await page.the("button", "Accepted 1");
  await page.until(async () => (await page.run(() => document.querySelector("section[aria-label^='Claim ']")?.innerText.includes("proposed"))), "the next claim that waits");
  await keys("r");
  await page.the("dialog", /^Reject/);
  await write("Not about this case");
  await keys("Enter");
  await page.the("button", "Rejected 1");
  await ready();
  await keys("Control+Shift+a");
  await page.the("button", "Waiting 0");
});

step("the other sources are read and accepted", async () => {
  for (let n = 0; n < 2; n += 1) {
    const before = await page.run(() => document.querySelector(".pane.thing header")?.innerText);
    await keys("Shift+n");
    await page.until(async () => (await page.run(() => document.querySelector(".pane.thing header")?.innerText)) !== before && (await names("button", /^Waiting [1-9]/, { within: ".pane.evidence" })).length > 0, "the next source that waits");
    await ready();
    await keys("Control+Shift+a");
    await page.the("button", "Waiting 0", { within: ".pane.evidence" });
  }
});

step("a suggested pair is joined", async () => {
  await keys("g", "f");
  await page.the("tab", /^Joins/);
  await keys("v", "v");
  await page.the("heading", /^Suggestion 1 of/);
  const suggestions = async () => Number((await names("tab", /^Joins/))[0].split(" ").at(-1));
  const before = await suggestions();
  await keys("m");
  await page.the("dialog", /^Join/);
  await keys("Enter");
  await page.without("dialog");
  await page.until(async () => (await suggestions()) < before, "one suggestion less");
});

step("the join is undone, and done again", async () => {
  const suggestions = async () => Number((await names("tab", /^Joins/))[0].split(" ").at(-1));
  const before = await suggestions();
  await keys("Control+z");
  await page.until(async () => (await suggestions()) === before + 1, "the suggestion to be back");
  await keys("m");
  await page.the("dialog", /^Join/);
  await keys("Enter");
  await page.until(async () => (await suggestions()) === before, "the join");
});

step("names of one party are joined, and the join is undone", async () => {
  await keys("v");
  await page.the("heading", "Party");
  const parties = async () => Number((await names("tab", /^Parties/))[0].split(" ").at(-1));
  const before = await parties();
  await keys("m");
  await page.the("dialog", /^Join \d+ names/);
  await keys("Enter");
  await page.without("dialog");
  await page.until(async () => (await parties()) < before, "one party less");
  await keys("Control+z");
  await page.until(async () => (await parties()) === before, "the parties to be back");
});

step("a fact is found by filter, and its value adopted with a reason", async () => {
  await keys("v");
  await page.the(FIELD, "Filter facts");
  await find("26,000 accounts");
  await page.sees("approximately 26,000 accounts", ".pane.thing");
  await keys("a");
  await page.the("dialog", /^Adopt/);
  await write("It is the original's own figure");
  await keys("Enter");
  await page.without("dialog");
  await page.sees("It is the original's own figure", ".pane.evidence");
});

step("how credible it is, is graded with a reason", async () => {
  await keys("c");
  await page.until(() => page.run(() => document.querySelector("[role=menu] [data-highlighted]")?.textContent.includes("probably true")), "the first grade that one origin allows");
  await keys("Enter");
  await page.the("dialog", /^Grade F\d+ as 2/);
  await keys("ArrowDown", "Enter");
  await page.without("dialog");
  await page.sees("2, probably true", ".pane.thing");
});

step("a claim is split off its fact, and that is undone", async () => {
  await keys("f", "Escape", "ArrowDown", "Home");
  const claims = () => page.run(() => Number(document.querySelector(".pane.thing").innerText.match(/(\d+) claims? from/)?.[1]));
  await page.until(async () => {
    if ((await claims()) > 1) return true;
    await keys("ArrowDown");
    return false;
  }, "a fact with several claims");
  const before = await claims();
  await keys("Enter");
  await page.until(async () => /^Choose C\d+/.test((await page.focused())?.name ?? ""), "the first claim to have the focus");
  await keys("Space", "s");
  await page.the("dialog", /^Split/);
  await write("They are of different times");
  await keys("Enter");
  await page.until(async () => (await claims()) === before - 1, "one claim less in the fact");
  await keys("Control+z");
  await page.until(async () => (await claims()) === before, "the claim to be back");
});

step("the charts are walked fact by fact, and lead to them", async () => {
  await keys("g", "t");
  await spots();
  await keys("]");
  await page.until(async () => (await page.all("tab", "Targeting"))[0]?.selected === "true", "the next chart");
  await page.sees("is said to have targeted", ".picture");
  await spots();
  await keys("[");
  await page.until(async () => (await page.all("tab", "Timeline"))[0]?.selected === "true", "the chart before");
  // The chart before stays until the new one is drawn.
  await page.sees("Timeline of the alleged", ".picture");
  await spots();
  await keys("j");
  await page.until(() => page.run(() => document.activeElement.matches(".spot") && document.querySelector("[role=tooltip]")?.innerText.length > 20), "the first fact's card");
  await keys("ArrowRight");
  const fact = await page.run(() => document.activeElement.dataset.fact);
  await keys("Enter");
  await page.sees(fact, ".pane.thing");
  await keys("Alt+ArrowLeft");
  await spots();
});

step("a chart is filtered and exported", async () => {
  const before = await page.run(() => document.querySelectorAll(".spot").length);
  await keys("f");
  await walkTo(/^Measure, /);
  await keys("Space");
  await page.until(async () => (await page.run(() => document.querySelectorAll(".spot").length)) < before, "fewer facts on the chart");
  await keys("Escape");
  await page.until(() => page.run(() => !document.querySelector(".filter-panel")), "the filter to close");
  await keys("Shift+f");
  await page.until(() => page.run((before) => document.querySelectorAll(".spot").length === before, before), "all facts again");
  await choose(page, () => keys("e", "c"), at("timeline.csv"));
  await page.until(() => existsSync(at("timeline.csv")), "the file");
  assert.ok(readFileSync(at("timeline.csv"), "utf8").split("\n").length > 2);
});

step("measures are read, and a letter is begun from a recipient", async () => {
  await keys("g", "m");
  await page.the("tab", /^Recipients [1-9]/);
  await keys("]");
  await page.until(async () => (await page.all("tab", /^Recipients/))[0]?.selected === "true", "the recipients");
  await keys("d");
  await page.the("dialog", "New document");
  await walkTo("Name in the dossier");
  await write("letter");
  await walkTo("Write the letter");
  await keys("Enter");
  await page.without("dialog");
  await page.sees("24,000", TEXT);
});

step("a sentence is made to say more than its fact, found out, and mended", async () => {
  await walkTo("Text of the document");
  await keys("Control+Home");
  const rests = () => page.run(() => document.querySelector("[aria-label='What these words rest on']")?.innerText ?? "");
  for (let n = 0; n < 80 && !/24,000/.test(await rests()); n += 1) await keys("Control+ArrowRight");
  assert.match(await rests(), /24,000/);
  await keys("F2");
  await page.the("dialog", "Change the words");
  await write("24,127 fraudulent accounts");
  await keys("Enter");
  await page.without("dialog");
  await page.sees("24,127", TEXT);
  await page.the("button", /More exact than its fact/, { within: "[aria-label='Findings in the text']" });
  for (let n = 0; n < 30; n += 1) {
    await keys("F8");
    if (await page.run(() => document.querySelector(".findings .chosen")?.innerText.includes("24,127"))) break;
  }
  await keys("Control+.");
  await page.misses("24,127", TEXT);
  await page.misses("More exact than its fact", "[role=region][aria-label=Findings]");
});

step("words are bound to another fact with the key of a bold letter", async () => {
  await walkTo("Text of the document", { key: "Shift+Tab" });
  await keys("Control+Home");
  const rests = () => page.run(() => document.querySelector("[aria-label='What these words rest on']")?.innerText ?? "");
  for (let n = 0; n < 80 && !/^Fact F\d+/.test(await rests()); n += 1) await keys("Control+ArrowRight");
  assert.match(await rests(), /^Fact F\d+/);
  await keys("Control+b");
  await page.the("dialog", /^Bind “/);
  await keys("Escape");
  await page.without("dialog");
  assert.equal((await page.focused())?.name, "Text of the document");
});

step("a draft is published", async () => {
  await keys("Control+p");
  await page.the("dialog", /^Publish/);
  await walkTo("Save the draft");
  await choose(page, () => keys("Enter"), at("draft.pdf"));
  await page.the("heading", "Published");
  await walkTo("Done");
  await keys("Enter");
  await page.without("dialog");
  assert.match(execFileSync("pdftotext", ["-raw", at("draft.pdf"), "-"], { encoding: "utf8" }), /Meridian Works/);
});

step("its pack is made and verified", async () => {
  await keys("Alt+6");
  await page.until(async () => (await page.all("button", /^Make the pack/))[0]?.disabled === false, "the pack to be possible");
  await choose(page, () => keys("Control+Enter"), at("pack.zip"));
  await page.sees("Evidence root", "[aria-label='The pack that was made']");
  await choose(page, () => keys("v"), at("pack.zip"));
  await page.sees("Whole and unchanged", ".pane.thing");
});

step("anything is done by its name in the palette, and found by words of its text", async () => {
  await command("Go to Timeline");
  await page.the("heading", "Timeline");
  await keys("Control+f");
  await write("residential proxies");
  await page.until(async () => (await names("option", /residential proxies/, { within: "[role=dialog]" })).length > 0, "where the words stand");
  await keys("Enter");
  await page.without("dialog");
  await page.sees("residential proxies", ".pane.thing");
});

step("the window complained of nothing, and no connection was tried", async () => {
  assert.deepEqual(await page.complaints(), []);
  assert.deepEqual(app.connections(), []);
});

const FIELD = ["textbox", "searchbox"];
const TEXT = "[aria-label='Text of the document']";

/** Filters the facts and goes to the first of those left. */
async function find(words) {
  if ((await page.focused())?.name !== "Filter facts") await keys("f");
  await page.until(async () => (await page.focused())?.name === "Filter facts", "the filter to have the focus");
  await write(words);
  await page.until(async () => {
    const left = await names("option", undefined, { within: "[role=listbox][aria-label=Facts]" });
    return left.length > 0 && left.every((name) => name.includes(words));
  }, `only facts with “${words}”`);
  await keys("ArrowDown", "Home");
}

/** While one decision is being written, the next is not taken. */
const ready = () => page.until(async () => (await page.all("button", /^Accept all/))[0]?.disabled === false, "the last decision to be written");

const spots = () => page.until(() => page.run(() => document.querySelectorAll(".spot").length > 0), "facts on the chart");
