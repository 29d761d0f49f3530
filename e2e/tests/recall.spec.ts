// Recalls that come after the scan: followed by a private link and by notices on the device, told by
// authorities, and pages that were stored before.
import { type BrowserContext, type Page, type Worker } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";

import { isAccessible } from "../support/accessible.js";
import { put } from "../support/put.js";
import { Server, command } from "../support/server.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { expect, test as shared } from "../support/test.js";

/** A product each, so that the tests don't see each other's recalls. */
const KETTLE = "09506000211015";
const LAMP = "09506000211022";
const TOASTER = "09506000211039";
const FAN = "09506000211046";

// A server of its own: other tests don't expect these recalls, and it sends push messages.
const test = shared.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const folder = mkdtempSync(path(tmpdir(), "touchstone-recall-"));
      const key = path(folder, "vapid.key");
      execFileSync(command, ["key", "vapid", "--out", key], { stdio: "ignore" });
      const server = await Server.start({ folder, options: ["--vapid-key", key] });
      const product = (gtin: string, name: string) =>
        ({ type: "product", brand: "northbeam", gtin, name: { en: name }, sector: "electronics", serials: "not-numbered" });
      put(server, "products.jsonl", product(KETTLE, "Northbeam kettle"), product(LAMP, "Northbeam desk lamp"),
        product(TOASTER, "Northbeam toaster"), product(FAN, "Northbeam fan"),
        ...[[KETTLE, "K7"], [LAMP, "L4"], [TOASTER, "T1"], [FAN, "F1"]].map(([gtin, batch]) => ({ type: "batch", gtin, batch })));
      await use(server);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});

function recall(gtin: string, batch: string): object {
  return {
    type: "recall", id: `recall-${gtin}`, gtin, batches: [batch], on: "2026-11-24", number: "NB-7",
    hazard: { en: "The handle can come off while it is hot." },
    instruction: { en: "Stop using it. Bring it back; you need no receipt." },
    identification: { en: "The batch is on the bottom." },
    remedies: ["refund"], contact: { phone: "+49 30 23125 014" },
  };
}

