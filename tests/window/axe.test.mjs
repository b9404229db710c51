// axe finds nothing, in any room, empty or full, light or dark, nor in what opens over them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { start } from "./harness/app.mjs";
import { violations } from "./harness/axe.mjs";
import { empty, full, specimen } from "./harness/cases.mjs";
import { ROOMS, enter, paint } from "./harness/rooms.mjs";

let page;

/** Light and dark, one after the other, so that a state is reached once for both. */
async function clean(where) {
  for (const theme of ["light", "dark"]) {
    await paint(page, theme);
    assert.equal(await violations(page), "", `${where}, ${theme}`);
  }
}

function opened(name, file, tests) {
  describe(name, () => {
    let app;
    before(async () => {
      app = await start(file ? { file: file() } : {});
      page = app.page;
    });
    after(() => app?.close());
    tests();
  });
}

opened("the start screen", undefined, () => {
  test("as it is", () => clean("start"));
  test("with a new dossier asked for", async () => {
    await page.click("button", /^New dossier/);
    await page.the("dialog");
    await clean("new dossier");
    await page.keys("Escape");
  });
});

opened("an empty dossier", empty, () => {
  for (const room of ROOMS)
    test(room, async () => {
      await enter(page, room);
      await clean(`${room}, empty`);
    });
});

opened("proposed claims", specimen, () => {
  test("in their text", async () => {
    await enter(page, "Sources");
    await page.keys("j");
    await clean("Sources, proposed");
  });
  test("with the details of a source", async () => {
    await page.click("tab", "Details");
    await clean("Sources, details");
  });
});

opened("a full case", full, () => {
  for (const room of ROOMS)
    test(room, async () => {
      await enter(page, room);
      await clean(`${room}, full`);
    });
  test("conflicts and joins", async () => {
    await enter(page, "Facts");
    for (const view of [/^Conflicts/, /^Joins/]) {
      await page.click("tab", view);
      await clean(`Facts, ${view}`);
    }
  });
  for (const chart of ["Targeting", "Scale"])
    test(`the chart ${chart}`, async () => {
      await enter(page, "Timeline");
      await page.click("tab", chart);
      await clean(chart);
    });
  test("recipients", async () => {
    await enter(page, "Measures");
    await page.click("tab", /^Recipients/);
    await clean("Recipients");
  });
  test("a letter with its findings", async () => {
    await enter(page, "Documents");
    await page.click("option", /^letter/);
    await page.the("textbox", "Text of the document");
    await clean("Documents, letter");
    await page.click("tab", /^Findings/);
    await clean("Documents, findings");
  });
  test("the dialog to publish", async () => {
    await page.click("button", "Publish");
    await page.the("dialog");
    await clean("Publish");
    await page.keys("Escape");
  });
  test("the verification of packs", async () => {
    await enter(page, "Packs");
    await page.click("tab", "Verify");
    await clean("Verify");
  });
  for (const [name, key] of [
    ["the palette", "Control+k"],
    ["the search", "Control+f"],
    ["the list of keys", "?"],
    ["the settings", "Control+,"],
  ])
    test(name, async () => {
      await page.keys(key);
      await page.the("dialog");
      await clean(name);
      await page.keys("Escape");
      await page.without("dialog");
    });
});
