// Products on two devices: kept under a passkey on one, opened on the other.
import type { CDPSession, Page } from "@playwright/test";

import { isAccessible } from "../support/accessible.js";
import { withAuthenticator } from "../support/staff.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** A device that keeps passkeys; how to take its passkeys along, as a password manager does. */
class Device {
  private constructor(
    private client: CDPSession,
    private authenticatorId: string,
  ) {}

  static async of(page: Page): Promise<Device> {
    const { client, authenticatorId } = await withAuthenticator(page);
    return new Device(client, authenticatorId);
  }

  async passkeys() {
    const { credentials } = await this.client.send("WebAuthn.getCredentials", { authenticatorId: this.authenticatorId });
    return credentials;
  }

  /** From now on it has the other's passkeys, as often used as they were. */
  async synchronize(other: Device): Promise<void> {
    await this.client.send("WebAuthn.clearCredentials", { authenticatorId: this.authenticatorId });
    for (const credential of await other.passkeys()) {
      await this.client.send("WebAuthn.addCredential", { authenticatorId: this.authenticatorId, credential });
    }
  }
}

async function register(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
}

/** The packs that `/mine` lists. */
async function own(page: Page): Promise<string[]> {
  await page.goto("/mine");
  const list = page.getByRole("heading", { name: /^Registered (by you|in this browser)$/ });
  if ((await list.count()) === 0) return [];
  return page.locator("section.mine > ul.facts > li").evaluateAll((packs) => packs.map((pack) => pack.querySelector("a")!.getAttribute("href")!));
}

test("what one device registers, the other has too", async ({ server, open }) => {
  // Scripts that the service worker keeps would be an older build's.
  const phone = (await open({ serviceWorkers: "block" })).page;
  const tablet = (await open({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } })).page;
  const [hers, other] = [await Device.of(phone), await Device.of(tablet)];

  await register(phone, server.label("coffee-issued").content);
  await phone.getByRole("link", { name: "Keep these across devices" }).click();
  await expect(phone.getByText("It is no account.")).toBeVisible();
  await isAccessible(phone);
  await phone.getByRole("button", { name: "Make a passkey" }).click();
  await expect(phone.getByRole("heading", { level: 1, name: "Passkeys and devices" })).toBeVisible();
  await expect(phone.getByRole("listitem").getByText("this device")).toBeVisible();
  await isAccessible(phone);
  const [passkey] = await hers.passkeys();
  expect(passkey).toMatchObject({ isResidentCredential: true, rpId: "localhost" });
  expect(passkey!.userDisplayName).toMatch(/^Touchstone – my products, /);

  // The tablet registered something as a guest; its passkeys are the phone's.
  await register(tablet, server.label("porridge-issued").content);
  await other.synchronize(hers);
  await tablet.goto("/mine");
  await isAccessible(tablet);
  await tablet.getByRole("link", { name: "Open my products with a passkey" }).click();
  await expect(tablet.getByText("What this browser has already joins them.")).toBeVisible();
  await isAccessible(tablet);
  await tablet.getByRole("button", { name: "Open with a passkey" }).click();
  await expect(tablet.getByText("Open on this device with a passkey.")).toBeVisible();
  await isAccessible(tablet);
  const both = await own(tablet);
  expect(both).toHaveLength(2);
  expect(await own(phone)).toEqual(both);

  // Later registrations, too, both ways.
  await register(tablet, server.label("kefir-warm").content);
  expect(await own(phone)).toHaveLength(3);

  // The phone signs everybody out; the passkey opens it again.
  await phone.goto("/mine/passkeys");
  await phone.getByRole("button", { name: "Sign out on all devices" }).click();
  await expect(phone.getByRole("heading", { level: 1, name: "Signed out" })).toBeVisible();
  await isAccessible(phone);
  expect(await own(phone)).toEqual([]);
  await tablet.goto("/mine");
  await expect(tablet.getByText("This device was signed out")).toBeVisible();
  // These two count on their own, as copies do: the one that fell behind is refused.
  await phone.goto("/mine/open");
  await phone.getByRole("button", { name: "Open with a passkey" }).click();
  await expect(phone.getByText("there may be a copy of this passkey")).toBeVisible();
  await hers.synchronize(other);
  await phone.getByRole("button", { name: "Open with a passkey" }).click();
  await expect(phone.getByText("Open on this device with a passkey.")).toBeVisible();
  expect(await own(phone)).toHaveLength(3);

  // The last passkey goes only after the page said what that means.
  await phone.goto("/mine/passkeys");
  await phone.getByRole("button", { name: "Remove" }).click();
  await expect(phone.getByRole("heading", { level: 1, name: "Remove your last passkey?" })).toBeVisible();
  await isAccessible(phone);
  await phone.getByRole("button", { name: "Remove the last one" }).click();
  await expect(phone.getByText("You have no passkey.")).toBeVisible();
  await isAccessible(phone);
  await tablet.goto("/mine/open");
  await tablet.getByRole("button", { name: "Open with a passkey" }).click();
  await expect(tablet.getByText("This passkey opens nothing here")).toBeVisible();
  await isAccessible(tablet);
  expect(await own(phone)).toHaveLength(3);
});

test("passkeys that were made apart are brought together", async ({ server, open }) => {
  const phone = (await open({ serviceWorkers: "block" })).page;
  const tablet = (await open({ serviceWorkers: "block" })).page;
  const [hers, other] = [await Device.of(phone), await Device.of(tablet)];
  for (const [page, label] of [[phone, "headphones-issued"], [tablet, "power-bank-issued"]] as const) {
    await register(page, `/check?code=${encodeURIComponent(server.label(label).content)}`);
    await page.goto("/mine/passkeys");
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Passkeys and devices" })).toBeVisible();
    expect(await own(page)).toHaveLength(1);
  }
  // The phone's passkey comes to the tablet, which has its own things open.
  await other.synchronize(hers);
  await tablet.goto("/mine/passkeys");
  await tablet.getByRole("link", { name: "Products under another passkey, too" }).click();
  await expect(tablet.getByText("This can’t be undone.")).toBeVisible();
  await isAccessible(tablet);
  await tablet.getByRole("button", { name: "Bring both together" }).click();
  await expect(tablet.getByRole("heading", { level: 1, name: "My products" })).toBeVisible();
  const all = await own(tablet);
  expect(all).toHaveLength(2);
  expect(await own(phone)).toEqual(all);
  await phone.goto("/mine/passkeys");
  await expect(phone.getByRole("button", { name: "Remove" })).toHaveCount(2);
});

test("without JavaScript the page says what works instead", async ({ open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto("/mine/passkeys");
  // Playwright looks for no text in a `noscript`.
  await expect(page.locator("noscript p")).toHaveText(
    "A passkey needs JavaScript, for this one step. Without it, the reference and the code of each registration open it on any device: note both.",
  );
  await expect(page.getByRole("button", { name: "Make a passkey" })).toBeDisabled();
});

test("in Arabic, and where there is no device to answer", async ({ open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  await page.goto("/mine/passkeys?lang=ar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("احتفظ بها على كل أجهزتك");
  await isAccessible(page);
  await page.goto("/mine/open?lang=en");
  await page.evaluate(() => {
    navigator.credentials.get = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "Open with a passkey" }).click();
  await expect(page.getByRole("alert").getByText("The device did not answer, or you cancelled. Try again.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open with a passkey" })).toBeEnabled();
});
