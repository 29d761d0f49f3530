// A new version comes while a visit is open and what was written down waits.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as inFolder } from "node:path";

import { asInspector, begin } from "../support/inspector.js";
import { Server, web } from "../support/server.js";
import { expect, test } from "../support/test.js";

test("a new version in the middle of a visit: what was written down stays, and is sent", async ({ open }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(inFolder(tmpdir(), "touchstone-inspect-update-"));
  const built = inFolder(folder, "web");
  cpSync(web, built, { recursive: true });
  let server = await Server.start({ folder, web: built });
  const port = Number(new URL(server.origin).port);
  try {
    const { page, context } = await open({ baseURL: server.origin });
    const told = () => page.getByText("A new version is ready.");
    const rows = page.locator(".rows li");
    const visit = () => page.getByRole("button", { name: "Visit", exact: true }).click();
    const find = async (reason: string, more: boolean) => {
      await page.getByRole("button", { name: "Add a finding" }).click();
      await page.getByRole("button", { name: reason }).click();
      if (more) {
        const photo = inFolder(test.info().outputDir, "finding.png");
        await page.screenshot({ path: photo });
        await page.getByLabel("Add a photograph").setInputFiles(photo);
        await expect(page.locator(".photos img")).toBeVisible();
      }
      await page.getByRole("button", { name: "Write it down" }).click();
    };
    await asInspector(page, server);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await begin(page, "Cellar");
    await context.setOffline(true);
    await find("Seal broken", true);
    await expect(rows).toHaveCount(2);

    // The new server has another build, and the login is over meanwhile: nothing can go out.
    await server.stop();
    const script = inFolder(built, "sw.js");
    writeFileSync(script, readFileSync(script, "utf8").replace(/const BUILD = "[^"]*"/, 'const BUILD = "newer"'));
    server = await Server.start({ folder, web: built, port });
    const cookies = await context.cookies();
    await context.clearCookies();
    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    // The page of before goes on, and is told at its next start.
    await find("Label damaged", false);
    await expect(rows).toHaveCount(3);
    await page.reload();
    await expect(told()).toBeVisible();
    await expect(page.getByText(/^A new version is ready\. What was written down stays/)).toBeVisible();
    await visit();
    await expect(rows).toHaveCount(3);
    // It waits for a yes: one goes on in the old one for as long as one likes.
    await find("Stored wrong", false);
    await expect(rows).toHaveCount(4);
    await page.getByRole("button", { name: "Reload now" }).click();
    const shells = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("shell-")));
    await expect.poll(async () => shells().catch(() => [])).toEqual(["shell-newer"]);
    await expect(told()).toBeHidden();
    await visit();
    await expect(rows).toHaveCount(4);
    await expect(page.getByText("Seal broken, one pack, photographs: 1")).toBeVisible();

    await context.addCookies(cookies);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.getByRole("button", { name: /^Queue/ }).click();
    const count = async (stage: string) => Number(await page.locator(`.tallies .${stage} strong`).textContent());
    // Four lines, and the photograph.
    await expect.poll(() => count("confirmed"), { timeout: 60_000 }).toBe(5);
    expect([await count("here"), await count("sent")]).toEqual([0, 0]);
    await page.goto("/desk/inspections");
    await page.getByRole("link", { name: "Cellar" }).click();
    await expect(page.getByText("This device's chain holds")).toBeVisible();
    await expect(page.getByText("Stored wrong").first()).toBeVisible();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
