// Opening: files that cannot be opened are explained, a locked one can be read, two dossiers have two windows, the specimen is one click away.

import assert from "node:assert/strict";
import { truncateSync, writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { start } from "./harness/app.mjs";
import { dossier, empty, full, specimen } from "./harness/cases.mjs";
import { shut } from "./harness/hand.mjs";
import { away, scratch } from "./harness/places.mjs";

/** Runs `act` on a window of its own. */
async function on(options, act) {
  const app = await start(options);
  try {
    await act(app.page, app);
  } finally {
    await app.close();
  }
}

test("the specimen opens with one click from the first screen, and says that it is one", () =>
  on({}, async (page) => {
    await page.click("button", /^Open the specimen/);
    await page.sees("Specimen: the Corvid extraction campaign");
    await page.the("option", /^Halden accuses Meridian Works of tapping/);
  }));

test("a dossier that another window changes is explained, and can be read", async () => {
  const file = full();
  await on({ file }, async (first) => {
    await first.sees("Sources");
    await on({ file }, async (page) => {
      await page.sees("is being changed by");
      await page.click("button", /^Open to read/);
      await page.the("option", /^Halden accuses Meridian Works of tapping/);
      await page.sees("Open to read");
      const [takesIn] = await page.all("button", "Take in proposed claims (this dossier is open to read only)");
      assert.equal(takesIn?.disabled, true, "what cannot be done says why");
      assert.equal(dossier("sources", file, "--json").length, 8);
    });
    // The one that has it still can change it.
    await first.click("button", /^Undo/);
    await first.without("button", /^Undo: began the draft briefing/);
  });
});

test("a damaged file, one of another kind and one that is gone are each explained", async () => {
  const folder = scratch("broken");
  const at = (name) => join(folder, name);
  writeFileSync(at("letter.dossier"), "Dear Sir or Madam, this is a letter and not a dossier. ".repeat(20));
  await on({ file: at("letter.dossier") }, async (page) => {
    await page.sees("is not a dossier");
    await page.the("button", /^Open a dossier/);
  });
  const damaged = specimen(folder);
  const bytes = readFileSync(damaged);
  bytes.fill(0xa5, 8192, 60_000);
  writeFileSync(damaged, bytes);
  await on({ file: damaged }, (page) => page.sees("damaged"));
  truncateSync(damaged, 0);
  await on({ file: at("gone.dossier") }, (page) => page.sees("there is no file"));
});

test("two dossiers stand in two windows of one program", async () => {
  const home = scratch("home");
  try {
    const [one, two] = [empty("The first case"), empty("The second case")];
    await on({ file: two, home }, (page) => page.sees("The second case"));
    await on({ file: one, home }, async (page) => {
      await page.sees("The first case");
      await page.keys("Control+k");
      await page.type("second case");
      await page.the("option", /second case/i);
      await page.keys("Enter");
      const handles = await page.until(async () => {
        const all = await page.browser.getWindowHandles();
        return all.length === 2 && all;
      }, "a second window");
      const titles = [];
      for (const handle of handles) {
        await page.browser.switchToWindow(handle);
        await page.ready();
        await page.until(async () => (await page.browser.getTitle()) !== "Dossier", "its title");
        titles.push(await page.browser.getTitle());
      }
      assert.deepEqual(titles.sort(), ["The first case - Dossier", "The second case - Dossier"]);
    });
  } finally {
    away(home);
  }
});

test("what a person set is there the next time", async () => {
  const home = scratch("home");
  try {
    const file = empty("A case to come back to");
    await on({ file, home }, async (page) => {
      await page.keys("Control+,");
      await page.click("radio", "Dark");
      await page.keys("Escape");
      await page.until(() => page.run(() => document.documentElement.dataset.theme === "dark"), "the dark theme");
    });
    await on({ home }, async (page) => {
      await page.sees("A case to come back to");
      assert.equal(await page.run(() => document.documentElement.dataset.theme), "dark");
      await page.click("button", /A case to come back to/);
      await page.sees("Begin with the reports");
    });
  } finally {
    away(home);
  }
});

test("a window opens in the size it was left in", async () => {
  const home = scratch("home");
  try {
    await on({ home }, async (page) => {
      await page.size(1111, 717);
      await shut(page);
    });
    await on({ home, size: null }, async (page) => {
      const { width, height } = await page.browser.getWindowRect();
      assert.deepEqual([width, height], [1111, 717]);
    });
  } finally {
    away(home);
  }
});
