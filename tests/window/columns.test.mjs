// What the columns of a spreadsheet mean: suggested, said in the window, taken back, by keyboard and from the issue.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { start } from "./harness/app.mjs";
import { violations } from "./harness/axe.mjs";
import { dossier, empty } from "./harness/cases.mjs";
import { story } from "./harness/story.mjs";

const step = story();
const file = empty("Tables of incidents");
const path = join(dirname(file), "cases.csv");
writeFileSync(path, "No.,Actor,Target,Date,Accounts,Status\n1,Meridian Works,Halden,2026-05-01,\"9,000\",alleged\n2,Orsova Labs,Halden,2026-05-04,n/a,confirmed\n3,Brack Ltd,Tern,2026-05-09,700,alleged\n");
dossier("import", file, path);
let app;
let page;

after(() => app?.close());

const dialog = "[role=dialog]";
const meaning = () => dossier("columns", file, "S1", "--json")[0].columns[4].meaning;

step("T shows what each column is taken to mean, with what could not be read", async () => {
  app = await start({ file });
  page = app.page;
  await page.click("option", /cases\.csv/);
  await page.keys("t");
  await page.sees("Suggested", dialog);
  await page.sees("1 of 3 cells is no number", dialog);
  assert.equal(await page.run(() => document.activeElement.value), "nothing", "the first choice has the focus");
  assert.equal(await violations(page), "");
});

step("another meaning is said, and what it did is told with the way back", async () => {
  await page.run(() => {
    const [, , , , count] = document.querySelectorAll("[role=dialog] select");
    count.value = "nothing";
    count.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.sees("Changed", dialog);
  await page.keys("Control+Enter");
  await page.sees("2 claims withdrawn.");
  await page.misses("What it tells");
  assert.equal(meaning(), "nothing");
  await page.keys("t");
  await page.sees("As you said", dialog);
  await page.keys("Escape");
  await page.click("button", "Undo", { nth: 0 });
  await page.until(() => meaning() === "count", "what was suggested to be back");
});

step("the issue leads there too, and the suggestion is confirmed as it is", async () => {
  await page.keys("d");
  await page.sees("were read as incidents", ".pane.evidence");
  await page.click("button", /^Columns…/, { within: ".pane.evidence" });
  await page.sees("Suggested", dialog);
  await page.click("button", /^Read the rows so/);
  await page.sees("no claim was changed");
  assert.equal(dossier("columns", file, "S1", "--json")[0].said, true);
  await page.until(() => page.run(() => !document.querySelector(".pane.evidence").textContent.includes("were read as incidents")), "the issue to be gone");
});
