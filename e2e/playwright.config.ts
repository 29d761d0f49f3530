// Real Chromium, at a phone's size, against the real server with the demo brand.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  // A browser and a decoder a worker: more than the machine has cores only makes them wait.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  snapshotPathTemplate: "tests/spoken/{arg}{ext}",
  reporter: [["list"]],
  use: { viewport: { width: 390, height: 844 }, locale: "en-US" },
});
