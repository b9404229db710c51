// No connection, whatever a page tries. The journeys are watched too (journey.test.mjs, keyboard.test.mjs); here the watch itself is put to the test.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { start } from "./harness/app.mjs";
import { root, scratch } from "./harness/places.mjs";
import { calls, watched } from "./harness/watch.mjs";

test("a program that opens a connection is seen", async () => {
  const folder = scratch("watch");
  const { server, port } = await listening();
  try {
    const { program } = watched(process.execPath, folder);
    execFileSync(program, ["-e", `require("node:net").connect(${port}, "127.0.0.1").on("connect", function () { this.destroy(); })`], { env: { ...process.env, WEBKIT_INSPECTOR_SERVER: "127.0.0.1:1" } });
    await told(() => calls(join(folder, "calls.txt")).some((line) => line.startsWith("connect") && line.includes(`htons(${port})`)));
  } finally {
    server.close();
  }
});

test("a page that tries every way out reaches nobody", async () => {
  const { server, port, asked } = await listening();
  const pages = join(scratch("pages"), "pages");
  cpSync(process.env.DOSSIER_PAGES ?? join(root, "ui/dist"), pages, { recursive: true });
  const there = `http://127.0.0.1:${port}`;
  const index = join(pages, "index.html");
  const hostile = `
    <meta http-equiv="x-dns-prefetch-control" content="on">
    <link rel="preconnect" href="${there}">
    <link rel="preconnect" href="${there}" crossorigin>
    <link rel="dns-prefetch" href="//hostile.example">
    <link rel="prefetch" href="${there}/prefetch">
    <link rel="preload" as="image" href="${there}/preload">
    <link rel="stylesheet" href="${there}/style">
    <script src="${there}/script"></script>
    <script src="./hostile.js"></script>
    <iframe sandbox srcdoc='<link rel="preconnect" href="${there}">'></iframe>
    <iframe src="${there}/frame"></iframe>
    <img src="${there}/image" alt="">`;
  writeFileSync(index, readFileSync(index, "utf8").replace("</body>", `${hostile}</body>`));
  writeFileSync(
    join(pages, "hostile.js"),
    `document.documentElement.dataset.hostile = "ran";
     fetch("${there}/fetch").catch(() => {});
     navigator.sendBeacon("${there}/beacon", "x");
     try { new WebSocket("ws://127.0.0.1:${port}/socket"); } catch {}
     try { new EventSource("${there}/events"); } catch {}
     try {
       const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${port}" }] });
       peer.createDataChannel("x");
       peer.createOffer().then((offer) => peer.setLocalDescription(offer));
     } catch {}
     new Image().src = "${there}/image";
     addEventListener("load", () => setTimeout(() => (location.href = "${there}/location"), 0));`,
  );
  const app = await start({ pages, watch: true });
  try {
    await app.page.until(() => app.page.run(() => document.documentElement.dataset.hostile === "ran"), "the hostile script of our own folder to run");
    await app.page.settled();
    assert.equal(asked(), 0, "the page reached a server");
    // Where the content policy has no word, the dead address of the proxy has: that is the only place anything may go.
    const elsewhere = app.connections().filter((line) => !line.includes('sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")'));
    assert.deepEqual(elsewhere, []);
  } finally {
    await app.close();
    server.close();
  }
});

async function listening() {
  let asked = 0;
  const server = createServer((_, answer) => answer.end("x"));
  server.on("connection", () => (asked += 1));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, port: server.address().port, asked: () => asked };
}

/** Waits until the watch has written what it saw. */
async function told(check) {
  for (let n = 0; n < 100; n += 1) {
    if (check()) return;
    await new Promise((again) => setTimeout(again, 50));
  }
  assert.fail("the watch did not see the connection");
}
