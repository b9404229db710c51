// A person's hand outside the page: typing into the system's file dialog, dragging files in, the clipboard. With xdotool on the test's own
// screen, and a small program of ours (hand.c) that files are dragged out of.

import { execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ended } from "./display.mjs";
import { built, made } from "./places.mjs";

const run = promisify(execFile);

/** Answers the file dialog that `act` opens: types the path and presses Enter. */
export async function choose(page, act, path) {
  const dialog = await dialogOf(page, act);
  await xdotool(page, "windowfocus", "--sync", dialog);
  // One that asks for a name has a line for it, with a name to be replaced; in the others Ctrl+L brings the line.
  await xdotool(page, "key", SAVES.test(await title(page, dialog)) ? "ctrl+a" : "ctrl+l");
  await xdotool(page, "type", "--delay", "4", path);
  await answer(page, dialog, "Return", `take ${path}`);
  await back(page);
}

/** Closes the file dialog that `act` opens, with Escape. */
export async function cancel(page, act) {
  const dialog = await dialogOf(page, act);
  await xdotool(page, "windowfocus", "--sync", dialog);
  await answer(page, dialog, "Escape", "close");
  await back(page);
}

/** Presses a key that ends the dialog, once: it looks the path up first, and keys that wait meanwhile would go on to the window behind it. */
async function answer(page, dialog, key, what) {
  for (let tries = 0; tries < 3; tries += 1) {
    await xdotool(page, "key", key);
    for (let waits = 0; waits < 60; waits += 1) {
      if (!(await windows(page)).includes(dialog)) return;
      await new Promise((again) => setTimeout(again, 80));
    }
  }
  throw new Error(`the file dialog did not ${what}`);
}

/** Titles of the dialogs that ask for a new name. */
const SAVES = /^(New dossier|Publish|Export|Make a pack|Keep a copy of the dossier)$/;
/** And of those that ask for what is there. Other small windows come and go: tooltips, menus. */
const OPENS = /^(Open a dossier|Import reports|Import a folder of reports|Verify a pack|Verify an unpacked pack|Take in proposed claims|Replace the directory of recipients)$/;

async function dialogOf(page, act) {
  const before = await windows(page);
  page.own ??= before;
  await act();
  return page.until(async () => {
    for (const window of await windows(page)) {
      if (before.includes(window)) continue;
      const name = await title(page, window).catch(() => "");
      if (SAVES.test(name) || OPENS.test(name)) return window;
    }
    return undefined;
  }, "a file dialog");
}

/** Gives the keyboard back to the window. */
async function back(page) {
  for (const window of page.own ?? []) await xdotool(page, "windowfocus", window).catch(() => {});
}

/**
 * Drags files from outside onto the middle of the window, waits until the page shows the words `over`, calls `before` and lets go.
 */
export async function drop(page, paths, over, before = async () => {}) {
  // On a loaded screen a drag now and then never begins: it is begun anew, with a new source. One that the window has heard of is not repeated.
  for (let tries = 1; ; tries += 1) {
    const source = await hand(page, ["drag", ...paths], /^at (\d+) (\d+)$/m);
    try {
      await hold(page, source, over);
    } catch (error) {
      await xdotool(page, "mouseup", "1");
      await ended(source.child);
      if (tries === 3) throw error;
      continue;
    }
    await before();
    await xdotool(page, "mouseup", "1");
    await page.until(() => /taken|refused/.test(source.said()), "the drag to end");
    await ended(source.child);
    return;
  }
}

/** Takes up what the source offers and holds it over the middle of the window. */
async function hold(page, source, over) {
  const [fromX, fromY] = source.match.slice(1).map(Number);
  const rect = await page.browser.getWindowRect();
  const [toX, toY] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const move = (x, y) => xdotool(page, "mousemove", "--sync", String(Math.round(x)), String(Math.round(y))).catch(() => {});
  await xdotool(page, "mousemove", String(fromX), String(fromY), "mousedown", "1");
  for (let n = 1; n <= 10; n += 1) await move(fromX + ((toX - fromX) * n) / 10, fromY + ((toY - fromY) * n) / 10);
  // A hand is never quite still: what is under it hears of the drag only while it moves.
  let jolt = 0;
  await page.until(
    async () => {
      jolt = 1 - jolt;
      await xdotool(page, "mousemove", String(Math.round(toX) + jolt), String(Math.round(toY)));
      return page.shows(over);
    },
    `“${over}” while files are held over the window`,
    10_000,
  );
}

/** Puts a text on the clipboard; gives what takes it off again. */
export async function clipboard(page, text) {
  const holder = await hand(page, ["clipboard"], /kept/, text);
  return () => ended(holder.child);
}

/** Closes the window as its close button does, and waits until it is gone. */
export async function shut(page) {
  const [window] = page.own ?? (await windows(page));
  await hand(page, ["close", window], /asked/);
  await page.until(async () => !(await windows(page)).includes(window), "the window to close");
}

/** Presses a key of the real keyboard, for what the system does with it and not the page. */
export const realKey = (page, key) => xdotool(page, "key", key);

/** The visible windows with a name. */
export async function windows(page) {
  const found = await xdotool(page, "search", "--onlyvisible", "--name", ".+").catch(() => ({ stdout: "" }));
  return found.stdout.split("\n").filter(Boolean);
}

/** The title of a window. */
export const title = async (page, window) => (await xdotool(page, "getwindowname", window)).stdout.trim();

function xdotool(page, ...args) {
  return run("xdotool", args, { env: { ...process.env, DISPLAY: page.display } }).catch((error) => {
    if (error.code === "ENOENT") throw new Error("xdotool is not installed (apt package xdotool)");
    throw error;
  });
}

async function hand(page, args, said, input) {
  const child = spawn(program(), args, { env: { ...process.env, DISPLAY: page.display, NO_AT_BRIDGE: "1", GSETTINGS_BACKEND: "memory" }, stdio: ["pipe", "pipe", "ignore"] });
  const orphaned = () => child.kill();
  process.once("exit", orphaned);
  child.once("exit", () => process.off("exit", orphaned));
  let text = "";
  child.stdout.on("data", (bytes) => {
    text += bytes;
  });
  child.stdin.end(input ?? "");
  const match = await page.until(() => text.match(said), `the hand to say ${said}`);
  return { child, match, said: () => text };
}

/** Builds the program where it is older than its text. */
function program() {
  const source = fileURLToPath(new URL("hand.c", import.meta.url));
  const binary = join(made(built), "hand");
  if (existsSync(binary) && statSync(binary).mtimeMs > statSync(source).mtimeMs) return binary;
  const flags = execFileSync("pkg-config", ["--cflags", "--libs", "gtk+-3.0", "x11"], { encoding: "utf8" }).trim().split(/\s+/);
  // Two test files may build it at once: each moves a whole one into place.
  const partial = `${binary}.${process.pid}`;
  execFileSync("cc", ["-O1", source, "-o", partial, ...flags], { stdio: "inherit" });
  renameSync(partial, binary);
  return binary;
}
