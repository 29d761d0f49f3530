// An old service worker in front of a new server, and the kill switch.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Server, web } from "../support/server.js";
import { expect, test } from "../support/test.js";

test("a new version waits for the person's yes; the kill switch removes everything", async ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-update-"));
  const built = join(folder, "web");
  cpSync(web, built, { recursive: true });
  let server = await Server.start({ folder, web: built });
  const port = Number(new URL(server.origin).port);
  try {
    const { page } = await open({ baseURL: server.origin });
    const isControlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
    await page.goto("/scan");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await expect.poll(isControlled).toBe(true);
    await expect(page.getByText("A new version is ready.")).toBeHidden();

    // The new server has another build.
    await server.stop();
    const script = join(built, "sw.js");
    writeFileSync(script, readFileSync(script, "utf8").replace(/const BUILD = "[^"]*"/, 'const BUILD = "newer"'));
    server = await Server.start({ folder, web: built, port });
    await page.reload();
    await expect(page.getByText("A new version is ready.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
    const shells = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("shell-")));
    expect(await shells()).toHaveLength(2);
    await page.getByRole("button", { name: "Reload now" }).click();
    await expect.poll(async () => shells().catch(() => [])).toEqual(["shell-newer"]);
    await expect(page.getByText("A new version is ready.")).toBeHidden();

    await server.stop();
    server = await Server.start({ folder, web: built, port, options: ["--no-service-worker"] });
    const left = () =>
      page
        .evaluate(async () => [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations())].length)
        .catch(() => -1);
    // Who opens a page while the worker's end loads another sees one of the two.
    for (const path of ["/scan", new URL(server.label("coffee-issued").content).pathname]) {
      await page.goto(path, { waitUntil: "commit", timeout: 10_000 }).catch(() => {});
      await expect.poll(left).toBe(0);
      await expect.poll(() => isControlled().catch(() => true)).toBe(false);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
