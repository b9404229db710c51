// A screen that nobody sees. Xvfb picks the number itself, so many can start at once.

import { spawn } from "node:child_process";

/** Starts a screen of this size; `name` is what DISPLAY has to be. */
export async function screen(width = 1440, height = 900) {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const orphaned = () => server.kill();
  process.once("exit", orphaned);
  const number = await new Promise((found, failed) => {
    let text = "";
    server.on("error", (error) => failed(new Error(`Xvfb did not start (apt package xvfb): ${error.message}`)));
    server.on("exit", (code) => failed(new Error(`Xvfb ended with status ${code}`)));
    server.stdio[3].on("data", (bytes) => {
      text += bytes;
      if (text.endsWith("\n")) found(text.trim());
    });
  });
  server.removeAllListeners("exit");
  return { name: `:${number}`, width, height, close: () => (process.off("exit", orphaned), ended(server)) };
}

/** Asks a program of ours to end, and waits until it has. */
export function ended(child, signal = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const late = setTimeout(() => child.kill("SIGKILL"), 5000);
    child.once("exit", () => {
      clearTimeout(late);
      done();
    });
    child.kill(signal);
  });
}
