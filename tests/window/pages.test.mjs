// A PDF as it looks, in place of its text: at the page where one reads, turned by keys, with the claim in hand, and of a scan without text.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { start } from "./harness/app.mjs";
import { violations } from "./harness/axe.mjs";
import { dossier, empty } from "./harness/cases.mjs";
import { story } from "./harness/story.mjs";

const step = story();
const file = empty("Pages");
let app;
let page;

after(() => app?.close());

/** A PDF of pages that hold what `contents` draw. */
function pdf(name, contents) {
  const kids = contents.map((_, at) => `${4 + 2 * at} 0 R`).join(" ");
  const objects = [
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>endobj`,
    "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
    ...contents.flatMap((drawn, at) => [
      `${4 + 2 * at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]/Contents ${5 + 2 * at} 0 R/Resources<</Font<</F 3 0 R>>>>>>endobj`,
      `${5 + 2 * at} 0 obj<</Length ${drawn.length}>>stream\n${drawn}\nendstream endobj`,
    ]),
  ];
  const path = join(dirname(file), name);
  writeFileSync(path, `%PDF-1.4\n${objects.join("\n")}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
  return dossier("import", file, path, "--json")[0].source;
}

const line = (words) => `BT /F 12 Tf 30 200 Td (${words}) Tj ET`;
const report = pdf("report.pdf", [line("The orchard stood by the wall."), line("The accounts were closed, Orsova Daily reported."), line("Halden counted 24,000 fraudulent accounts.")]);
const scan = pdf("scan.pdf", ["40 40 200 120 re f", "60 60 100 100 re f"]);

const pane = ".pane.thing";
const shows = (name) => page.until(() => page.run((name) => document.querySelector(".paper img")?.alt.startsWith(name) && document.querySelector(".paper img").naturalWidth > 200, name), `the picture of ${name}`);
const read = (id) => page.until(() => page.run((id) => document.querySelector(".pane.thing .id")?.textContent === id, id), `${id} to be read`);

const number = (typed) => page.run((typed) => {
  const field = document.querySelector(".turn input");
  field.value = typed;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return field.value;
}, typed);

async function to(id) {
  await page.fill(/^Filter by/, id);
  await page.click("option", /./, { nth: 0, within: ".pane.list" });
  await read(id);
}

step("O shows the page as it looks, and the arrows turn it", async () => {
  app = await start({ file });
  page = app.page;
  await to(report);
  await page.keys("o");
  await shows("Page 1 of 3");
  assert.equal(await page.run(() => getComputedStyle(document.querySelector(".reader")).visibility), "hidden");
  assert.equal(await violations(page), "");
  await page.keys("ArrowRight");
  await shows("Page 2 of 3");
  await page.keys("ArrowLeft");
  await shows("Page 1 of 3");
  await page.click("button", "Next page", { within: pane });
  await shows("Page 2 of 3");
});

step("a number that is typed is gone to, one that is no page is put back", async () => {
  assert.equal(await number("9"), "2");
  await number("1");
  await shows("Page 1 of 3");
});

step("the page goes with the claim in hand, and Enter leads to its words", async () => {
  await page.click("option", /24,000/, { within: ".pane.evidence" });
  await shows("Page 3 of 3");
  // The line begins 30 points from the left of 420 and 100 from the top of 300; the quote is further to the right.
  const [left, top, right, bottom] = await page.run(() => {
    const [sheet, words] = [".paper", ".in-hand"].map((at) => document.querySelector(`.area ${at}`).getBoundingClientRect());
    const across = (x) => ((x - sheet.left) / sheet.width) * 420;
    const down = (y) => ((y - sheet.top) / sheet.height) * 300;
    return [across(words.left), down(words.top), across(words.right), down(words.bottom)];
  });
  assert.ok(left > 60 && right < 290 && top > 85 && bottom < 108, `${left} ${top} ${right} ${bottom}`);
  await page.keys("Enter");
  await page.until(() => page.run(() => document.activeElement.closest(".reader .claim") !== null), "the words to have the focus");
  assert.equal(await page.run(() => document.querySelector(".area .paper")), null);
});

step("Text and Page are switched by pointer, and another source begins with its text", async () => {
  await page.click("radio", "Page", { within: pane });
  await shows("Page 3 of 3");
  await page.until(() => page.run(() => document.activeElement.matches(".area")), "the page to have the focus", 5000);
  await page.keys("ArrowLeft");
  await shows("Page 2 of 3");
  await to(scan);
  await page.sees("without text", pane);
});

step("a press on marked words chooses their claim, and plus and minus bring the page nearer and farther", async () => {
  await to(report);
  await shows("Page ");
  await number("3");
  await shows("Page 3 of 3");
  await page.click("button", /^Claim.* proposed: .*24,000/, { within: pane });
  await page.until(() => page.run(() => document.querySelector(".area .spot[aria-pressed=true]") !== null), "the words to be chosen");
  const width = () => page.run(() => Math.round(document.querySelector(".area .paper").getBoundingClientRect().width));
  const before = await width();
  await page.keys("+");
  await page.until(async () => (await width()) === Math.round(before * 1.5), "the page to be half as wide again");
  assert.equal(await violations(page), "");
  await page.keys("-");
  await page.until(async () => (await width()) === before, "the page to fit again");
  await page.keys("o");
  await to(scan);
});

step("a scan without text shows its pages", async () => {
  await page.click("button", /^Show its pages/, { within: pane });
  await shows("Page 1 of 2");
  await page.keys("ArrowRight");
  await shows("Page 2 of 2");
  await page.keys("o");
  await page.sees("Show its pages", pane);
  await page.keys("o");
  await shows("Page 2 of 2");
  await to(report);
  await page.keys("o");
  await shows("Page 3 of 3");
});
