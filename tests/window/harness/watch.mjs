// Watches the window and every process it starts (its web process, its network process, workers) for connections, with strace: the kernel's own
// account, which no library can step around.

import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A program that runs `binary` under watch, and what it asked of the network so far. */
export function watched(binary, folder) {
  const log = join(folder, "calls.txt");
  const program = join(folder, "watched");
  // -D: the window itself is the process that the driver starts and ends; the watcher stands aside.
  writeFileSync(program, `#!/bin/sh\necho "$WEBKIT_INSPECTOR_SERVER" > '${log}.driver'\nexec strace -D -f --seccomp-bpf -qq -s 96 -e trace=connect,sendto,sendmsg,sendmmsg,execve -o '${log}' '${binary}' "$@"\n`);
  chmodSync(program, 0o755);
  return { program, calls: () => calls(log) };
}

/**
 * What was asked of the network: a connection or a message to an address of the internet, this machine's own included. Sockets between
 * processes of this machine (AF_UNIX) and questions to the kernel (AF_NETLINK) lead nowhere. The one address left out is the driver's, which is
 * there in tests only: it names it in WEBKIT_INSPECTOR_SERVER.
 */
export function calls(log) {
  const lines = readFileSync(log, "utf8").split("\n");
  if (!lines.some((line) => line.includes("execve("))) throw new Error(`${log} holds nothing: strace did not watch`);
  const [, address, port] = readFileSync(`${log}.driver`, "utf8").trim().match(/^(.+):(\d+)$/);
  const driver = `sin_port=htons(${port}), sin_addr=inet_addr("${address}")`;
  return lines.filter((line) => /AF_INET6?\b/.test(line) && !line.includes(driver)).map((line) => line.replace(/^\d+\s+/, ""));
}
