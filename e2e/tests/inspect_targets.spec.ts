// Whatever an inspector presses is large enough for a glove, on a phone held in one hand and on a desk.
import { join as inFolder } from "node:path";

import type { Page } from "@playwright/test";

import { asInspector, begin, takeAlong } from "../support/inspector.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** The least side of a target, in CSS pixels. */
const LEAST = 64;

/** What is smaller than it should be: what it says, width and height. */
function small(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>("button, a[href], summary, select, textarea, input:not([type=hidden]), label.button");
    const told: string[] = [];
    for (const target of targets) {
      // Pressing its label presses it, too.
      const box = target.matches("input[type=checkbox], input[type=radio]") ? (target.closest("label") ?? target) : target;
      if (!box.checkVisibility() || box.matches(".visually-hidden, .visually-hidden *, .skip")) continue;
      const { width, height } = box.getBoundingClientRect();
      if (width < least - 0.5 || height < least - 0.5) {
        const name = target.getAttribute("aria-label") ?? target.textContent?.trim().slice(0, 40) ?? "";
        told.push(`${target.tagName.toLowerCase()}#${target.id} "${name}" ${width.toFixed(0)}×${height.toFixed(0)}`);
      }
    }
    return told;
  }, LEAST);
}

/** Whether something is wider than the view. */
function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

for (const [width, height] of [[390, 844], [1280, 800]] as const) {
  for (const scheme of ["light", "dark"] as const) {
    test(`every target has ${LEAST} pixels: ${width} × ${height}, ${scheme}`, async ({ server, open }) => {
      test.setTimeout(120_000);
      const { page } = await open();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      const check = async (name: string) => {
        expect(await small(page), name).toEqual([]);
        expect(await isTooWide(page), `${name} is too wide`).toBe(false);
        await page.screenshot({ path: inFolder(test.info().outputDir, `${name}.png`), fullPage: true });
      };
      const tab = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) }).last().click();
      await asInspector(page, server);
      await check("sweep-empty");
      await tab("Visit");
      await page.getByText("Address, team, consignment").click();
      await check("begin");
      await takeAlong(page);
      await check("offline");
      await begin(page, "Corner shop");
      await tab("Sweep");
      for (const id of ["coffee-issued", "medicine-never-issued", "power-bank-recalled", "headphones-cloned", "kefir-warm"]) {
        await page.getByLabel("Type a code").fill(server.label(id).content);
        await page.getByRole("button", { name: "Check", exact: true }).click();
      }
      await expect(page.locator(".packs li")).toHaveCount(5);
      await expect(page.locator(".packs li").getByText("Not checked yet")).toHaveCount(0);
      await check("swept");
      await page.getByLabel("Show the pack that ends in").fill("DYNC");
      await check("searched");
      await tab("Visit");
      for (const [key, name] of [["Add a finding", "finding"], ["Sample or seizure", "custody"], ["Release or hold", "decision"]] as const) {
        await page.getByRole("button", { name: key }).click();
        await check(name);
        await page.getByRole("button", { name: "Close", exact: true }).click();
      }
      await page.getByLabel("Consignment: SSCC, or number of the despatch note").fill("NB-4711");
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await expect(page.getByText("0 of 12 packs swept")).toBeVisible();
      await check("consignment");
      await tab("Queue");
      await check("queue");
      await page.goto("/inspect/verify");
      await expect(page.getByLabel("Choose the report")).toBeAttached();
      await check("verify");
    });
  }
}

test("what was unpacked says so, and what was in it", async ({ server, open }) => {
  const { page } = await open();
  await asInspector(page, server);
  await begin(page, "Warehouse");
  await page.getByLabel("Consignment: SSCC, or number of the despatch note").fill("195060000000426843");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText(/^Unpacked: Northbeam Shop Gdynia/)).toBeVisible();
  await expect(page.getByText("0 of 6 packs swept")).toBeVisible();
});

test("a visit that was ended by mistake goes on", async ({ server, open }) => {
  const { page } = await open();
  await asInspector(page, server);
  await begin(page, "Corner shop");
  await page.getByRole("button", { name: "End the visit" }).click();
  await expect(page.getByText("Visit ended: Corner shop")).toBeVisible();
  await page.getByRole("button", { name: "Go on with it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Corner shop" })).toBeVisible();
  await expect(page.locator(".rows li")).toHaveCount(3);
  await page.reload();
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Corner shop" })).toBeVisible();
});
