// What a person does with the window and sees in it: things are found by role and accessible name, as a screen reader names them.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { failures, fileOf, made } from "./places.mjs";
import { eyes } from "./eyes.mjs";

const KEYS = {
  Control: "\uE009", Ctrl: "\uE009", Shift: "\uE008", Alt: "\uE00A", Meta: "\uE03D",
  Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004", Space: " ", Backspace: "\uE003", Delete: "\uE017",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
  Home: "\uE011", End: "\uE010", PageUp: "\uE00E", PageDown: "\uE00F",
  ...Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`F${n + 1}`, String.fromCharCode(0xe031 + n)])),
};

export class Page {
  constructor(browser, { display } = {}) {
    this.browser = browser;
    this.display = display;
    this.patience = 30_000;
  }

  /** Runs a function in the page with plain values; elements come back as something to click. */
  async run(script, ...args) {
    const text = typeof script === "function" ? `return (${script}).apply(null, arguments)` : script;
    return this.browser.executeScript(text, args);
  }

  /** As `run`, for a function that gives a promise. */
  async runAsync(script, ...args) {
    const { ok, value, error } = await this.browser.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       Promise.resolve((${script}).apply(null, Array.prototype.slice.call(arguments, 0, -1)))
         .then((value) => done({ ok: true, value }), (error) => done({ ok: false, error: error && error.message ? error.message : JSON.stringify(error) }));`,
      args,
    );
    if (!ok) throw new Error(error);
    return value;
  }

  /** Waits for the first paint of the page, and gives it eyes. */
  async ready() {
    await this.until(() => this.run(() => document.readyState === "complete" && document.body.innerText.trim() !== ""), "the page to show something");
    await this.open_eyes();
  }

  async open_eyes() {
    if (await this.run(() => typeof window.__eyes === "object" && typeof window.axe === "object")) return;
    await this.browser.executeScript(`${fileOf("axe-core")}\nwindow.axe = axe;`, []);
    await this.run(eyes);
  }

  /** Waits until `check` gives something true, and gives it back. */
  async until(check, what, patience = this.patience) {
    const end = Date.now() + patience;
    let last;
    for (;;) {
      try {
        const value = await check();
        if (value) return value;
      } catch (error) {
        if (error instanceof Waited) throw error;
        last = error;
      }
      if (Date.now() > end) {
        const saw = await this.seen().catch(() => "nothing: the page does not answer");
        const picture = await this.keepFailure().catch(() => undefined);
        throw new Waited(`waited ${patience} ms for ${what}${last ? ` (${last.message})` : ""}\nthe page shows:\n${saw}${picture ? `\npicture: ${picture}` : ""}`);
      }
      await new Promise((again) => setTimeout(again, 40));
    }
  }

  /** The text of the page as a person sees it, shortened. */
  async seen(css = "body") {
    return this.run((css) => (document.querySelector(css)?.innerText ?? "").replace(/\n\s*\n+/g, "\n").slice(0, 1200), css);
  }

  /** What is shown of this text now. */
  async shows(text, css = "body") {
    return this.run(
      (text, css) => Array.from(document.querySelectorAll(css)).some((element) => element.innerText.replace(/\s+/g, " ").includes(text)),
      text,
      css,
    );
  }

  /** Waits until the page shows this text. */
  async sees(text, css = "body") {
    await this.until(() => this.shows(text, css), `“${text}”${css === "body" ? "" : ` in ${css}`}`);
  }

  /** Waits until the page no longer shows this text. */
  async misses(text, css = "body") {
    await this.until(async () => !(await this.shows(text, css)), `“${text}” to be gone${css === "body" ? "" : ` from ${css}`}`);
  }

  /** Everything visible with this role and name (a string: the whole name; a pattern: part of it), described. */
  async all(role, name, { within } = {}) {
    await this.open_eyes();
    return this.run((role, name, within) => window.__eyes.all(role, name, within).map(window.__eyes.describe), role, pattern(name), within ?? null);
  }

  /** The one thing with this role and name; waits until it is there. */
  async the(role, name, { within, nth = 0 } = {}) {
    const what = `${role} ${name ?? ""}${within ? ` in ${within}` : ""}`;
    return this.until(async () => {
      await this.open_eyes();
      return this.run((role, name, within, nth) => window.__eyes.all(role, name, within)[nth] ?? null, role, pattern(name), within ?? null, nth);
    }, what).catch(async (error) => {
      const others = await this.all(role).catch(() => []);
      error.message += `\neach ${[role].flat().join(" or ")} there is: ${others.map((one) => `“${one.name.slice(0, 80)}”`).join(", ")}`;
      throw error;
    });
  }

  async has(role, name, options = {}) {
    return (await this.all(role, name, options)).length > 0;
  }

  /** Waits until nothing has this role and name. */
  async without(role, name, options = {}) {
    await this.until(async () => !(await this.has(role, name, options)), `${role} ${name ?? ""} to be gone`);
  }

  /** Clicks what has this role and name, with the pointer. */
  async click(role, name, options = {}) {
    await this.until(async () => {
      const element = await this.the(role, name, options);
      await this.clickElement(element);
      return true;
    }, `${role} ${name ?? ""} to be clicked`);
  }

  /** Presses an element where it can be seen; fails, and says so, where something covers it. */
  async clickElement(element) {
    // As a person scrolls: far enough to see all of it; and presses when it stands still.
    const [x, y] = await this.runAsync(async (element) => {
      const shown = element.matches("input") && element.getBoundingClientRect().width < 8 ? (element.labels?.[0] ?? element) : element;
      shown.scrollIntoView({ block: "nearest", inline: "nearest" });
      let last = "";
      for (let n = 0, still = 0; n < 120 && still < 2; n += 1) {
        await new Promise((next) => requestAnimationFrame(() => next()));
        const { x, y, width, height } = shown.getBoundingClientRect();
        const now = `${x} ${y} ${width} ${height}`;
        still = now === last ? still + 1 : 0;
        last = now;
      }
      let over = null;
      for (const box of shown.getClientRects()) {
        for (const [across, down] of [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.5, 0.25], [0.5, 0.75], [0.1, 0.5]]) {
          const [x, y] = [box.x + box.width * across, box.y + box.height * down];
          const hit = document.elementFromPoint(x, y);
          if (hit && (shown.contains(hit) || hit.contains(shown) && hit.closest("label") === shown.closest("label") && shown.closest("label"))) return [x, y];
          over = hit;
        }
      }
      throw new Error(`it is covered by ${over?.localName}.${over?.className} “${over?.innerText?.slice(0, 40) ?? ""}”`);
    }, element);
    await this.press(x, y);
  }

  /** Clicks the element that this selector finds. */
  async clickCss(css) {
    await this.until(async () => {
      const element = await this.run((css) => document.querySelector(css), css);
      if (!element) return false;
      await this.clickElement(element);
      return true;
    }, `${css} to be clicked`);
  }

  /** Clicks words of a text, with the pointer in their middle. */
  async clickWords(words, css = "body") {
    const [x, y] = await this.until(
      () =>
        this.run(
          (words, css) => {
            const walker = document.createTreeWalker(document.querySelector(css), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const from = node.data.indexOf(words);
              if (from < 0 || !node.parentElement.checkVisibility()) continue;
              node.parentElement.scrollIntoView({ block: "center" });
              const range = document.createRange();
              range.setStart(node, from);
              range.setEnd(node, from + words.length);
              const box = range.getClientRects()[0];
              return [box.x + box.width / 2, box.y + box.height / 2];
            }
            return null;
          },
          words,
          css,
        ),
      `the words “${words}” in ${css}`,
    );
    await this.press(x, y);
  }

  /** Presses keys as a person would: "Control+k", "j", "Shift+Tab". */
  async keys(...presses) {
    for (const press of presses) {
      const names = press === "+" ? ["+"] : press.split("+");
      const values = names.map((name) => KEYS[name] ?? name);
      await this.browser.performActions([
        {
          type: "key",
          id: "keyboard",
          actions: [...values.map((value) => ({ type: "keyDown", value })), ...values.toReversed().map((value) => ({ type: "keyUp", value }))],
        },
      ]);
    }
  }

  /** Types a text into what has the focus. */
  async type(text) {
    await this.browser.performActions([
      {
        type: "key",
        id: "keyboard",
        actions: Array.from(text).flatMap((value) => [{ type: "keyDown", value: value === "\n" ? KEYS.Enter : value }, { type: "keyUp", value: value === "\n" ? KEYS.Enter : value }]),
      },
    ]);
  }

  /** Clicks a field, empties it and types. */
  async fill(name, text, options = {}) {
    await this.click(["textbox", "searchbox", "combobox", "spinbutton"], name, options);
    await this.keys("Control+a", "Backspace");
    await this.type(text);
  }

  /** Moves the pointer to a place of the page. */
  async point(x, y) {
    await this.browser.performActions([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [{ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) }] }]);
  }

  /** Presses at a place of the page. */
  async press(x, y) {
    // A driver under load now and then loses a press on the way. One that the page has heard of is never repeated.
    for (let tries = 0; tries < 3; tries += 1) {
      await this.run(() => {
        window.__heard = false;
        for (const kind of ["pointerdown", "click"]) window.addEventListener(kind, () => (window.__heard = true), { capture: true, once: true });
      });
      await this.browser.performActions([
        {
          type: "pointer",
          id: "mouse",
          parameters: { pointerType: "mouse" },
          actions: [{ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }],
        },
      ]);
      for (let waits = 0; waits < 25; waits += 1) {
        if (await this.run(() => window.__heard)) return;
        await new Promise((again) => setTimeout(again, 40));
      }
      await this.browser.releaseActions();
    }
    throw new Error(`a press at ${Math.round(x)}, ${Math.round(y)} did not reach the page`);
  }

  /** The accessible name and role of what has the focus. */
  async focused() {
    await this.open_eyes();
    return this.run(() => window.__eyes.describe(document.activeElement));
  }

  async size(width, height) {
    const before = await this.browser.getWindowRect();
    if (before.width !== width || before.height !== height) await this.browser.setWindowRect(0, 0, width, height);
    await this.until(async () => {
      const now = await this.browser.getWindowRect();
      return now.width === width && now.height === height;
    }, `the window to be ${width} x ${height}`);
  }

  /** Waits until two frames in a row drew the same, fonts and pictures are there, and nothing moves. */
  async settled() {
    await this.runAsync(async () => {
      await document.fonts.ready;
      const busy = () => document.getAnimations().some((animation) => animation.playState === "running" && animation.effect?.getTiming().iterations !== Infinity);
      const frame = () => new Promise((next) => requestAnimationFrame(() => next()));
      let still = 0;
      let last = "";
      for (let n = 0; n < 300 && still < 3; n += 1) {
        await frame();
        const now = `${document.body.innerHTML.length} ${document.body.innerText.length} ${document.documentElement.scrollHeight}`;
        const waiting = Array.from(document.images).some((image) => !image.complete);
        still = now === last && !busy() && !waiting && !document.querySelector('[aria-busy="true"]') ? still + 1 : 0;
        last = now;
      }
    });
  }

  /** The page as PNG bytes. */
  async picture() {
    return Buffer.from(await this.browser.takeScreenshot(), "base64");
  }

  async shot(path) {
    await this.settled();
    writeFileSync(path, await this.picture());
    return path;
  }

  /** What went wrong in the page so far: refused by the content security policy, thrown, or logged as an error. */
  async complaints() {
    await this.open_eyes();
    return this.run(() => window.__eyes.complaints());
  }

  async keepFailure() {
    const path = join(made(failures), `${Date.now()}-${process.pid}.png`);
    writeFileSync(path, await this.picture());
    return path;
  }
}

/** What was waited for did not come. */
class Waited extends Error {}

function pattern(name) {
  if (name === undefined || name === null) return null;
  return name instanceof RegExp ? { source: name.source, flags: name.flags } : { text: name };
}
