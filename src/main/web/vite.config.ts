import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { fontsAsFiles } from "./fontsAsFiles.ts";

const backend = process.env["CONSOLE_BACKEND"] ?? "http://127.0.0.1:8081";

export default defineConfig({
  plugins: [react(), fontsAsFiles(join(import.meta.dirname, "node_modules/.cache/fonts"))],
  build: {
    target: "es2022",
    // The server's content security policy allows fonts and images from itself only.
    assetsInlineLimit: 0,
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    // The libraries change seldom; apart from our own code they stay in the browser's cache.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "libraries", test: /node_modules/ }] } },
    },
  },
  server: { host: "127.0.0.1", proxy: { "/api": backend } },
  test: {
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/setup.ts"],
    css: false,
    // Loading the libraries anew for each file would take longer than the tests do.
    isolate: false,
    // Nothing else is built meanwhile.
    maxWorkers: "100%",
    testTimeout: 20_000,
    server: { deps: { inline: [/@cloudscape-design\//] } },
  },
});
