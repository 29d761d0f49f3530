// Whose a pack is: registered, shown to a buyer, given.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { invite, join, withAuthenticator } from "../support/staff.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** What the page gives to keep: a reference and its code. */
async function keepsakes(page: Page): Promise<[string, string]> {
  const kept = page.getByRole("definition");
  const text = async (index: number) => (await kept.nth(index).textContent())!.replaceAll(/\s/g, "");
  return [await text(0), await text(1)];
}

/** Looks up what a reference and its code stand for. */
async function lookUp(page: Page, [reference, code]: [string, string]): Promise<void> {
  await page.goto("/mine");
  await page.getByLabel("Reference").fill(reference);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Look up" }).click();
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
}

test("a seller without JavaScript gives a pack to a buyer with it", async ({ server, open }) => {
  const seller = (await open({ javaScriptEnabled: false })).page;
  await seller.goto(server.label("coffee-issued").content);
  await seller.getByRole("button", { name: "Register", exact: true }).click();
  await expect(seller.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
  const own = await keepsakes(seller);

  await lookUp(seller, own);
  await expect(seller.getByRole("heading", { name: "Registered in this browser" })).toBeVisible();
  await seller.getByText("Show a buyer that it is yours").click();
  await seller.getByRole("button", { name: "Make the link" }).click();
  const link = await seller.getByRole("link", { name: /\/proof\// }).getAttribute("href");

  const buyer = (await open({ serviceWorkers: "block" })).page;
  await buyer.goto(link!);
  await expect(buyer.getByText("Whoever gave you this link is the registered owner of this pack.")).toBeVisible();
  await isAccessible(buyer);
  await buyer.getByRole("button", { name: "Ask to be the new owner" }).click();
  await expect(buyer.getByText("Its holder has to say yes.")).toBeVisible();
  await isAccessible(buyer);
  const bought = await keepsakes(buyer);

  await lookUp(seller, own);
  await expect(seller.getByRole("heading", { name: "Somebody asks for it" })).toBeVisible();
  await seller.getByRole("button", { name: "Yes, it is theirs now" }).click();
  await expect(seller.getByText("Given to another")).toBeVisible();

  await lookUp(buyer, bought);
  await isAccessible(buyer);
  const file = buyer.waitForEvent("download");
  await buyer.getByRole("button", { name: "Certificate as PDF" }).click();
  expect((await file).suggestedFilename()).toBe(`${bought[0]}.pdf`);
});

test("in the browser that registered, the holder needs no code", async ({ server, open }) => {
  for (const javaScriptEnabled of [false, true]) {
    const holder = (await open({ javaScriptEnabled, serviceWorkers: "block" })).page;
    await holder.goto(server.label(javaScriptEnabled ? "porridge-issued" : "kefir-warm").content);
    await holder.getByRole("button", { name: "Register", exact: true }).click();
    await expect(holder.getByText("In this browser you need neither.")).toBeVisible();
    const [reference] = await keepsakes(holder);

    await holder.goto("/mine");
    await holder.getByRole("link", { name: /^Certificate, sale, theft and more: / }).click();
    await expect(holder).toHaveURL(`${server.origin}/mine/registrations/${reference}`);
    if (javaScriptEnabled) await isAccessible(holder);
    const file = holder.waitForEvent("download");
    await holder.getByRole("button", { name: "Certificate as PDF" }).click();
    expect((await file).suggestedFilename()).toBe(`${reference}.pdf`);
    await holder.getByText("It was stolen").click();
    await holder.getByRole("button", { name: "Report it stolen" }).click();
    await expect(holder.getByText(/^Reported stolen/)).toBeVisible();
    await holder.getByRole("button", { name: "I have it back" }).click();
    await expect(holder.getByText(/^Reported stolen/)).toHaveCount(0);
    await holder.getByRole("button", { name: "Erase it" }).click();
    await expect(holder.getByText(`Nothing that you gave us for ${reference} is left.`)).toBeVisible();
  }
  // Elsewhere the same address opens nothing.
  const other = (await open({ javaScriptEnabled: false })).page;
  await other.goto("/mine/registrations/R-7K3M-Q9XA");
  await expect(other).toHaveURL(`${server.origin}/mine`);
});

test("a receipt sent without JavaScript backs a registration once staff have seen it", async ({ server, open }) => {
  const holder = (await open({ javaScriptEnabled: false })).page;
  await holder.goto(`/check?code=${encodeURIComponent(server.label("headphones-issued").content)}`);
  await holder.getByLabel("Shop").fill("Market hall");
  await holder.getByRole("button", { name: "Register", exact: true }).click();
  await expect(holder.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
  const own = await keepsakes(holder);
  await lookUp(holder, own);
  await expect(holder.getByText("Registered on your word alone")).toBeVisible();
  await holder.locator("summary").filter({ hasText: "Send the receipt" }).click();
  const buffer = await holder.screenshot({ fullPage: true });
  await holder.getByLabel("A photo of the receipt").setInputFiles({ name: "receipt.png", mimeType: "image/png", buffer });
  await holder.getByRole("button", { name: "Send the receipt" }).click();
  await expect(holder.getByText("Your receipt is with Northbeam")).toBeVisible();
  await expect(holder.locator("summary").filter({ hasText: "Send the receipt" })).toHaveCount(0);

  const desk = (await open({ serviceWorkers: "block" })).page;
  await withAuthenticator(desk);
  await join(desk, invite(server, "northbeam", "returns-desk"), "Rita");
  await desk.goto("/desk/receipts");
  const receipt = desk.getByRole("listitem").filter({ hasText: own[0] });
  await expect(receipt).toContainText("Market hall");
  await expect.poll(() => receipt.getByRole("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await isAccessible(desk);
  await receipt.getByRole("button", { name: "It backs the registration" }).click();
  await expect(desk.getByText(own[0])).toHaveCount(0);

  await lookUp(holder, own);
  await expect(holder.getByText("Northbeam has seen your receipt")).toBeVisible();
});
