// The review queue by keyboard alone: a source is judged claim by claim with everything that can be done to one, a hundred claims are accepted in
// a row, and what the page says is judged is there when the window was killed in the middle.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { start } from "./harness/app.mjs";
import { dossier, queued } from "./harness/cases.mjs";
import { story } from "./harness/story.mjs";

const file = queued();
const step = story();
let app;
let page;

after(() => app?.close());

const keys = (...presses) => page.keys(...presses);
const claims = () => dossier("claims", file, "--json");
const mine = () => claims().filter((claim) => claim.proposer === "Ada Reyes");
/** What the head of the queue says: [judged, of how many]. */
const progress = () =>
  page.run(() => {
    const words = document.querySelector(".pane.evidence [role=status]")?.innerText ?? "";
    const [, judged, total] = /^(\d+) of (\d+) judged$/.exec(words) ?? [];
    if (judged) return [Number(judged), Number(total)];
    const all = /^All (\d+) judged$/.exec(words)?.[1];
    return all ? [Number(all), Number(all)] : [0, Number(/^(\d+) to judge$/.exec(words)?.[1] ?? -1)];
  });
const judged = (count) => page.until(async () => (await progress())[0] === count, `${count} claims to be judged`);
/** The id of the claim in hand. */
const inHand = () => page.run(() => document.querySelector("section[aria-label^='Claim ']")?.getAttribute("aria-label").slice(6) ?? null);
const form = (name) => page.until(() => page.run((name) => document.querySelector("section.form")?.getAttribute("aria-label").startsWith(name), name), `the form “${name}”`);
const noForm = () => page.until(() => page.run(() => !document.querySelector("section.form, section.merge, section.choose")), "the form to close");
const focused = (name) => page.until(async () => (await page.focused())?.name.startsWith(name), `${name} to have the focus`);
/** What is outlined in the text. */
const outlined = () => page.run(() => Array.from(document.querySelectorAll(".reader .outlined"), (one) => one.textContent).join(""));

step("Enter on a source folds the list away and takes its first claim in hand, its words outlined in the text", async () => {
  app = await start({ file });
  page = app.page;
  for (const pointer of ["click", "clickCss", "clickElement", "clickWords", "fill", "point", "press"]) page[pointer] = () => assert.fail(`${pointer} is not of the keyboard`);
  await page.the("option", /^Notes on the orchard/);
  await page.until(async () => (await page.focused())?.role === "listbox", "the list of sources to have the focus");
  await keys("Home", "Enter");
  await page.until(async () => (await inHand()) !== null, "a claim in hand");
  assert.equal(await outlined(), "Baskets of pears");
  assert.deepEqual(await progress(), [0, 104]);
  assert.ok(await page.shows("Bo Lindqvist", "section[aria-label^='Claim ']"), "who proposed it is shown");
});

step("the keys stand at the foot, and all of them in the key list", async () => {
  assert.ok(await page.shows("accept", "[aria-label=Keys]"));
  await keys("?");
  for (const words of ["Next claim that waits", "Edit the claim", "Split the claim", "Merge the claim with its duplicates", "Accept 2 counts that wait here, in bulk"]) await page.sees(words, "[role=dialog]");
  await keys("Escape");
  await page.without("dialog");
});

step("duplicates are merged, on the words of both", async () => {
  await keys("m");
  await page.the("option", /Pears|pears/, { within: "section.merge" });
  assert.equal(await page.run(() => document.querySelector("section.merge [role=option]").getAttribute("aria-selected")), "true");
  await keys("Enter");
  await noForm();
  await judged(1);
  const [merged] = mine();
  assert.deepEqual(merged.quotes.map((quote) => quote.text), ["Baskets of pears", "Pears in baskets"]);
  assert.equal(merged.state, "accepted");
  assert.deepEqual(await progress(), [1, 103]);
});

step("a claim that names two is split in two", async () => {
  assert.equal(await outlined(), "Ladders and ropes");
  await keys("s");
  await form("Split");
  await focused("What");
  assert.equal((await page.focused()).value, "ladders");
  await keys("Alt+ArrowDown");
  await page.until(async () => (await page.focused())?.value === "ropes", "the second part");
  await keys("Enter");
  await noForm();
  await judged(3);
  assert.deepEqual(mine().slice(1).map((claim) => claim.value), ["ladders", "ropes"]);
});

step("an edit that does not hold says why at its field, and is kept when it does, beside what was proposed", async () => {
  await page.until(async () => (await outlined()) === "lay about", "the amount in hand");
  await keys("e");
  await form("Edit");
  await focused("Amount");
  assert.equal((await page.focused()).value, "31 million");
  await page.type("plenty");
  await keys("Enter");
  await page.sees("Write a figure such as 24,000", "section.form");
  await keys("Control+a");
  await page.type("nearly 28.8 million");
  await page.sees("28,800,000", "section.form");
  await keys("Tab", "Tab", "Tab", "Tab");
  await focused("When");
  await page.type("2026-06-05/2026-04-22");
  await keys("Enter");
  await page.sees("It ends before it starts", "section.form");
  await keys("Control+a");
  await page.type("22 April to 5 June 2026");
  await keys("Enter");
  await noForm();
  await judged(4);
  const edited = mine().at(-1);
  assert.deepEqual([edited.value, edited.bound, edited.period, edited.state], ["28800000", "below", "2026-04-22/2026-06-05", "accepted"]);
  assert.equal(claims().find((claim) => claim.value === "31000000").state, "superseded");
});

