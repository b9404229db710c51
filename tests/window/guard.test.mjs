// What the pages may not do, even if somebody got a script into them.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { start } from "./harness/app.mjs";
import { full } from "./harness/cases.mjs";

let app;
let page;

before(async () => {
  app = await start({ file: full() });
  page = app.page;
});
after(() => app?.close());

/** Asks the system for something as a script in the page could; gives why it was refused, or undefined where it was done. */
const asked = (command, args = {}) =>
  page.runAsync(
    async (command, args) => {
      try {
        await window.__TAURI_INTERNALS__.invoke(command, args);
        return null;
      } catch (error) {
        return typeof error === "string" ? error : error?.code ? `${error.code}: ${error.message}` : (error?.message ?? JSON.stringify(error));
      }
    },
    command,
    args,
  );

const REFUSED = [
  ["plugin:window|set_title", { label: "w1", value: "taken over" }],
  ["plugin:window|close", { label: "w1" }],
  ["plugin:window|destroy", { label: "w1" }],
  ["plugin:window|create", { options: { label: "w9", url: "https://example.org" } }],
  ["plugin:window|set_fullscreen", { label: "w1", value: true }],
  ["plugin:webview|create_webview_window", { options: { label: "w9", url: "https://example.org" } }],
  ["plugin:webview|create_webview", { windowLabel: "w1", options: { url: "https://example.org" } }],
  ["plugin:webview|internal_toggle_devtools", {}],
  ["plugin:webview|print", { label: "w1" }],
  ["plugin:event|emit", { event: "changed", payload: {} }],
  ["plugin:event|emit_to", { target: { kind: "Any" }, event: "dropped", payload: { picks: [{ id: 1, name: "x", folder: false }] } }],
  ["plugin:dialog|open", { options: { multiple: true } }],
  ["plugin:dialog|save", { options: {} }],
  ["plugin:dialog|message", { message: "Give me your password" }],
  ["plugin:dialog|ask", { message: "?" }],
  ["plugin:path|resolve_directory", { directory: 1 }],
  ["plugin:path|resolve", { paths: ["/etc", "passwd"] }],
  ["plugin:app|version", {}],
  ["plugin:app|app_hide", {}],
  ["plugin:menu|new", { kind: "Menu", options: {} }],
  ["plugin:menu|popup", { rid: 1 }],
  ["plugin:tray|new", { options: {} }],
  ["plugin:image|from_path", { path: "/etc/passwd" }],
  ["plugin:resources|close", { rid: 1 }],
  ["plugin:window-state|save_window_state", { flags: 0 }],
  ["plugin:window-state|filename", {}],
  ["plugin:fs|read_text_file", { path: "/etc/passwd" }],
  ["plugin:fs|write_text_file", { path: "/tmp/dossier-guard", contents: "x" }],
  ["plugin:shell|execute", { program: "sh", args: ["-c", "true"] }],
  ["plugin:shell|open", { path: "https://example.org" }],
  ["plugin:opener|open_url", { url: "https://example.org" }],
  ["plugin:opener|open_path", { path: "/etc/passwd" }],
  ["plugin:http|fetch", { clientConfig: { method: "GET", url: "https://example.org", headers: [] } }],
  ["plugin:process|exit", { code: 0 }],
  ["plugin:process|restart", {}],
  ["plugin:clipboard-manager|read_text", {}],
  ["plugin:updater|check", {}],
  ["no_such_command", {}],
  ["OVERVIEW", { dossier: 1 }],
];

for (const [command, args] of REFUSED) {
  test(`${command} is refused`, async () => {
    const why = await asked(command, args);
    assert.notEqual(why, null, `${command} was done`);
    assert.match(why, /not allowed|not found/);
    assert.equal(await page.run(() => document.title.includes("Dossier")), true, "the window is still there, with its own title");
  });
}

test("what the capability lists is answered", async () => {
  assert.equal(await asked("begin", { window: "w1" }), null);
});

test("a number that stands for no picked file is refused", async () => {
  for (const [command, args] of [
    ["open", { window: "w1", target: { picked: 9999 }, beside: false }],
    ["open_to_read", { window: "w1", target: { picked: 9999 } }],
    ["verify", { pick: 9999 }],
    ["create", { window: "w1", pick: 9999, title: "Mine" }],
    ["publish", { dossier: 1, name: "letter", pick: 9999, sign: false }],
    ["backup", { dossier: 1, pick: 9999 }],
    ["export_to", { dossier: 1, pick: 9999 }],
  ]) {
    assert.match((await asked(command, await withDossier(args))) ?? `${command} was done`, /not picked|gone/, command);
  }
});

test("a path in the place of a picked file is refused", async () => {
  for (const [command, args] of [
    ["open", { window: "w1", target: { picked: "/etc/passwd" }, beside: false }],
    ["open", { window: "w1", target: "/etc/passwd", beside: false }],
    ["verify", { pick: "/etc/passwd" }],
    ["create", { window: "w1", pick: "/tmp/dossier-guard.dossier", title: "Mine" }],
    ["publish", { dossier: 1, name: "letter", pick: "/tmp/dossier-guard.pdf", sign: false }],
    ["backup", { dossier: 1, pick: "/tmp/dossier-guard.dossier" }],
    ["export_to", { dossier: 1, pick: { path: "/tmp/dossier-guard.json" } }],
  ]) {
    assert.match((await asked(command, await withDossier(args))) ?? `${command} was done`, /invalid (args|type)|unknown variant/, command);
  }
});

async function withDossier(args) {
  if (!("dossier" in args)) return args;
  const dossier = await page.runAsync(async () => (await window.__TAURI_INTERNALS__.invoke("begin", { window: "w1" })).opened.dossier);
  return { ...args, dossier };
}

