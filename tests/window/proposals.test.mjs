// Claims from a tool and a colleague, taken in by the window: what landed and what was refused is said line by line, and what landed is judged.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { start } from "./harness/app.mjs";
import { violations } from "./harness/axe.mjs";
import { dossier, specimen } from "./harness/cases.mjs";
import { choose, drop } from "./harness/hand.mjs";
import { story } from "./harness/story.mjs";

const file = specimen();
const at = (name) => join(dirname(file), name);
const step = story();
const dialog = { within: "[role=dialog]" };
let app;
let page;

after(() => app?.close());

const said = { source: "S2", kind: "statement", subject: "Halden", property: "what it does not say", hedge: "asserted", speakers: ["Northern Wire"] };
const words = "Halden does not say that Meridian Works' management ordered the activity";
const lines = [
  { ...said, value: words, quotes: [{ text: words }], proposer: "B. Okafor" },
  { ...said, value: "does not say who ordered the activity", quotes: [{ text: words }], proposer: "reader 2.1" },
  { ...said, value: "said that its management ordered it", quotes: [{ text: "Halden says that its management ordered it" }], proposer: "reader 2.1" },
];
const given = (name, text) => {
  writeFileSync(at(name), text);
  return at(name);
};
const jsonl = (rows) => rows.map((row) => JSON.stringify(row)).join("\n");
const elsewhere = () => dossier("claims", file, "--json").filter((claim) => claim.proposer === "B. Okafor" || claim.proposer === "reader 2.1");
const inHand = () => page.run(() => document.querySelector("section[aria-label^='Claim ']")?.getAttribute("aria-label").slice(6) ?? null);

step("the palette takes in a file: what landed is proposed, and the refused line says where, why and what to do", async () => {
  app = await start({ file });
  page = app.page;
  await page.the("option", /Northern Wire/);
  const from = given("claims.jsonl", jsonl(lines));
  await page.keys("Control+k");
  await page.type("take in");
  await choose(page, () => page.keys("Enter"), from);
  await page.sees("2 claims proposed, 1 line refused", "[role=dialog]");
  await page.sees("Line 3", "[role=dialog]");
  await page.sees("Quote 1: the quote is not verbatim", "[role=dialog]");
  await page.sees("Mend these lines in a file of their own", "[role=dialog]");
  await page.sees("By B. Okafor and reader 2.1", "[role=dialog]");
  assert.deepEqual(elsewhere().map((claim) => claim.state), ["proposed", "proposed"]);
  assert.equal(await violations(page), "");
});

step("the refused lines are copied, each with its reason", async () => {
  await page.click("button", "Copy the refused lines", dialog);
  await page.sees("1 refused line copied", "[aria-label=Messages]");
});

step("“Judge them” leads to the first that landed, among those from elsewhere alone", async () => {
  await page.click("button", "Judge them", dialog);
  await page.without("dialog");
  const [first, second] = elsewhere().map((claim) => claim.id);
  await page.until(async () => (await inHand()) === first, "the first claim in hand");
  await page.sees("Proposed by anyone but the rules", ".pane.evidence");
  await page.sees("B. Okafor", "section[aria-label^='Claim ']");
  await page.keys("a");
  await page.until(async () => (await inHand()) === second, "the second claim in hand");
  await page.until(() => elsewhere()[0].state === "accepted", "the acceptance to be written");
  await page.keys("r");
  await page.the("dialog", /^Reject/);
  await page.keys("Enter");
  await page.without("dialog");
  await page.until(() => elsewhere()[1].state === "rejected", "the rejection to be written");
  assert.equal(await inHand(), null, "nobody else's claims follow unasked");
});

step("Enter goes on with the claims of the others", async () => {
  await page.the("button", /^Judge the other \d+ claims$/);
  await page.keys("Enter");
  await page.until(async () => (await inHand()) !== null, "a claim in hand");
  await page.misses("Proposed by anyone but the rules", ".pane.evidence");
});

step("claims of one proposer are listed alone", async () => {
  await page.click("button", "Whose claims are listed");
  await page.click("menuitemcheckbox", /^reader 2\.1/);
  await page.sees("Proposed by reader 2.1", ".pane.evidence");
  assert.equal((await page.all("option", undefined, { within: ".pane.evidence" })).length, 1);
  await page.click("button", "List the claims of anyone");
});

step("a dropped file of proposals is taken in and is no report, an empty one is told", async () => {
  const sources = dossier("sources", file, "--json").length;
  await drop(page, [given("none.jsonl", "\n")], "taken in to be judged");
  await page.sees("none.jsonl is empty", "[aria-label=Messages]");
  await drop(page, [given("notes.jsonl", "It was a quiet day.\nNobody came.\n")], "taken in to be judged");
  await page.sees("No claim proposed, 2 lines refused", "[role=dialog]");
  await page.sees("No line of notes.jsonl is a claim", "[role=dialog]");
  await page.click("button", "Done", dialog);
  await page.without("dialog");
  assert.equal(dossier("sources", file, "--json").length, sources);
});

step("the window complained of nothing", async () => assert.deepEqual(await page.complaints(), []));
