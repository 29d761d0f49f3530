// What people's forms answer, page by page: axe-core in English and Arabic, in the light and in the dark,
// and nothing that spills over in any language. (The pages that have an address are in `every_page.spec.ts`.)
import type { Locator, Page } from "@playwright/test";

import { isAccessible, spill } from "../support/accessible.js";
import type { Server } from "../support/server.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** A form that a person fills in and sends. */
interface Step {
  /** What it is. */
  name: string;
  /** Where it is: a label of the demo's, or an address. */
  at: (server: Server) => string;
  /** The form there. */
  form: string;
  fill?: (form: Locator) => Promise<void>;
}

const pack = (label: string) => (server: Server) => `/check?code=${encodeURIComponent(server.label(label).content)}`;
/** Whatever a form wants to know, by the names of its fields: the languages differ. */
const write = (field: string, text: string) => (form: Locator) => form.locator(`[name="${field}"]`).first().fill(text);
const choose = (value: string) => async (form: Locator) => {
  for (const choice of await form.locator(`[type="radio"][value="${value}"]`).all()) await choice.check();
};

/** In this order: a registration opens what comes after it. */
const STEPS: Step[] = [
  { name: "compared, all right", at: pack("coffee-issued"), form: 'form[action="/compare"]', fill: choose("yes") },
  { name: "compared, something differs", at: pack("coffee-issued"), form: 'form[action="/compare"]', fill: choose("no") },
  { name: "reported", at: pack("kefir-warm"), form: 'form[action="/report"]', fill: write("words", "The seal was open.") },
  { name: "followed", at: pack("coffee-issued"), form: 'form.follow-link[action="/follow"]' },
  { name: "feedback", at: pack("coffee-issued"), form: 'form[action="/feedback"]', fill: choose("4") },
  { name: "claimed", at: pack("power-bank-recalled"), form: 'form[action="/claim"]' },
  { name: "typed batch", at: pack("cream-product"), form: 'form[action="/typed/batch"]', fill: write("batch", "NOSUCH1") },
  { name: "typed serial", at: pack("cream-product"), form: 'form[action="/typed/serial"]', fill: write("serial", "7RFXP4FWDDSSRY") },
  { name: "registered", at: pack("headphones-issued"), form: 'form[action="/register"]', fill: write("shop", "Market hall") },
  { name: "registration not found", at: () => "/mine", form: 'form[method="post"][action="/mine"]', fill: write("reference", "R-7777-7777") },
  { name: "erased", at: () => "/privacy/erase", form: 'form[action="/privacy/erase"]' },
];

/** Addresses that lead to no pack of the demo's. */
const ASTRAY: [address: string, status: number][] = [
  ["/nothing/here", 404],
  ["/check?code=hello", 200],
  [`/check?code=${encodeURIComponent("https://shop.example/01/09506000201016/21/7")}`, 200],
  [`/check?code=${encodeURIComponent("https://n0rthbeam.example/")}`, 200],
  ["/check?code=4006381333931", 200],
  ["/check?code=4006381333932", 200],
  ["/proof/0123456789abcdef", 404],
];

/** Sends a form, and waits for the page that answers it. */
async function send(page: Page, server: Server, step: Step): Promise<number> {
  await page.goto(step.at(server));
  const form = page.locator(step.form).first();
  // A person opens what holds it.
  await form.evaluate((it) => {
    for (let holder = it.closest("details"); holder; holder = holder.parentElement?.closest("details") ?? null) holder.open = true;
  });
  await step.fill?.(form);
  // Fields that a step says nothing of.
  for (const field of await form.locator("input[required]:not([type=radio]):not([type=hidden])").all()) {
    if ((await field.inputValue()) === "") await field.fill("7K3M-Q9XA-22PT-ZZ0C");
  }
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    form.locator('button[type="submit"], button:not([type])').first().click(),
  ]);
  await page.waitForLoadState("load");
  return answer.status();
}

for (const locale of ["en-US", "ar-EG", "de-DE", "fr-FR", "es-MX", "hi-IN", "en-XA"]) {
  const language = locale === "en-XA" ? locale : locale.slice(0, 2);
  const isLookedAt = ["en", "ar"].includes(language);
  test(`what forms answer in ${language}: ${isLookedAt ? "axe finds nothing, and " : ""}nothing spills over`, async ({ server, open }) => {
    test.setTimeout(300_000);
    const { page } = await open({ locale: locale === "en-XA" ? "en-US" : locale, serviceWorkers: "block" });
    await page.goto(`/?lang=${language}`);
    const look = async (name: string) => {
      await expect(page.locator("html"), name).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 }), name).toBeVisible();
      expect(await spill(page), name).toBeLessThanOrEqual(0);
      if (isLookedAt) await isAccessible(page);
    };
    for (const step of STEPS) {
      await test.step(step.name, async () => {
        const status = await send(page, server, step);
        // The pack of one is taken for the next.
        const expected = step.name === "registered" ? [200, 201, 303, 409] : [200, 201, 303];
        expect(expected, `${step.name}: ${status}`).toContain(status);
        await look(step.name);
      });
    }
    for (const [address, status] of ASTRAY) {
      await test.step(address, async () => {
        const answer = await page.goto(address);
        expect(answer!.status(), address).toBe(status);
        await look(address);
      });
    }
  });
}
