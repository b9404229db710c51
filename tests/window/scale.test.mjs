// Two thousand sources, a fact with sixty claims, long names and text from right to left, at two sizes of window: nothing overlaps, nothing jumps, lists
// are right from end to end. Times are printed, not judged: machines differ.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { generate, WITNESSES } from "./generate.mjs";
import { start } from "./harness/app.mjs";
import { dossier, empty, underway } from "./harness/cases.mjs";
import { choose } from "./harness/hand.mjs";
import { faults, moved } from "./harness/layout.mjs";
import { scratch } from "./harness/places.mjs";

const SOURCES = 2000;
const ROOMS = ["Sources", "Facts", "Timeline", "Measures", "Documents", "Packs"];
const LONG = "The case of the accounts that reached Corvid through rented living rooms, as told by sixty outlets and counted by hardly anybody";

const folder = scratch("scale");
const file = join(folder, "large.dossier");
const times = [];
const said = (what, ms) => times.push(`${what}: ${Math.round(ms)} ms`);

before(() => {
  const reports = generate(join(folder, "reports"), SOURCES);
  dossier("new", file, "--title", LONG);
  dossier("import", file, reports);
  dossier("accept", file, "--all");
  dossier("draft", file, "--to", "senate-banking", "--kind", "letter", "--name", LONG.slice(0, 60), "--date", "2026-11-21");
});
after(() => process.stderr.write(`${times.join("\n")}\n`));

for (const size of [
  [1280, 800],
  [1920, 1080],
]) {
  describe(size.join(" x "), () => {
    let app;
    let page;
    before(async () => {
      const from = Date.now();
      app = await start({ file, size });
      page = app.page;
      await page.the("option", /./, { within: "[role=listbox][aria-label=Sources]" });
      said(`${size.join(" x ")}, from start to the list of ${SOURCES} sources`, Date.now() - from);
    });
    after(() => app?.close());

    const go = async (name) => {
      await page.click("button", new RegExp(`^${name}`), { within: "nav" });
      await page.the("heading", name);
      await page.settled();
    };

    test("an overlap would be found", async () => {
      await go("Sources");
      await page.run(() => {
        const over = Object.assign(document.createElement("button"), { textContent: "in the way", id: "in-the-way" });
        const { x, y } = document.querySelector("nav button").getBoundingClientRect();
        Object.assign(over.style, { position: "absolute", zIndex: 9, left: `${x + 20}px`, top: `${y + 8}px` });
        document.body.append(over);
      });
      const found = await faults(page);
      assert.ok(found.some((line) => /in the way.* overlap|covered by button.*in the way/.test(line)), found.join("\n"));
      await page.run(() => document.getElementById("in-the-way").remove());
    });

    for (const room of ROOMS)
      test(`nothing overlaps in ${room}`, async () => {
        await go(room);
        if (room === "Timeline") await page.until(() => page.run(() => document.querySelector(".spot, .empty") !== null), "the chart", 90_000);
        if (room === "Documents") await page.until(() => page.run(() => document.querySelector("[aria-label='Pages as they will print'] img")?.naturalWidth > 100), "the pages");
        assert.deepEqual(await faults(page), []);
      });

    test("going from room to room is quick", { skip: size[0] > 1280 && "once is enough" }, async () => {
      for (const room of ROOMS) {
        const took = await page.runAsync(async (room) => {
          const button = Array.from(document.querySelectorAll("nav button")).find((one) => one.innerText.startsWith(room));
          const from = performance.now();
          button.click();
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          return performance.now() - from;
        }, room);
        said(`${size.join(" x ")}, ${room}: to the first frame`, took);
        await page.settled();
      }
    });

    test("the list of sources is right from end to end", { skip: size[0] > 1280 && "once is enough" }, async () => {
      await go("Sources");
      const rolled = await roll(page, "[role=listbox][aria-label=Sources]");
      said(`${size.join(" x ")}, rolling ${SOURCES} sources: ${rolled.frames} frames, the middle one`, rolled.middle);
      said(`${size.join(" x ")}, rolling ${SOURCES} sources: the longest frame`, rolled.longest);
      assert.deepEqual(rolled.wrong, []);
      assert.equal(rolled.seen, SOURCES, "every source was in sight once");
      assert.equal(rolled.ids, SOURCES, "and no source twice");
    });

    test("the middle and the end of the list lie as they should", async () => {
      await go("Sources");
      for (const part of [0.5, 1]) {
        await page.run((part) => {
          const list = document.querySelector("[role=listbox][aria-label=Sources]");
          list.scrollTop = part * (list.scrollHeight - list.clientHeight);
        }, part);
        assert.deepEqual(await faults(page), []);
      }
    });

    test("a name from right to left stands at the right, and a long one is cut", async () => {
      await go("Sources");
      await page.fill(/^Filter by title/, "تقرير");
      await page.the("option", /تقرير/);
      assert.equal(await page.run(() => getComputedStyle(Array.from(document.querySelectorAll("[role=option] *")).find((one) => one.children.length === 0 && one.innerText.includes("تقرير"))).direction), "rtl");
      await page.click("option", /تقرير/);
      await page.sees("تقرير", ".pane.thing");
      assert.deepEqual(await faults(page), []);
      await page.fill(/^Filter by title/, "Consolidated Quarterly");
      await page.click("option", /Consolidated Quarterly/);
      assert.deepEqual(await faults(page), []);
      await page.keys("Escape");
    });

    test(`a fact with ${WITNESSES} claims lies as it should from its first claim to its last`, async () => {
      await go("Facts");
      await page.fill("Filter facts", "24,000 accounts");
      await page.click("option", new RegExp(`24,000 accounts.* ${WITNESSES} claims`));
      await page.sees(`${WITNESSES} claims`, ".pane.thing");
      for (const part of [0, 0.25, 0.5, 0.75, 1]) {
        await page.run((part) => {
          const scroll = Array.from(document.querySelectorAll(".pane.thing *")).find((one) => one.scrollHeight > one.clientHeight + 200 && /auto|scroll/.test(getComputedStyle(one).overflowY));
          if (scroll) scroll.scrollTop = part * (scroll.scrollHeight - scroll.clientHeight);
        }, part);
        assert.deepEqual(await faults(page), [], `at ${part * 100} %`);
      }
    });

    test("nothing was complained of", async () => assert.deepEqual(await page.complaints(), []));
  });
}

