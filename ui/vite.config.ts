import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  // One file from the disk loads faster than several.
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 2048 },
  // Tests run the code that runs in the window, not the one for servers.
  ...(process.env["VITEST"] ? { resolve: { conditions: ["browser"] } } : {}),
  test: { include: ["src/**/*.test.ts"] },
});
