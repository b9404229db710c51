#!/usr/bin/env node
// Looks at the window: runs a few steps in the real one and leaves pictures.
//
//   node tests/window/look.mjs [--binary B] [--pages DIR] [--dossier FILE] [--size 1280x800] [--theme light|dark] [--home DIR] [--packages DIR]
//                              [--script STEPS.json | --steps '[...]'] [--out DIR] [-- MORE ARGUMENTS FOR THE WINDOW]
//
// --binary    the window; else DOSSIER_DESKTOP, else target/debug/dossier-desktop
// --pages     built pages to show in place of the ones in the binary (DOSSIER_PAGES; debug builds)
// --dossier   the file to open; a copy is opened, so the same one can be looked at many times. None: the start screen
// --home      a home folder to use again (settings, recent dossiers); else a new one that is thrown away
// --packages  where node_modules with webdriverio and axe-core lies (DOSSIER_PACKAGES); else ui/
// --out       where pictures go; else the current folder
//
// It starts its own screen and driver, so many can run at once. Each step is one of:
//
//   {"go": "facts"}            presses the room's button in the rail (or {"go": "Facts"})
//   {"click": "Name"}          clicks what has this accessible name: button, link, tab, option, row, checkbox, menu item, field ...; starting with one of . # [ or holding > : a CSS selector.
//                              {"click": "Name", "role": "option", "nth": 1, "within": "css"} to choose among several
//   {"keys": "Control+k"}      presses keys; a list presses one after the other: ["j", "j", "Enter"]
//   {"type": "text"}           types into what has the focus
//   {"fill": "Name", "with": "text"}   empties a field and types
//   {"point": [x, y]}          moves the pointer;  {"press": [x, y]} clicks there
//   {"wait": "text"}           waits until the page shows the text, or (starting with . # [ or holding >) until a CSS selector finds something visible
//   {"gone": "text"}           waits until it is gone
//   {"shot": "name"}           a picture OUT/name.png, when nothing moves any more
//   {"axe": true}              prints what axe finds (WCAG 2.2 AA) at this moment
//   {"eval": "js"}             runs a function body in the page and prints what it returns; await works
//   {"text": "css"}            prints the visible text of an element; {"text": true} of the page
//   {"names": "button"}        prints role, name and place of everything visible with this role; true: of everything that can be pressed or typed into
//   {"size": "1920x1080"}      makes the window another size
//   {"theme": "dark"}          sets data-theme on the root, where the pages go by that; --theme asks as the system does
//
// A step that fails prints why and what the page shows, leaves OUT/failed.png, and ends with status 1. At the end, what the page complained of is printed.

import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(["binary", "pages", "dossier", "size", "theme", "home", "packages", "script", "steps", "out"].map((name) => [name, { type: "string" }])),
});
if (options.packages) process.env.DOSSIER_PACKAGES = resolve(options.packages);

const { start } = await import("./harness/app.mjs");
const { made, scratch } = await import("./harness/places.mjs");
const { violations } = await import("./harness/axe.mjs");

const out = made(resolve(options.out ?? "."));
const steps = JSON.parse(options.steps ?? (options.script ? readFileSync(options.script, "utf8") : '[{"shot": "window"}]'));
const size = (text) => text.split("x").map(Number);

let file;
let folder;
if (options.dossier) {
  folder = scratch("look");
  file = join(folder, basename(options.dossier));
  if (existsSync(options.dossier)) copyFileSync(options.dossier, file);
}

const app = await start({
  file,
  args: positionals,
  binary: options.binary && resolve(options.binary),
  pages: (options.pages ?? process.env.DOSSIER_PAGES) && resolve(options.pages ?? process.env.DOSSIER_PAGES),
  size: size(options.size ?? "1280x800"),
  theme: options.theme,
  home: options.home && made(resolve(options.home)),
});
const { page } = app;

const ROLES = ["button", "link", "tab", "option", "row", "checkbox", "radio", "switch", "menuitem", "menuitemcheckbox", "menuitemradio", "textbox", "searchbox", "combobox", "slider", "spinbutton", "treeitem", "gridcell", "listitem"];
const isCss = (text) => /^[.#[]/.test(text) || text.includes(">");

async function clickNamed(name, { role, nth = 0, within }) {
  if (role) return page.click(role, new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i"), { nth, within });
  await page.until(async () => {
    await page.open_eyes();
    const found = await page.run(
      (roles, name, within, nth) => {
        for (const wanted of [{ text: name }, { source: name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), flags: "i" }]) {
          const hits = roles.flatMap((role) => window.__eyes.all(role, wanted, within));
          if (hits[nth]) return hits[nth];
        }
        return null;
      },
      ROLES,
      name,
      within ?? null,
      nth,
    );
    if (!found) return false;
    await page.clickElement(found);
    return true;
  }, `something named “${name}” to be clicked`, 6000);
}

const ACTS = {
  go: (room) => clickNamed(room, { within: "nav" }),
  click: (name, step) => (isCss(name) ? page.clickCss(name) : clickNamed(name, step)),
  keys: (keys) => page.keys(...[keys].flat()),
  type: (text) => page.type(text),
  fill: (name, step) => page.fill(name, step.with),
  point: ([x, y]) => page.point(x, y),
  press: ([x, y]) => page.press(x, y),
  wait: (text) => (isCss(text) ? page.until(() => page.run((css) => document.querySelector(css)?.checkVisibility() ?? false, text), text, 8000) : page.sees(text)),
  gone: (text) => (isCss(text) ? page.until(() => page.run((css) => !document.querySelector(css), text), `${text} to be gone`, 8000) : page.misses(text)),
  shot: (name) => page.shot(join(out, `${name}.png`)).then(console.log),
  axe: () => violations(page).then((found) => console.log(found || "axe finds nothing")),
  eval: (script) => page.runAsync(`async () => { ${script.includes("return") ? script : `return (${script})`} }`).then((value) => console.log(JSON.stringify(value, null, 1))),
  text: (css) => page.seen(css === true ? "body" : css).then(console.log),
  names: async (role) => {
    for (const one of role === true ? ROLES : [role]) for (const { role, name, box, disabled } of await page.all(one)) console.log(`${role} “${name}” ${disabled ? "(disabled) " : ""}at ${Math.round(box.x)},${Math.round(box.y)} ${Math.round(box.width)}x${Math.round(box.height)}`);
  },
  size: (text) => page.size(...size(text)),
  theme: (theme) => page.run((theme) => document.documentElement.setAttribute("data-theme", theme), theme),
};

let status = 0;
try {
  for (const step of steps) {
    const act = Object.keys(ACTS).find((name) => name in step);
    if (!act) throw new Error(`no step is called ${JSON.stringify(step)}; see the head of look.mjs`);
    try {
      await ACTS[act](step[act], step);
    } catch (error) {
      console.error(`${JSON.stringify(step)} failed: ${error.message}`);
      await page.picture().then((bytes) => writeFileSync(join(out, "failed.png"), bytes), () => {});
      status = 1;
      break;
    }
  }
  for (const complaint of await page.complaints().catch(() => [])) console.error(complaint);
} finally {
  await app.close();
  const said = app.said().trim();
  if (said) console.error(said);
  if (folder) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status;