test("a long import says how far it is, can be stopped, and keeps what it finished", async () => {
  const own = empty("A case that is being filled", folder);
  const app = await start({ file: own });
  const { page } = app;
  try {
    await page.sees("Begin with the reports");
    await choose(page, () => page.keys("Control+Shift+i"), join(folder, "reports"));
    await page.until(() => page.run(() => /[1-9][\d,]* of 2,000/.test(document.querySelector("[aria-label=Tasks]")?.innerText ?? "")), "how many of the files are read");
    await page.until(() => page.run(() => /[\d.,]+ a second/.test(document.querySelector("[aria-label=Tasks]")?.innerText ?? "")), "how fast it goes");
    await page.click("button", /^Stop: /);
    await page.sees("Stopped", "[aria-label=Tasks]");
    const kept = dossier("sources", own, "--json").length;
    assert.ok(kept > 0 && kept < SOURCES, `${kept} are kept`);
    assert.deepEqual(await page.complaints(), []);
  } finally {
    await app.close();
  }
});

describe("while something is committed elsewhere", () => {
  let app;
  let page;
  before(async () => {
    app = await start({ file: underway(folder) });
    page = app.page;
    await page.the("navigation", "Rooms");
  });
  after(() => app?.close());

  /** What shows that a room has all that it shows. */
  const LOADED = {
    Sources: () => page.the("option", /^C1 /),
    Facts: () => page.the("tab", /^Joins \d+/),
    Timeline: () => page.until(() => page.run(() => document.querySelectorAll(".spot").length > 0), "the chart"),
    Measures: () => page.the("tab", /^Recipients \d+/),
    Documents: () => page.until(() => page.run(() => document.querySelector("[aria-label='Pages as they will print'] img")?.naturalWidth > 100), "the pages"),
    Packs: () => page.the("button", /^Make the pack/),
  };

  for (const room of ROOMS)
    test(`nothing moves in ${room}`, async () => {
      await page.click("button", new RegExp(`^${room}`), { within: "nav" });
      await page.the("heading", room);
      await LOADED[room]();
      const jumps = await moved(
        page,
        async () => {
          const head = await page.runAsync(async (line) => {
            const ask = window.__TAURI_INTERNALS__.invoke;
            const { opened } = await ask("begin", { window: "w1" });
            await ask("set_office", { dossier: opened.dossier, office: { ...(await ask("office", { dossier: opened.dossier })), contact: line } });
            return (await ask("overview", { dossier: opened.dossier })).head;
          }, `to ${room}`);
          assert.ok(head > 0);
          await page.settled();
        },
        { but: ".rail .undo" },
      );
      assert.deepEqual(jumps, []);
    });
});

/** Rolls a list from its first row to its last, a little less than its height at a time, and reads each row on the way. */
function roll(page, css) {
  return page.runAsync(async (css) => {
    const list = document.querySelector(css);
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const at = new Map();
    const ids = new Map();
    const wrong = [];
    const frames = [];
    list.scrollTop = 0;
    await frame();
    await frame();
    for (let last = -1; ; ) {
      const { top, bottom } = list.getBoundingClientRect();
      const rows = Array.from(list.querySelectorAll("[role=option]"))
        .map((row) => ({ place: Number(row.getAttribute("aria-posinset")), id: row.dataset.id, box: row.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > top + 1 && box.top < bottom - 1)
        .sort((a, b) => a.box.top - b.box.top);
      if (rows.length === 0) wrong.push(`nothing in sight at ${list.scrollTop}`);
      for (const [n, { place, id, box }] of rows.entries()) {
        if (at.has(place) && at.get(place) !== id) wrong.push(`row ${place} was ${at.get(place)} and is ${id}`);
        at.set(place, id);
        ids.set(id, place);
        const before = rows[n - 1];
        if (before && before.place + 1 !== place) wrong.push(`row ${place} stands after row ${before.place}`);
        if (before && Math.abs(before.box.bottom - box.top) > 1) wrong.push(`row ${place} begins ${Math.round(box.top - before.box.bottom)} after the end of row ${before.place}`);
      }
      if (list.scrollTop === last) break;
      last = list.scrollTop;
      const from = performance.now();
      list.scrollTop += list.clientHeight - 40;
      await frame();
      await frame();
      frames.push(performance.now() - from);
    }
    frames.sort((a, b) => a - b);
    return { wrong: wrong.slice(0, 20), seen: at.size, ids: ids.size, frames: frames.length, middle: frames[Math.floor(frames.length / 2)] / 2, longest: frames.at(-1) / 2 };
  }, css);
}
