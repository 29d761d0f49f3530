// A phone that is lost: the desk locks it, and it learns of that when it is next in contact.
import { isAccessible } from "../support/accessible.js";
import { asInspector, begin, takeAlong } from "../support/inspector.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { apart, expect } from "../support/test.js";

const test = apart();

test("the desk locks a phone: it sends what it has, shows nothing, and stays shut without a network", async ({ server, open }) => {
  test.setTimeout(90_000);
  const { page, context } = await open();
  await asInspector(page, server);
  await takeAlong(page);
  await begin(page, "Harbor");
  await page.waitForFunction(async () => (await caches.match("/inspector_bg.wasm")) !== undefined && (await caches.match("/inspect")) !== undefined);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Add a finding" }).click();
  await page.getByRole("button", { name: "Seal broken" }).click();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.locator(".rows li")).toHaveCount(2);

  const lead = (await open()).page;
  await withAuthenticator(lead);
  await join(lead, invite(server, "northbeam", "quality"), "Quentin");
  await lead.goto("/desk/devices");
  await lead.getByRole("button", { name: "Lock it" }).click();
  await expect(lead.getByText(/^Locked /)).toBeVisible();

  // It goes on until it hears of it.
  await expect(page.getByRole("heading", { level: 1, name: "Harbor" })).toBeVisible();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText(/^The desk locked this device on /)).toBeVisible();
  await expect(page.getByText("The server has everything that was written down here.")).toBeVisible();
  await expect(page.getByText("Harbor")).toBeHidden();
  await expect(page.getByRole("button", { name: "Sweep", exact: true })).toBeHidden();
  await isAccessible(page);
  await context.setOffline(true);
  await page.goto("about:blank");
  await page.goto("/inspect");
  await expect(page.getByText(/^The desk locked this device on /)).toBeVisible();
  await expect(page.getByText("Harbor")).toBeHidden();
  await context.setOffline(false);

  await lead.goto("/desk/inspections");
  await lead.getByRole("link", { name: "Harbor" }).click();
  await expect(lead.getByText("Seal broken").first()).toBeVisible();
  await expect(lead.getByText("This device's chain holds")).toBeVisible();
  await lead.goto("/desk/devices");
  await lead.getByRole("button", { name: "Let it sign again" }).click();
  await page.getByRole("button", { name: "Ask and send again" }).click();
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Harbor" })).toBeVisible();
  // What was taken along is gone: it is loaded again.
  await page.getByRole("button", { name: "Offline", exact: true }).click();
  await expect(page.getByText("No pack on this phone.")).toBeVisible();
});