/** Follows what the page is about, by a private link; its path. */
async function follow(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Give me a private link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Noted" })).toBeVisible();
  await expect(page.getByText("No recall covers it.")).toBeVisible();
  return (await page.getByRole("link", { name: /\/follow\// }).getAttribute("href"))!;
}

test("without JavaScript: a private link tells of a recall that comes later, and ends with one tap", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`/01/${KETTLE}/10/K7`);
  // Playwright looks for no text in a `noscript`.
  await expect(page.locator("noscript p")).toHaveText(/^Notices on this device need JavaScript/);
  const own = await follow(page);
  put(server, "recall.jsonl", recall(KETTLE, "K7"));

  const other = (await open({ javaScriptEnabled: false })).page;
  await other.goto(own);
  await expect(other.getByText(/^Recalled on 24 November 2026: stop using it\. new$/)).toBeVisible();
  await expect(other.getByText("The handle can come off while it is hot.")).toBeVisible();
  await other.getByRole("link", { name: "What to do now" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Recalled: stop using" })).toBeVisible();

  await page.goto("/mine");
  await expect(page.getByRole("heading", { name: "What you follow in this browser" })).toBeVisible();
  await other.goto(own);
  await other.getByRole("button", { name: "Tell me no more" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Ended" })).toBeVisible();
  expect((await other.goto(own))?.status()).toBe(404);
});

test("an authority's notice: perhaps recalled, until staff say that it is", async ({ server, open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  await page.goto(`/01/${LAMP}`);
  await isAccessible(page);
  const own = await follow(page);
  await isAccessible(page);
  put(server, "enforcement.json", {
    meta: { disclaimer: "…" },
    results: [{
      recall_number: "F-0101-2027", status: "Ongoing", classification: "Class II", recalling_firm: "Northbeam",
      product_description: "Northbeam desk lamp, UPC 9506000211022", code_info: "All lots",
      reason_for_recall: "The cable can be live.", recall_initiation_date: "20261120", report_date: "20261123",
      distribution_pattern: "Nationwide", openfda: {},
    }],
  });

  await page.goto(`/01/${LAMP}`);
  await expect(page.getByRole("heading", { level: 1, name: "Check the batch" })).toBeVisible();
  await isAccessible(page);
  await page.goto(own);
  await expect(page.getByText(/^Perhaps recalled on/)).toBeVisible();
  await isAccessible(page);

  const desk = (await open({ serviceWorkers: "block" })).page;
  await withAuthenticator(desk);
  await join(desk, invite(server, "northbeam", "brand-manager"), "Ada");
  await desk.goto("/desk/notices");
  const notice = desk.getByRole("listitem").filter({ hasText: "Northbeam desk lamp" });
  await expect(notice).toContainText("F-0101-2027");
  await isAccessible(desk);
  await notice.getByRole("button", { name: "It is about this product" }).click();
  await expect(desk.getByText("No notice waits for a decision.")).toBeVisible();
  await isAccessible(desk);

  await page.getByRole("link", { name: "What to do now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Recalled: stop using" })).toBeVisible();
  await isAccessible(page);
});

/** A push service's answer, as a browser that can reach one gets it. */
function withPushService(): void {
  // An uncompressed point by its form.
  const point = `B${"A".repeat(86)}`;
  let count = 0;
  let current: object | null = null;
  const make = (options: { applicationServerKey: Uint8Array }) => {
    const endpoint = `https://push.example/${++count}`;
    return {
      endpoint,
      options: { applicationServerKey: options.applicationServerKey },
      toJSON: () => ({ endpoint, keys: { p256dh: point, auth: "AAAAAAAAAAAAAAAAAAAAAA" } }),
      unsubscribe: async () => ((current = null), true),
    };
  };
  Object.assign(PushManager.prototype, {
    subscribe: async (options: { applicationServerKey: Uint8Array }) => (current = make(options)),
    getSubscription: async () => current,
  });
}

/** The service worker, once it has the page. */
async function controlled(page: Page, context: BrowserContext): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  return context.serviceWorkers()[0]!;
}

test("a page from the device's store says how old it is, and asks again as soon as it can", async ({ server, open }) => {
  const { page, context } = await open();
  await page.goto(`/01/${TOASTER}/10/T1`);
  await controlled(page, context);
  await context.setOffline(true);
  await page.goto(`/01/${TOASTER}/10/T1`);
  await expect(page.getByText(/^You are offline\. This page was loaded on .+ and has not been checked again\.$/)).toBeVisible();
  await isAccessible(page);
  put(server, "recall.jsonl", recall(TOASTER, "T1"));
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Recalled: stop using" })).toBeVisible();
  await expect(page.getByText("You are offline.")).toBeHidden();
});

test("a notice on the device: asked for, shown, and the stored page goes", async ({ server, open }) => {
  const { page, context } = await open();
  await context.grantPermissions(["notifications"], { origin: server.origin });
  await page.addInitScript(withPushService);
  const pack = `/01/${FAN}/10/F1`;
  await page.goto(pack);
  const worker = await controlled(page, context);
  await page.getByRole("button", { name: "Show a notice on this device" }).click();
  await expect(page.getByText("If it is recalled, this device shows a notice.")).toBeVisible();
  await isAccessible(page);

  const client = await context.newCDPSession(page);
  const registration = new Promise<string>((found) => {
    client.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => registrations[0] && found(registrations[0].registrationId));
  });
  await client.send("ServiceWorker.enable");
  const stored = () => worker.evaluate((path) => caches.open("pages").then((pages) => pages.match(path)).then((copy) => copy !== undefined), pack);
  expect(await stored()).toBe(true);
  const message = { title: "Product safety recall: Northbeam fan", body: "It can burn.", path: pack, tag: "recall-fan", lang: "en" };
  // What the browser accepted to show. Its own list is not asked for it: Chromium strikes from the list
  // what is not on the screen yet at the moment of asking.
  await worker.evaluate(() => {
    const { registration } = self as unknown as ServiceWorkerGlobalScope;
    const shown: object[] = [];
    const show = registration.showNotification.bind(registration);
    registration.showNotification = async (title, options) => {
      await show(title, options);
      shown.push({ title, body: options?.body, tag: options?.tag, lang: options?.lang, data: options?.data });
    };
    Object.assign(self, { shown });
  });
  await client.send("ServiceWorker.deliverPushMessage", { origin: server.origin, registrationId: await registration, data: JSON.stringify(message) });
  await expect
    .poll(() => worker.evaluate(() => (self as unknown as { shown: object[] }).shown))
    .toEqual([{ title: message.title, body: message.body, tag: message.tag, lang: "en", data: { path: pack } }]);
  expect(await stored()).toBe(false);
});

test("a subscription that the browser changes by itself goes on", async ({ server, open }) => {
  const { page, context } = await open();
  await page.goto(`/01/${FAN}/10/F1`);
  const worker = await controlled(page, context);
  const changed = worker.evaluate(async () => {
    const asked: [string, string | undefined][] = [];
    const { fetch } = self;
    self.fetch = async (input, init) => {
      const response = await fetch(input, init);
      asked.push([`${init?.method} ${input} ${response.status}`, init?.body?.toString()]);
      return response;
    };
    const change = new ExtendableEvent("pushsubscriptionchange");
    const keys = { p256dh: `B${"A".repeat(86)}`, auth: "AAAAAAAAAAAAAAAAAAAAAA" };
    Object.assign(change, { newSubscription: { toJSON: () => ({ endpoint: "https://push.example/new", keys }) } });
    self.dispatchEvent(change);
    while (!asked.length) await new Promise((later) => setTimeout(later, 10));
    self.fetch = fetch;
    return asked;
  });
  expect((await changed).map(([request]) => request)).toEqual(["PUT /v1/follows/push 204"]);
});

for (const [what, userAgent, prepare, sentence] of [
  ["an iPhone without the installed app", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1",
    () => void Reflect.deleteProperty(window, "PushManager"), /^On an iPhone or iPad, notices come only to the installed app/],
  ["a browser without notices", undefined, () => void Reflect.deleteProperty(window, "PushManager"), /^This browser can't show notices/],
  ["notices that the person blocked", undefined, () => void Object.defineProperty(Notification, "permission", { get: () => "denied" }), /^Notices are blocked for this page/],
  ["a push service that does not answer", undefined, () => {
    Object.defineProperty(Notification, "permission", { get: () => "default" });
    Notification.requestPermission = async () => "granted";
    PushManager.prototype.getSubscription = async () => null;
    PushManager.prototype.subscribe = async () => {
      throw new DOMException("no", "AbortError");
    };
  }, /^That did not work: the browser's push service/],
] as const) {
  test(`${what}: says so, and the other ways work`, async ({ open }) => {
    const { page } = await open({ serviceWorkers: what.includes("does not answer") ? "allow" : "block", userAgent });
    await page.addInitScript(prepare);
    await page.goto(`/01/${FAN}/10/F1`);
    const ask = page.getByRole("button", { name: "Show a notice on this device" });
    if (what.includes("does not answer")) await ask.click();
    else await expect(ask).toBeHidden();
    await expect(page.getByText(sentence)).toBeVisible();
    await isAccessible(page);
    await page.getByRole("button", { name: "Give me a private link" }).click();
    await expect(page.getByRole("link", { name: /\/follow\// })).toBeVisible();
  });
}