step("the edited claim shows both", async () => {
  await keys("ArrowUp");
  await page.sees("Edited by Ada Reyes", "section[aria-label^='Claim ']");
  await page.sees("Bo Lindqvist proposed", "section[aria-label^='Claim ']");
  await page.sees("31 million", "section[aria-label^='Claim ']");
});

step("undo brings the proposal back, and the edit is made again", async () => {
  await keys("u");
  await judged(3);
  await page.until(async () => (await outlined()) === "lay about", "the amount in hand again");
  await keys("e");
  await form("Edit");
  await page.type("26 million");
  await keys("Enter");
  await noForm();
  await judged(4);
});

step("a claim is accepted, one is rejected with one of the usual reasons", async () => {
  await keys("a");
  await judged(5);
  const id = await inHand();
  await keys("r");
  await page.the("dialog", /^Reject/);
  await page.until(async () => (await page.focused())?.role === "textbox", "the reason");
  await keys("ArrowDown", "ArrowDown", "Enter");
  await page.without("dialog");
  await judged(6);
  assert.equal(claims().find((claim) => claim.id === id).state, "rejected");
  assert.ok(dossier("judgements", file, "--json").some((row) => row.kind === "reject" && row.reason === "Wrong figure"));
});

step("words are walked to and become a claim, about what stands beside them", async () => {
  await keys("n");
  await page.until(() => page.run(() => document.querySelector("section.choose") !== null), "the words to choose");
  await keys("ArrowUp", "ArrowUp", "ArrowUp");
  for (let n = 0; n < 40 && (await outlined()) !== "Nobody"; n += 1) await keys("ArrowUp");
  await keys("Shift+ArrowDown", "Shift+ArrowLeft");
  assert.equal(await outlined(), "Nobody minded the owls");
  await keys("Enter");
  await form("New claim");
  await focused("What");
  await keys("Enter");
  await noForm();
  await judged(7);
  const added = mine().at(-1);
  assert.deepEqual([added.kind, added.quotes[0].text, added.state], ["statement", "Nobody minded the owls", "accepted"]);
});

step("what is left half written is put away, with a way back", async () => {
  await keys("e");
  await form("Edit");
  await page.type("Nobody minded anything");
  await keys("Escape");
  await noForm();
  await page.sees("were put away", "[aria-label=Messages]");
});

step("a hundred claims wait for nothing: ninety keys are ninety decisions", async () => {
  await keys("j");
  const before = (await progress())[0];
  const since = performance.now();
  await keys(...Array.from({ length: 90 }, () => "a"));
  await judged(before + 90);
  const seconds = (performance.now() - since) / 1000;
  assert.ok(seconds < 60, `ninety decisions took ${seconds.toFixed(1)} s`);
  assert.equal(claims().filter((claim) => claim.state === "accepted" && claim.kind === "act").length, 91);
  assert.ok(claims().every((claim) => claim.kind !== "act" || !claim.bulk));
});

step("the rest of a kind is accepted at once and marked so", async () => {
  const left = claims().filter((claim) => claim.kind === "act" && claim.state === "proposed" && claim.source === "S1").length;
  assert.ok(left > 2);
  await keys("Shift+a");
  await page.sees(`${left} acts accepted in bulk`, "[aria-label=Messages]");
  await page.sees("Every claim here is judged", ".pane.evidence");
  assert.equal(claims().filter((claim) => claim.bulk).length, left);
});

step("the end of a source offers the next, and Enter goes on", async () => {
  await page.sees("Notes on the pond", ".pane.evidence");
  await keys("Enter");
  await page.until(async () => (await outlined()) === "Reeds stood", "the first claim of the next source");
  assert.deepEqual(await progress(), [0, 3]);
  await keys("Escape", "Escape");
  await page.the("option", /^Notes on the orchard.*All \d+ judged/);
  await page.the("option", /^Notes on the pond.*3 to judge/);
});

step("the window complained of nothing", async () => assert.deepEqual(await page.complaints(), []));

test("a window that is killed in the middle of judging loses nothing that it said was judged", async () => {
  const file = queued();
  const first = await start({ file });
  let said;
  try {
    page = first.page;
    await page.until(async () => (await page.focused())?.role === "listbox", "the list of sources to have the focus");
    await keys("Home", "Enter");
    await page.until(async () => (await inHand()) !== null, "a claim in hand");
    await keys("e");
    await form("Edit");
    await page.type("26,000");
    await keys("Enter");
    await noForm();
    await keys(...Array.from({ length: 20 }, () => "a"));
    await page.until(async () => (await progress())[0] > 8, "some to be judged");
    [said] = await progress();
    process.kill(windowOf(file), "SIGKILL");
  } finally {
    await first.close();
  }
  const judgedNow = dossier("claims", file, "--json").filter((claim) => claim.state === "accepted").length;
  assert.ok(judgedNow >= said, `${judgedNow} of ${said} are there`);
  assert.ok(dossier("claims", file, "--json").some((claim) => claim.value === "26000" && claim.state === "accepted"), "the edit is there");
  assert.equal(dossier("verify", file, "--json").ok, true);
  const second = await start({ file });
  try {
    page = second.page;
    await page.the("option", new RegExp(`^Notes on the orchard.*${judgedNow} of \\d+ judged`));
    await keys("Home", "Enter");
    await page.until(async () => (await inHand()) !== null, "the next claim in hand");
    await keys("a");
    await judged(judgedNow + 1);
  } finally {
    await second.close();
  }
});

/** The process of the window that has this file open. */
function windowOf(file) {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
      if (words.includes(file) && /dossier-desktop$/.test(words[0])) return Number(id);
    } catch {
      // It ended meanwhile.
    }
  }
  throw new Error(`no window has ${file} open`);
}
