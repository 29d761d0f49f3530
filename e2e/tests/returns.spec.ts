// Service and returns: from the pack's own page to the last step, with a script and without.
import type { Page } from "@playwright/test";

import { isAccessible } from "../support/accessible.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** Erases all that was kept, so that the next test can register the same pack. */
async function leave(page: Page): Promise<void> {
  await page.goto("/privacy/erase");
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Erased" })).toBeVisible();
}

/** Registers a pack of the demo, bought two days ago. */
async function register(page: Page, code: string): Promise<void> {
  await page.goto(`/check?code=${encodeURIComponent(code)}`);
  const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Bought on").fill(day);
  await page.getByLabel("Shop").fill("Market hall");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
}

/** What is known, and the rest filled in and sent; the reference. */
async function open(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: "Repair or return" })).toBeVisible();
  await expect(page.getByText("Market hall")).toBeVisible();
  await expect(page.getByText(/^Runs until /)).toBeVisible();
  await page.getByLabel("Town or postcode").fill("Gdynia");
  await page.getByRole("button", { name: "Find places" }).click();
  const shops = page.getByRole("group", { name: "Where do you bring it?" });
  await expect(shops.getByRole("radio").first()).toHaveAccessibleName(/Northbeam Shop Gdynia/);
  await shops.getByRole("radio").first().check();
  await page.getByRole("radio", { name: "It does not work" }).check();
  await page.getByLabel("In your words").fill("The left side is silent.");
  const buffer = await page.screenshot();
  await page.getByLabel("Photo").setInputFiles({ name: "plug.png", mimeType: "image/png", buffer });
  await page.getByRole("radio", { name: "Repair it" }).check();
  await page.getByRole("button", { name: "Send to Northbeam" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your request is with Northbeam" })).toBeVisible();
  await expect(page.getByText("Keep the reference and the code.")).toBeVisible();
  return new URL(page.url()).pathname.split("/").pop()!;
}

test("a repair without JavaScript, from the pack's page to the repaired pack", async ({ server, open: openBrowser }) => {
  const holder = (await openBrowser({ javaScriptEnabled: false })).page;
  const code = server.label("headphones-issued").content;
  await register(holder, code);
  await holder.goto(`/check?code=${encodeURIComponent(code)}`);
  await expect(holder.getByRole("heading", { name: "You registered this pack." })).toBeVisible();
  await holder.getByRole("link", { name: "Repair or return" }).click();
  const reference = await open(holder);
  // A reload sends nothing again.
  await holder.reload();
  await expect(holder.getByText("The left side is silent.")).toBeVisible();

  await holder.getByRole("link", { name: "Return slip, to print" }).click();
  await expect(holder.getByRole("heading", { level: 1, name: "Return slip" })).toBeVisible();
  await expect(holder.getByRole("img", { name: reference })).toBeVisible();
  await expect(holder.getByText("ul. Latarniana 14, Gdynia")).toBeVisible();
  await holder.emulateMedia({ media: "print" });
  await expect(holder.getByRole("link", { name: "Back to the return" })).toBeHidden();
  await holder.emulateMedia({ media: "screen" });

  const desk = (await openBrowser({ serviceWorkers: "block" })).page;
  await withAuthenticator(desk);
  await join(desk, invite(server, "northbeam", "returns-desk"), "Rita");
  await desk.goto("/desk/returns");
  await isAccessible(desk);
  // A hand scanner types what the slip says.
  await desk.getByLabel("Reference on the slip").fill(reference);
  await desk.getByLabel("Reference on the slip").press("Enter");
  await expect(desk.getByRole("heading", { level: 1, name: `Return ${reference}` })).toBeVisible();
  await expect.poll(() => desk.getByRole("img").last().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await isAccessible(desk);
  await desk.getByRole("button", { name: "Accept" }).click();
  await holder.goto(`/returns/${reference}`);
  await expect(holder.getByText("Bring or send the product with the slip.")).toBeVisible();
  await desk.getByRole("button", { name: "It has arrived" }).click();
  await desk.getByLabel("Message to the claimant").fill("A new cable. Fetch it from Monday on.");
  await isAccessible(desk);
  await desk.getByRole("button", { name: "It is repaired" }).click();

  await holder.goto("/mine");
  await holder.getByRole("link", { name: "Strand H2 wireless headphones" }).last().click();
  await expect(holder.getByText("A new cable. Fetch it from Monday on.")).toBeVisible();
  await expect(holder.getByText("Settled: it was repaired.")).toBeVisible();
  await leave(holder);
});

test("a return from the scanner, withdrawn, with JavaScript", async ({ server, open: openBrowser }) => {
  const { page } = await openBrowser({ serviceWorkers: "block" });
  const code = server.label("headphones-issued").content;
  await register(page, code);
  await page.goto("/scan");
  await page.getByLabel("Number or link on the pack").fill(code);
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByRole("link", { name: "Repair or return" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Repair or return" })).toBeVisible();
  await isAccessible(page);
  const reference = await open(page);
  await isAccessible(page);
  await page.getByRole("link", { name: "Return slip, to print" }).click();
  await expect(page.getByRole("img", { name: reference })).toBeVisible();
  await isAccessible(page);
  await page.getByRole("link", { name: "Back to the return" }).click();
  await page.getByText("Withdraw it").click();
  await isAccessible(page);
  await page.getByRole("button", { name: "Withdraw the return" }).click();
  await expect(page.getByText("You withdrew it.")).toBeVisible();
  await expect(page.getByText("Withdraw it")).toHaveCount(0);
  await leave(page);
});

test("what the brand does not take back says whom to ask", async ({ server, open: openBrowser }) => {
  const { page } = await openBrowser({ javaScriptEnabled: false });
  await register(page, server.label("coffee-issued").content);
  await page.goto("/mine");
  await page.getByRole("link", { name: "Repair or return" }).click();
  await expect(page.getByText("Northbeam takes no repairs or returns here.")).toBeVisible();
  await expect(page.getByText("You bought it at: Market hall.")).toBeVisible();
  await expect(page.getByText("Coffee is taken back in the shop that sold it.")).toBeVisible();
});