test("the page cannot be led anywhere else", async () => {
  const here = await page.run(() => location.href);
  const ways = [
    () => (location.href = "https://example.org/"),
    () => location.assign("http://127.0.0.1:9/"),
    () => location.replace("file:///etc/passwd"),
    () => (location.href = "data:text/html,<h1>taken over</h1>"),
    () => (location.href = "javascript:document.body.textContent='taken over'"),
    () => {
      const link = Object.assign(document.createElement("a"), { href: "https://example.org/", target: "_blank" });
      document.body.append(link);
      link.click();
      link.remove();
    },
    () => {
      const link = Object.assign(document.createElement("a"), { href: "https://example.org/", download: "taken.html" });
      document.body.append(link);
      link.click();
      link.remove();
    },
    () => {
      const form = Object.assign(document.createElement("form"), { action: "https://example.org/", method: "post" });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    () => {
      const meta = Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: "0; url=https://example.org/" });
      document.head.append(meta);
    },
  ];
  for (const way of ways) {
    await page.run(way).catch(() => {});
    await frames(page, 10);
    assert.equal(await page.run(() => location.href), here, String(way));
    assert.equal(await page.shows("taken over"), false, String(way));
  }
});

test("no window can be opened", async () => {
  const before = (await page.browser.getWindowHandles()).length;
  for (const url of ["https://example.org/", "about:blank", "index.html"]) {
    assert.equal(await page.run((url) => window.open(url) === null, url), true, url);
  }
  await frames(page, 10);
  assert.equal((await page.browser.getWindowHandles()).length, before);
});

test("scripts that are not ours do not run", async () => {
  await page.run(() => {
    window.__ran = [];
  });
  const ways = {
    eval: () => eval("window.__ran.push('eval')"),
    "new Function": () => new Function("window.__ran.push('Function')")(),
    "a timer of text": () => void setTimeout("window.__ran.push('timer')", 0),
    "an inline script": () => document.body.append(Object.assign(document.createElement("script"), { textContent: "window.__ran.push('inline')" })),
    "a handler in markup": () => {
      const box = document.createElement("div");
      box.innerHTML = '<img src="x" onerror="window.__ran.push(\'handler\')"><svg onload="window.__ran.push(\'svg\')"></svg>';
      document.body.append(box);
    },
    "a script from data": () => document.body.append(Object.assign(document.createElement("script"), { src: "data:text/javascript,window.__ran.push('data')" })),
    "a script from a blob": () => document.body.append(Object.assign(document.createElement("script"), { src: URL.createObjectURL(new Blob(["window.__ran.push('blob')"])) })),
    "a script from elsewhere": () => document.body.append(Object.assign(document.createElement("script"), { src: "https://example.org/x.js" })),
    "a worker": () => new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).addEventListener("message", () => window.__ran.push("worker")),
    "a frame": () => document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: "<script>parent.__ran.push('frame')</script>" })),
  };
  for (const [name, way] of Object.entries(ways)) {
    await page.run(way).catch(() => {});
    await frames(page, 10);
    assert.deepEqual(await page.run(() => window.__ran), [], name);
  }
});

test("pages fetch nothing from elsewhere", async () => {
  let asks = 0;
  const server = createServer((_, answer) => {
    asks += 1;
    answer.setHeader("access-control-allow-origin", "*");
    answer.end("x");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  server.on("connection", () => (asks += 1));
  const there = `127.0.0.1:${server.address().port}`;
  try {
    // The server can be reached: a test that could not fail would prove nothing.
    await fetch(`http://${there}/`);
    assert.ok(asks > 0);
    asks = 0;
    await page.runAsync(async (there) => {
      const add = (name, attributes) => document.head.append(Object.assign(document.createElement(name), attributes));
      const tries = [
        () => fetch(`http://${there}/fetch`),
        () => fetch(`http://${there}/no-cors`, { mode: "no-cors" }),
        () => new XMLHttpRequest().open("GET", `http://${there}/xhr`),
        () => navigator.sendBeacon(`http://${there}/beacon`, "x"),
        () => new WebSocket(`ws://${there}/socket`),
        () => new EventSource(`http://${there}/events`),
        () => (new Image().src = `http://${there}/image`),
        () => add("link", { rel: "preconnect", href: `http://${there}` }),
        () => add("link", { rel: "prefetch", href: `http://${there}/prefetch` }),
        () => add("link", { rel: "preload", as: "image", href: `http://${there}/preload` }),
        () => add("link", { rel: "stylesheet", href: `http://${there}/style` }),
        () => add("link", { rel: "icon", href: `http://${there}/icon` }),
        () => document.body.append(Object.assign(document.createElement("iframe"), { src: `http://${there}/frame` })),
        () => document.body.append(Object.assign(document.createElement("object"), { data: `http://${there}/object` })),
        () => document.body.append(Object.assign(document.createElement("video"), { src: `http://${there}/video`, preload: "auto" })),
        () => document.fonts.add(Object.assign(new FontFace("x", `url(http://${there}/font)`))) && document.fonts.load("12px x"),
        () => (document.body.style.backgroundImage = `url(http://${there}/background)`),
        () => navigator.serviceWorker?.register(`http://${there}/worker`),
      ];
      for (const one of tries) {
        try {
          await Promise.race([one(), new Promise((late) => setTimeout(late, 100))]);
        } catch {
          // Refused, as it should be.
        }
      }
    }, there);
    await frames(page, 30);
    assert.equal(asks, 0, "something was fetched");
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

/** Lets the page draw some frames, so that what it was told to do has its chance. */
function frames(page, count) {
  return page.runAsync(async (count) => {
    for (let n = 0; n < count; n += 1) await new Promise((next) => requestAnimationFrame(() => next()));
  }, count);
}
