// A phone that several inspectors share: whoever takes it over has visits of their own, and what the
// one before wrote down is still sent, under the name of who wrote it.
import { asInspector, begin } from "../support/inspector.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { expect, test } from "../support/test.js";

test("a phone changes hands with a visit that nobody has heard of yet", async ({ server, open }) => {
  const { page, context } = await open();
  await asInspector(page, server);
  await page.waitForFunction(async () => (await caches.match("/inspector_bg.wasm")) !== undefined && (await caches.match("/inspect")) !== undefined);
  await context.setOffline(true);
  await begin(page, "North warehouse");
  await expect(page.getByText(/on its way/).first()).toBeVisible();

  // Her session is gone before there is a network again.
  await context.clearCookies();
  await context.setOffline(false);
  await join(page, invite(server, "northbeam", "inspector"), "Jonas");
  await page.goto("/inspect");
  await expect(page.getByText("Connected")).toBeVisible();
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "North warehouse" })).toBeHidden();
  await begin(page, "South shop");

  const lead = await open();
  await withAuthenticator(lead.page);
  await join(lead.page, invite(server, "northbeam", "quality"), "Quentin");
  const row = (shop: string) => lead.page.getByRole("listitem").or(lead.page.getByRole("row")).filter({ hasText: shop }).first();
  await expect(async () => {
    await lead.page.goto("/desk/inspections");
    await expect(row("North warehouse")).toContainText("Ines", { timeout: 1_000 });
    await expect(row("South shop")).toContainText("Jonas", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(row("North warehouse")).not.toContainText("Jonas");
});
