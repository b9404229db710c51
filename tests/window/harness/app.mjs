// The real window under WebDriver: one driver, one screen and one home folder for each `start`.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { ended, screen } from "./display.mjs";
import { Page } from "./page.mjs";
import { away, desktop, load, made, scratch } from "./places.mjs";
import { watched } from "./watch.mjs";

export const NAME = "Ada Reyes";
export const NOW = "2026-11-21T09:30:00Z";

/**
 * Opens the window.
 *
 * - `file`: the dossier to open; none shows the start screen
 * - `args`: further arguments
 * - `size`: of the window, [width, height]; null leaves it as it opens
 * - `pages`: a folder with built pages to show in place of the ones in the binary (debug builds)
 * - `home`: a home folder to use again, so that settings and recent dossiers are as the last window left them
 * - `watch`: keep an account of what it asks of the network, for `connections`
 * - `theme`: light or dark, as the system asks for it
 * - `clock`: false leaves the clock running
 * - `env`: more environment
 */
export async function start({ file, args = [], size = [1280, 800], binary, pages, home, watch = false, env = {}, clock = true, theme = "light" } = {}) {
  const [width, height] = size ?? [1280, 800];
  const display = await screen(Math.max(width + 160, 1440), Math.max(height + 100, 900));
  const ours = home ?? scratch("home");
  const port = await freePort();
  const said = [];
  const watcher = watch ? watched(binary ?? desktop(), ours) : undefined;
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    env: { ...process.env, ...homeOf(ours), ...(pages ? { DOSSIER_PAGES: pages } : {}), DISPLAY: display.name, GTK_THEME: theme === "dark" ? "Adwaita:dark" : "Adwaita", TAURI_WEBVIEW_AUTOMATION: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const orphaned = () => driver.kill();
  process.once("exit", orphaned);
  driver.stdout.on("data", (bytes) => said.push(bytes));
  driver.stderr.on("data", (bytes) => said.push(bytes));
  const close = async () => {
    process.off("exit", orphaned);
    await ended(driver);
    await display.close();
    if (!home) away(ours);
  };
  try {
    await answers(port, driver);
    const { remote } = await load("webdriverio");
    const browser = await remote({
      hostname: "127.0.0.1",
      port,
      logLevel: "silent",
      connectionRetryCount: 0,
      connectionRetryTimeout: 60_000,
      capabilities: {
        "wdio:enforceWebDriverClassic": true,
        "webkitgtk:browserOptions": {
          binary: watcher?.program ?? binary ?? desktop(),
          args: [...(file ? [file] : []), "--as", NAME, ...(clock ? ["--now", NOW] : []), ...args],
        },
      },
    });
    // Walking down a list of two thousand takes its time on a loaded machine.
    await browser.setTimeout({ script: 120_000 });
    const page = new Page(browser, { display: display.name });
    await page.ready();
    if (size) await page.size(width, height);
    return {
      page,
      browser,
      home: ours,
      display,
      /** What the window and its processes asked of the network so far. */
      connections: () => watcher.calls(),
      said: () => Buffer.concat(said).toString().replaceAll(/.*Gtk-CRITICAL.*\n+/g, ""),
      /** Ends the window as its close button would, then the driver. */
      close: async () => {
        await browser.deleteSession().catch(() => {});
        await close();
      },
    };
  } catch (error) {
    await close();
    const words = Buffer.concat(said).toString().trim();
    throw new Error(`the window did not open: ${error.message}${words ? `\n${words}` : ""}`, { cause: error });
  }
}

/** A home folder in which nothing of the person's own is read or written. */
export function homeOf(folder) {
  return {
    HOME: made(folder),
    XDG_DATA_HOME: made(join(folder, "data")),
    XDG_CONFIG_HOME: made(join(folder, "config")),
    XDG_CACHE_HOME: made(join(folder, "cache")),
    XDG_STATE_HOME: made(join(folder, "state")),
    XDG_RUNTIME_DIR: made(join(folder, "run")),
    // Without this way of drawing, pictures of the page are never finished.
    WEBKIT_DISABLE_DMABUF_RENDERER: "0",
    // No desktop: no portals, no bus of the session, no accessibility bridge.
    GTK_USE_PORTAL: "0",
    NO_AT_BRIDGE: "1",
    GSETTINGS_BACKEND: "memory",
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, "run/bus")}`,
    LANG: "C.UTF-8",
    TZ: "UTC",
  };
}

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function answers(port, driver) {
  const until = Date.now() + 20_000;
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver (apt package webkit2gtk-driver) ended with status ${driver.exitCode}`);
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (status?.ok) return;
    if (Date.now() > until) throw new Error("WebKitWebDriver does not answer");
    await new Promise((again) => setTimeout(again, 25));
  }
}
