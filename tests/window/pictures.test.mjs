// The pictures of the guide, drawn anew from the window as it is: every room of the specimen. A file is written only where a person would see
// a difference.

import { before, after, test } from "node:test";
import { join } from "node:path";
import { start } from "./harness/app.mjs";
import { full, specimen } from "./harness/cases.mjs";
import { keep } from "./harness/pictures.mjs";
import { made, root } from "./harness/places.mjs";
import { ROOMS, enter, paint } from "./harness/rooms.mjs";

const folder = made(join(root, "docs/pictures/window"));
let app;
let page;

before(async () => {
  app = await start({ file: full() });
  page = app.page;
});
after(() => app?.close());

/** One file for each room and theme; the pointer out of the way. */
async function draw(name, theme = "light") {
  await paint(page, theme);
  await page.point(2, 2);
  await page.settled();
  await keep(page, join(folder, `${name}.png`), await page.picture());
}

/** What stands in a room when its picture is taken. */
const SCENES = {
  Sources: () => page.click("option", /^Halden accuses Meridian Works of tapping/),
  Facts: async () => {
    await page.fill("Filter facts", "24,000 accounts");
    await page.click("option", /24,000 accounts .* claims/);
  },
  Timeline: () => page.until(() => page.run(() => document.querySelectorAll(".spot").length > 3), "the chart"),
  Measures: () => page.click("option", /H\.R\. 8283/),
  Documents: async () => {
    await page.click("option", /^letter/);
    await page.until(() => page.run(() => document.querySelector("[aria-label='Pages as they will print'] img")?.naturalWidth > 100), "the first page");
  },
  Packs: async () => {},
};

for (const room of ROOMS)
  test(`the room ${room}`, async () => {
    await enter(page, room);
    await SCENES[room]();
    await page.settled();
    await draw(room.toLowerCase());
    if (room === "Facts" || room === "Measures") {
      await draw(`${room.toLowerCase()}-dark`, "dark");
      await paint(page, "light");
    }
  });

test("the palette", async () => {
  await page.keys("Control+k");
  await page.the("dialog");
  await page.type("ac");
  await draw("palette");
  await page.keys("Escape");
});

test("the review queue", async () => {
  await app.close();
  app = await start({ file: specimen() });
  page = app.page;
  await page.click("option", /^Halden accuses Meridian Works of tapping/);
  await page.keys("Enter");
  await page.the("button", /^Accept/, { within: "section[aria-label^='Claim ']" });
  await page.click("button", /^Claim.* proposed: (via )?nearly 24,000/);
  await draw("judging");
  await page.keys("e");
  await page.until(() => page.run(() => document.querySelector("section.form input") === document.activeElement), "the form");
  await page.type("24,127");
  await draw("editing");
});

test("the start screen", async () => {
  await app.close();
  app = await start();
  page = app.page;
  await draw("start");
});
