// What is kept about a browser: shown, taken along, erased.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";

import { expect, test } from "../support/test.js";

async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  }
}

test("everything is erased without JavaScript", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(server.label("coffee-issued").content);
  await page.getByRole("link", { name: "See or erase your data." }).click();
  await page.getByText("One check of a code").click();
  await expect(page.getByRole("link", { name: /^\/01\// })).toBeVisible();

  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a copy of everything" }).click();
  const kept = JSON.parse(readFileSync(await (await file).path(), "utf8"));
  expect(kept.checks).toHaveLength(1);

  await page.getByRole("link", { name: "Erase everything" }).click();
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Erased" })).toBeVisible();
  await page.goto("/privacy");
  await expect(page.getByText("Nothing is kept about this browser.")).toBeVisible();
});

test("what the browser keeps is in the copy, and goes with the rest", async ({ server, open }) => {
  const { page } = await open();
  await page.goto(server.label("coffee-issued").content);
  await page.evaluate(() => localStorage.setItem("touchstone.history", '[{"at":"a"},{"at":"b"}]'));
  // A form that waits for a network, with a photograph.
  await page.evaluate(async () => {
    const opening = indexedDB.open("touchstone", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("forms", { keyPath: "id" });
    await new Promise((done) => (opening.onsuccess = done));
    const photo = { name: "seal.jpg", type: "image/jpeg", bytes: new Uint8Array([1, 2, 3]).buffer };
    const entry = { id: "1", action: "/report", fields: [["words", "The seal was open."], ["photo", photo]], at: new Date().toISOString(), page: "/", name: "Coffee", status: "refused" };
    const store = opening.result.transaction("forms", "readwrite").objectStore("forms");
    await new Promise((done) => (store.put(entry).onsuccess = done));
    opening.result.close();
    localStorage.setItem("touchstone.forms", "1");
  });
  await page.goto("/privacy");
  await expect(page.getByText("On this device alone, forms that you sent or that wait for a network: 1.")).toBeVisible();
  await expect(page.getByText("On this device alone: 2 scanned codes.")).toBeVisible();
  await isAccessible(page);

  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a copy of everything" }).click();
  const kept = JSON.parse(readFileSync(await (await file).path(), "utf8"));
  expect(kept.on_this_device["touchstone.history"]).toHaveLength(2);
  expect(kept.on_this_device.forms).toHaveLength(1);
  expect(kept.on_this_device.forms[0].fields).toEqual([
    ["words", "The seal was open."],
    ["photo", { name: "seal.jpg", type: "image/jpeg", bytes: 3 }],
  ]);
  expect(kept.checks).toHaveLength(1);

  await page.getByRole("link", { name: "Erase everything" }).click();
  await isAccessible(page);
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Erased" })).toBeVisible();
  await isAccessible(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
