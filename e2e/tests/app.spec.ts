// The app beyond the camera: forms in place, history, offline, and what a screen reader gets.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "../support/test.js";

/** Opens the scanner and waits until the app has taken the place of the server's forms. */
async function openScanner(page: Page): Promise<void> {
  await page.goto("/scan");
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
}

/** Types a code into the scanner. */
async function type(page: Page, code: string): Promise<void> {
  await openScanner(page);
  await page.getByLabel("Number or link on the pack").fill(code);
  await page.getByRole("button", { name: "Check it" }).click();
}

const COFFEE = "(01)09506000201016(21)H2K7RNJ6635MCJ";

test("a typed code is answered in place, and the history keeps it on the device", async ({ open }) => {
  const { page } = await open();
  await type(page, COFFEE);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
  await page.goto("/history");
  const entry = page.getByRole("listitem").filter({ hasText: "Aurora Roast" });
  await expect(entry).toBeVisible();
  await page.getByRole("button", { name: "Erase all" }).click();
  await expect(page.getByText("Nothing scanned on this device yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entry).toBeVisible();
});

test("a registration in place; without a network it waits, and what was typed stays", async ({ server, open }) => {
  const { page, context } = await open();
  await type(page, server.label("power-bank-issued").content);
  const form = page.getByRole("form", { name: "Register it" });
  await form.getByLabel("Shop").fill("Market hall");
  await context.setOffline(true);
  await form.getByRole("button", { name: "Register" }).click();
  await expect(form.getByText("Waiting, not sent.")).toBeVisible();
  await expect(form.getByLabel("Shop")).toHaveValue("Market hall");
  await context.setOffline(false);
  await expect(form.getByText(/^Sent · Registered · Reference · R-/)).toBeVisible();
});

test("a code scanned without a network is kept, and asked about when there is one", async ({ open }) => {
  const { page, context } = await open();
  await page.addInitScript(() => {
    const { persist } = StorageManager.prototype;
    StorageManager.prototype.persist = function () {
      document.documentElement.dataset.asked = "to keep";
      return persist.call(this);
    };
  });
  await openScanner(page);
  await context.setOffline(true);
  await page.getByLabel("Number or link on the pack").fill(COFFEE);
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Not checked yet" })).toBeVisible();
  // Nobody else has it yet.
  await expect(page.locator("html")).toHaveAttribute("data-asked", "to keep");
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("the shell opens without a network, and a seen page says how old it is", async ({ server, open }) => {
  const { page, context } = await open();
  await page.goto("/scan");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  const product = new URL(server.label("cream-product").content).pathname;
  await page.goto(product);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("hand cream");
  await context.setOffline(true);
  await page.goto(product);
  await expect(page.getByText("You are offline. This page was loaded")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("hand cream");
  await page.goto("/scan");
  await expect(page.getByRole("button", { name: "Check it" })).toBeVisible();
});

test("a server that fails gets a sentence, and the code waits for it", async ({ open }) => {
  const { page } = await open();
  await page.route("**/v1/verify", (route) => route.fulfill({ status: 500, body: "" }));
  await type(page, COFFEE);
  await expect(page.getByText("Our server does not answer. The code is kept")).toBeVisible();
  await page.unroute("**/v1/verify");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("what was scanned stays readable without a network, and a second scan tells what was said", async ({ open }) => {
  const { page, context } = await open();
  await page.goto("/scan");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await type(page, COFFEE);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
  const { pathname } = new URL(page.url());
  await expect.poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, pathname)).toBe(true);
  await context.setOffline(true);
  await page.goto(pathname);
  await expect(page.getByText("You are offline. This page was loaded")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
  await type(page, COFFEE);
  await expect(page.getByRole("heading", { level: 1, name: "Not checked yet" })).toBeVisible();
  await expect(page.getByText(/^On .* it was: Issued\. That may have changed since\.$/)).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "Aurora Roast" });
  await expect(entry).toContainText(/Waiting for a network · on .*: Issued/);
  await context.setOffline(false);
  await expect(entry).not.toContainText("Waiting");
});

test("a photo chosen in the app", async ({ open }) => {
  const { page, context } = await open();
  await page.goto("/demo");
  const symbol = page.getByRole("listitem").filter({ hasText: "Coffee, on the shelf in Gdynia" }).getByRole("img");
  const buffer = await symbol.screenshot();
  const other = await context.newPage();
  await openScanner(other);
  await other.getByLabel("Choose a photo of the code").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer });
  await expect(other.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("one session: the same browser's second look is told as its own", async ({ open }) => {
  const { page } = await open();
  const code = "(01)09506000202020(21)5674H8NQX4RS6P";
  await type(page, code);
  await expect(page.getByText("This is the first check of this code.")).toBeVisible();
  await type(page, code);
  await expect(page.getByText("You checked this code before; nobody else did.")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ server, open }) => {
    // Eleven pages, each looked at whole.
    test.slow();
    // Colors are judged at rest.
    const { page } = await open({ colorScheme, reducedMotion: "reduce" });
    const pages = ["/", "/scan", "/history", "/mine", "/demo", "coffee-issued", "power-bank-recalled-destroyed", "headphones-cloned", "headphones-stolen", "coffee-past-best-before", "bananas-batch"];
    for (const name of pages) {
      await page.goto(name.startsWith("/") ? name : server.label(name).content);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((violation) => `${name}: ${violation.id}: ${violation.nodes.map((node) => node.html).join(" ").slice(0, 300)}`)).toEqual([]);
    }
  });
}

test("no page asks anything of anybody else", async ({ server, open }) => {
  const { page } = await open();
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) foreign.push(request.url());
  });
  for (const path of ["/", "/scan", "/demo", server.label("coffee-issued").content]) await page.goto(path);
  expect(foreign).toEqual([]);
});
