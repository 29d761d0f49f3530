// Forms without a network: kept on the phone, told as waiting, sent once, and never told as sent before.
import type { BrowserContext, Page } from "@playwright/test";

import { isAccessible } from "../support/accessible.js";
import { put } from "../support/put.js";
import type { Server } from "../support/server.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** Asks in the scanner, and gets the answer in place. */
async function type(page: Page, code: string): Promise<void> {
  await page.goto("/scan");
  // The app is there, in the place of the server's form.
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  await page.getByLabel("Number or link on the pack").fill(code);
  await page.getByRole("button", { name: "Check it" }).click();
}

const forms = (page: Page) => page.locator("[data-forms] > ul > li");

/** How many registrations this browser has. */
async function registered(page: Page): Promise<number> {
  await page.goto("/mine");
  return page.locator("section.mine > ul.facts > li").count();
}

test("a registration in the app waits, is sent once, and its reference is in the history", async ({ server, open }) => {
  const { page, context } = await open();
  await type(page, server.label("power-bank-issued").content);
  const form = page.getByRole("form", { name: "Register it" });
  await form.getByLabel("Shop").fill("Market hall");
  await context.setOffline(true);
  await form.getByRole("button", { name: "Register" }).click();
  await expect(form.getByRole("status")).toHaveText("Waiting, not sent. It goes when there is a network; you find it in the history.");
  await expect(form.getByLabel("Shop")).toHaveValue("Market hall");
  // A second tap sends nothing by hand.
  await expect(form.getByRole("button", { name: "Register" })).toBeDisabled();
  await page.getByRole("navigation").getByRole("link", { name: "History" }).first().click();
  await expect(forms(page)).toContainText("registration");
  await expect(forms(page)).toContainText("Waiting, not sent · ");
  await isAccessible(page);

  await context.setOffline(false);
  await expect(forms(page)).toContainText("Sent · ");
  await expect(forms(page)).toContainText("Registered");
  await expect(forms(page)).toContainText(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  await isAccessible(page);
  const reference = (await forms(page).locator("dd").first().innerText()).trim();
  expect(await registered(page)).toBe(1);
  await expect(page.getByText(reference)).toBeVisible();
  // It is kept until it is erased, and sent no second time.
  await page.goto("/history");
  await expect(forms(page)).toHaveCount(1);
  await forms(page).getByRole("button", { name: /^Erase: / }).click();
  await expect(forms(page)).toHaveCount(0);
});

/** On the server's own page, with its script. */
async function openPack(page: Page, server: Server, label: string): Promise<void> {
  await page.goto(`/check?code=${encodeURIComponent(server.label(label).content)}`);
  // The script that keeps forms has run: a module is there once for everybody who asks for it.
  await page.evaluate(() => import(new URL("/queue.js", location.href).href));
}

async function comeBack(page: Page, context: BrowserContext, path: string): Promise<void> {
  await context.setOffline(false);
  await page.goto(path);
}

test("a report with a photo from the server's page goes out in a later visit, with another session", async ({ server, open }) => {
  const { page, context } = await open({ serviceWorkers: "block" });
  await openPack(page, server, "coffee-issued");
  const buffer = await page.screenshot();
  await page.getByText("Something is wrong?").last().click();
  const form = page.locator('form[action="/report"]');
  await form.locator("textarea").first().fill("The seal was open.");
  await form.locator('input[type="file"]').setInputFiles({ name: "seal.png", mimeType: "image/png", buffer });
  await context.setOffline(true);
  await form.locator('button[type="submit"]').click();
  await expect(form.getByText("Waiting, not sent.")).toBeVisible();
  // The cookies of then are gone: the token of then would be worth nothing.
  await context.clearCookies();
  await comeBack(page, context, "/history");
  await expect(forms(page)).toContainText("Sent · ");
  await expect(forms(page)).toContainText(/W-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

test("a refused one says why, and keeps what was typed", async ({ server, open }) => {
  const { page, context } = await open({ serviceWorkers: "block" });
  await openPack(page, server, "porridge-issued");
  const form = page.locator('form[action="/register"]');
  await form.getByLabel("Shop").fill("Market hall");
  await context.setOffline(true);
  await form.getByRole("button", { name: "Register" }).click();
  await expect(form.getByText("Waiting, not sent.")).toBeVisible();
  // Somebody else is quicker.
  const other = (await open({ javaScriptEnabled: false })).page;
  await other.goto(server.label("porridge-issued").content);
  await other.getByRole("button", { name: "Register", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();

  await comeBack(page, context, "/history");
  await expect(forms(page)).toContainText("Not taken · ");
  await expect(forms(page)).toContainText("Market hall");
  await expect(forms(page)).toContainText(/registered/);
  await isAccessible(page);
  await forms(page).getByRole("link", { name: "Open the page again" }).click();
  await expect(page.getByText("It is mine")).toBeVisible();
});

test("erasing everything erases what waits, too", async ({ server, open }) => {
  const { page, context } = await open({ serviceWorkers: "block" });
  await openPack(page, server, "kefir-warm");
  await context.setOffline(true);
  const form = page.locator('form[action="/register"]');
  await form.getByRole("button", { name: "Register" }).click();
  await expect(form.getByText("Waiting, not sent.")).toBeVisible();
  // Nothing goes out before the person has erased it.
  await context.route("**/mine", (route) => route.abort());
  await comeBack(page, context, "/privacy");
  await page.getByRole("link", { name: /Erase everything/ }).or(page.getByRole("button", { name: /Erase everything/ })).first().click();
  await page.getByRole("button", { name: /Erase/ }).first().click();
  await expect(page.locator('[data-own="erased"]')).toBeVisible();
  await context.unroute("**/mine");
  await page.goto("/history");
  await expect(page.getByText("Nothing scanned on this device yet.")).toBeVisible();
  await expect(forms(page)).toHaveCount(0);
});

test("a recall that comes later is told on the front page and in the history, without a check", async ({ server, open }) => {
  const { page } = await open();
  const code = server.label("coffee-issued").content;
  await type(page, code);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("alert")).toHaveCount(0);
  put(server, "recall.jsonl", {
    type: "recall",
    id: "NB-LATER",
    gtin: "09506000201016",
    on: "2026-11-24",
    hazard: { en: "It may hold glass." },
    instruction: { en: "Do not drink it." },
    remedies: ["refund"],
  });
  const checks: string[] = [];
  page.on("request", (request) => request.url().endsWith("/v1/verify") && checks.push(request.url()));
  await page.goto("/");
  await page.getByRole("link", { name: "One thing that you scanned has been recalled since. See which." }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "Aurora Roast" });
  await expect(entry).toContainText("Recalled, learned ");
  expect(checks).toEqual([]);
  await isAccessible(page);
  // Opened, it is the page of now.
  await entry.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Recalled: stop using" })).toBeVisible();
});

test("where the browser can, a form goes out with no page of ours open", async ({ server, open }) => {
  const { page, context } = await open();
  await openPack(page, server, "headphones-issued");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const client = await context.newCDPSession(page);
  const registration = new Promise<string>((found) => {
    client.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => registrations[0] && found(registrations[0].registrationId));
  });
  await client.send("ServiceWorker.enable");
  // The person has no network; what the browser is asked for is done by hand below, as it does later.
  const asked = await page.evaluateHandle(() => {
    const asked: string[] = [];
    const prototype = (window as unknown as { SyncManager: { prototype: { register: (tag: string) => Promise<void> } } }).SyncManager.prototype;
    prototype.register = async (tag) => void asked.push(tag);
    return asked;
  });
  const form = page.locator('form[action="/register"]');
  await context.setOffline(true);
  await form.getByRole("button", { name: "Register" }).click();
  await expect(form.getByText("Waiting, not sent.")).toBeVisible();
  await expect.poll(() => asked.jsonValue()).toEqual(["forms"]);
  const registrationId = await registration;

  await page.goto("about:blank");
  await context.setOffline(false);
  const sync = { origin: server.origin, registrationId, tag: "forms", lastChance: false };
  await client.send("ServiceWorker.dispatchSyncEvent", sync);
  // Nothing but that: a page that is opened later would send it itself, and is kept from doing so.
  await context.addInitScript(() => Object.defineProperty(navigator, "onLine", { get: () => false }));
  await expect
    .poll(async () => {
      await page.goto("/history");
      return forms(page).innerText();
    })
    .toContain("Sent · ");
  await expect(forms(page)).toContainText(/R-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(await registered(page)).toBe(1);
  // A second event finds nothing to send.
  await client.send("ServiceWorker.dispatchSyncEvent", sync);
  expect(await registered(page)).toBe(1);
});
