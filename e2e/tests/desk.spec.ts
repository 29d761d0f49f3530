// The desk, with Chromium's own virtual authenticator: join, sign in, work, leave.
import { type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";

import { CUT_NAMES, isAccessible } from "../support/accessible.js";
import { command } from "../support/server.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { expect, test } from "../support/test.js";

async function signIn(page: Page): Promise<void> {
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Hello/ })).toBeVisible();
}

test("before its script is there the passkey's button can't be pressed", async ({ open }) => {
  const { page, context } = await open();
  const nothing = { status: 200, contentType: "text/javascript", body: "" };
  await context.route("**/passkey.js*", (route) => route.fulfill(nothing));
  await page.goto("/desk/sign-in");
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeDisabled();
});

test("an invitation, a passkey, the desk, out, in, and out everywhere", async ({ server, open }) => {
  const { page, context } = await open();
  await withAuthenticator(page);
  const link = invite(server, "northbeam", "brand-manager");
  await join(page, link, "Ada");
  await expect(page.getByText("Brand manager at Northbeam (brand).")).toBeVisible();

  const cookie = (await context.cookies()).find((cookie) => cookie.name === "__Host-touchstone-staff");
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });

  // The link works once.
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation counts no more" })).toBeVisible();

  await page.goto("/desk");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.goto("/desk/members");
  await expect(page).toHaveURL(/\/desk\/sign-in\?next=/);

  // One lands where one came from.
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/desk\/members$/);
  await page.goto("/desk/me");
  await expect(page.getByText("This is your only one")).toBeVisible();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await signIn(page);
});

test("a brand lets a partner tell, and its shop sells and undoes it", async ({ server, open }) => {
  execFileSync(command, ["organisation", "admit", "--kind", "partner", "--name", "Corner Shop", "--database", server.database, "corner"], { stdio: "ignore" });
  const shop = (await open()).page;
  await withAuthenticator(shop);
  await join(shop, invite(server, "corner", "shop"), "Sami");
  await shop.getByRole("main").getByRole("link", { name: "Sales" }).click();
  await expect(shop.getByText("No brand lets Corner Shop tell this yet.")).toBeVisible();
  await isAccessible(shop);

  const brand = (await open()).page;
  await withAuthenticator(brand);
  await join(brand, invite(server, "northbeam", "brand-manager"), "Ada");
  await brand.goto("/desk/grants");
  await brand.getByLabel("Authority or partner").selectOption("corner");
  await brand.getByLabel("Its people may also tell what they do with packs").check();
  await brand.getByRole("button", { name: "Let them look" }).click();
  await expect(brand.getByRole("listitem").filter({ hasText: "They may tell what they do with packs, too." })).toBeVisible();

  await shop.reload();
  const code = server.label("porridge-issued").content;
  await shop.getByLabel("Codes").fill(code);
  await shop.getByLabel("Site (GLN)").fill("9506000000510");
  await shop.getByRole("button", { name: "Sell" }).click();
  await expect(shop.getByRole("status")).toContainText("It is told of one pack.");
  await isAccessible(shop);
  // The site is remembered, the codes are not.
  await expect(shop.getByLabel("Site (GLN)")).toHaveValue("9506000000510");
  await expect(shop.getByLabel("Codes")).toHaveValue("");
  await shop.getByLabel("Codes").fill(code);
  await shop.getByRole("button", { name: "Sell" }).click();
  await expect(shop.getByRole("status")).toContainText("It is told already.");
  await expect(shop.getByLabel("Codes")).toHaveValue(code);
  await isAccessible(shop);
  await shop.getByRole("button", { name: "Undo" }).click();
  await expect(shop.getByRole("status")).toContainText("It is told of one pack.");

  await brand.goto("/desk/log");
  await expect(brand.getByRole("row").filter({ hasText: "told a sale" }).first()).toContainText("Corner Shop");
});

test("a brand lets an authority look, and sees that it did", async ({ server, open }) => {
  const operator = (await open()).page;
  await withAuthenticator(operator);
  await join(operator, invite(server, "operator", "operator"), "Olga");
  await operator.goto("/desk/organisations");
  await operator.getByLabel("Name", { exact: true }).fill("Customs of Poland");
  await operator.getByLabel("Identifier").fill("customs-pl");
  await operator.getByLabel("What it is").selectOption("authority");
  await operator.getByRole("button", { name: "Admit" }).click();
  await operator.getByLabel("Organisation", { exact: true }).selectOption("customs-pl");
  await operator.getByLabel("Role").selectOption("manager");
  await operator.getByRole("button", { name: "Make a link" }).click();
  const link = await operator.getByRole("status").locator(".value").textContent();

  const customs = (await open()).page;
  await withAuthenticator(customs);
  await join(customs, link!, "Piotr");
  await customs.goto("/desk/granted");
  await expect(customs.getByText("No brand has let you look yet.")).toBeVisible();
  const refused = await customs.goto("/desk/granted/09506000201016");
  expect(refused?.status()).toBe(404);

  const brand = (await open()).page;
  await withAuthenticator(brand);
  await join(brand, invite(server, "northbeam", "brand-manager"), "Ada");
  await brand.goto("/desk/grants");
  await brand.getByLabel("Authority or partner").selectOption("customs-pl");
  await brand.getByLabel("Product number (GTIN)").fill("09506000201016");
  await brand.getByLabel("How deep").selectOption("journey");
  await brand.getByRole("button", { name: "Let them look" }).click();
  await expect(brand.getByRole("listitem").filter({ hasText: "Customs of Poland" })).toBeVisible();

  await customs.goto("/desk/granted");
  await customs.getByRole("main").getByRole("listitem").filter({ hasText: "Northbeam" }).getByRole("link").click();
  await expect(customs.getByText("Northbeam lets your organisation look")).toBeVisible();
  await isAccessible(customs);
  await customs.getByLabel("Serial").fill("H2K7RNJ6635MCJ");
  await customs.getByRole("button", { name: "Look" }).click();
  await expect(customs.getByText("How far it has come")).toBeVisible();
  await expect(customs.getByRole("heading", { name: "Where it has been" })).toBeVisible();
  await isAccessible(customs, CUT_NAMES);

  await brand.goto("/desk/log");
  await expect(brand.getByRole("row").filter({ hasText: "looked" }).first()).toContainText("Customs of Poland");
  await brand.goto("/desk/grants");
  await brand.getByRole("listitem").filter({ hasText: "Customs of Poland" }).getByRole("button", { name: "End it" }).click();
  const ended = await customs.goto("/desk/granted/09506000201016");
  expect(ended?.status()).toBe(404);
});
