// What holders and claimants go through with a brand's staff: a claim, a theft, a buyer who is refused, a
// dispute; each without JavaScript on the person's side.
import type { Page } from "@playwright/test";

import { isAccessible } from "../support/accessible.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import type { Server } from "../support/server.js";
import { apart, expect } from "../support/test.js";

const test = apart();

const SIMPLE = { javaScriptEnabled: false } as const;

/** Not every code is a link. */
const address = (server: Server, label: string) => `/check?code=${encodeURIComponent(server.label(label).content)}`;

async function register(page: Page, server: Server, label: string): Promise<[string, string]> {
  await page.goto(address(server, label));
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
  return keepsakes(page);
}

/** A reference and its code, as the page gives them to keep. */
async function keepsakes(page: Page): Promise<[string, string]> {
  const kept = page.getByRole("definition");
  const text = async (index: number) => (await kept.nth(index).textContent())!.replaceAll(/\s/g, "");
  return [await text(0), await text(1)];
}

async function lookUp(page: Page, [reference, code]: [string, string]): Promise<void> {
  await page.goto("/mine");
  await page.getByLabel("Reference").fill(reference);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Look up" }).click();
}

async function staff(page: Page, server: Server, role: string, name: string): Promise<void> {
  await withAuthenticator(page);
  await join(page, invite(server, "northbeam", role), name);
}

test("a claim is asked about, answered, accepted and paid at the desk", async ({ server, open }) => {
  const person = (await open(SIMPLE)).page;
  await person.goto(`/check?code=${encodeURIComponent(server.label("power-bank-recalled").content)}`);
  const form = person.getByRole("form", { name: "Ask for it here" });
  await form.getByLabel("What happened?").fill("It got hot on the table.");
  await form.getByRole("button", { name: "Send the claim" }).click();
  const claim = await keepsakes(person);

  const desk = (await open({ serviceWorkers: "block" })).page;
  await staff(desk, server, "returns-desk", "Rita");
  await desk.goto("/desk/claims");
  await isAccessible(desk);
  await desk.getByRole("link", { name: claim[0] }).click();
  await expect(desk.getByText("It got hot on the table.")).toBeVisible();
  await desk.getByLabel("Message to the claimant").fill("Which colour is it?");
  await isAccessible(desk);
  await desk.getByRole("button", { name: "Ask for more" }).click();

  await lookUp(person, claim);
  await expect(person.getByText("Which colour is it?")).toBeVisible();
  await person.getByLabel("Your answer").fill("Black.");
  await person.getByRole("button", { name: "Send the answer" }).click();
  await expect(person.getByText("Black.")).toBeVisible();

  await desk.goto(`/desk/claims/${claim[0]}`);
  await expect(desk.getByText("Black.")).toBeVisible();
  await desk.getByRole("button", { name: "Accept" }).click();
  await desk.getByLabel("Message to the claimant").fill("Paid to your card.");
  await desk.getByRole("button", { name: "It is paid back" }).click();
  await lookUp(person, claim);
  await expect(person.getByText("Paid to your card.")).toBeVisible();
});

test("a theft is told to whoever checks the pack, until it is found", async ({ server, open }) => {
  const holder = (await open(SIMPLE)).page;
  await register(holder, server, "headphones-issued");
  await holder.goto("/mine");
  await holder.getByRole("link", { name: /^Certificate, sale, theft and more: / }).click();
  await holder.getByText("It was stolen").click();
  await holder.getByRole("button", { name: "Report it stolen" }).click();
  const finder = (await open(SIMPLE)).page;
  const path = address(server, "headphones-issued");
  await finder.goto(path);
  await expect(finder.getByText(/says that it was stolen/).first()).toBeVisible();
  await holder.getByRole("button", { name: "I have it back" }).click();
  await finder.goto(path);
  await expect(finder.getByText(/says that it was stolen/)).toHaveCount(0);
});

test("a buyer whom the seller refuses is told so", async ({ server, open }) => {
  const seller = (await open(SIMPLE)).page;
  const [reference] = await register(seller, server, "kefir-warm");
  await seller.goto(`/mine/registrations/${reference}`);
  await seller.getByText("Show a buyer that it is yours").click();
  await seller.getByRole("button", { name: "Make the link" }).click();
  const link = await seller.getByRole("link", { name: /\/proof\// }).getAttribute("href");
  const buyer = (await open(SIMPLE)).page;
  await buyer.goto(link!);
  await buyer.getByRole("button", { name: "Ask to be the new owner" }).click();
  await expect(buyer.getByText("Its holder has to say yes.")).toBeVisible();
  // What they asked for stands in their list.
  await buyer.goto("/mine");
  await expect(buyer.getByRole("heading", { name: "What you asked others for" })).toBeVisible();
  await seller.goto(`/mine/registrations/${reference}`);
  await seller.getByRole("button", { name: "No", exact: true }).click();
  await buyer.goto("/mine");
  await expect(buyer.getByText("It was not given to you: its holder said no")).toBeVisible();
  // It is still the seller's.
  await seller.goto(`/mine/registrations/${reference}`);
  await expect(seller.getByRole("button", { name: "Certificate as PDF" })).toBeVisible();
});

test("who is refused because another registered the pack has staff decide", async ({ server, open }) => {
  const first = (await open(SIMPLE)).page;
  const taken = await register(first, server, "porridge-issued");
  const owner = (await open({ serviceWorkers: "block" })).page;
  await owner.goto(server.label("porridge-issued").content);
  await owner.getByText("It is mine").click();
  const form = owner.locator('form[action="/register/dispute"]');
  await form.locator("textarea").fill("I have the receipt of 24 November.");
  await isAccessible(owner);
  await form.getByRole("button", { name: "Ask the brand to decide" }).click();
  await expect(owner.getByRole("heading", { level: 1, name: "Northbeam will decide" })).toBeVisible();
  await isAccessible(owner);
  const wish = await keepsakes(owner);
  await lookUp(owner, wish);
  await expect(owner.getByText("Not registered to you: somebody else has registered it.")).toBeVisible();

  const desk = (await open({ serviceWorkers: "block" })).page;
  await staff(desk, server, "quality", "Quinn");
  await desk.goto("/desk/disputes");
  await isAccessible(desk);
  const dispute = desk.locator("li, article, section").filter({ hasText: "I have the receipt of 24 November." }).last();
  await dispute.getByRole("textbox").fill("The receipt names this pack.");
  await dispute.locator('button[value="given"]').click();
  await lookUp(owner, wish);
  await expect(owner.getByRole("button", { name: "Certificate as PDF" })).toBeVisible();
  await lookUp(first, taken);
  await expect(first.getByText(/^Ended .* by a decision of the brand\.$/)).toBeVisible();
});

for (const javaScriptEnabled of [false, true]) {
  test(`a recall's nearest place by a typed town ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ server, open }) => {
    const { page } = await open({ javaScriptEnabled, serviceWorkers: "block" });
    await page.goto(address(server, "power-bank-recalled"));
    const near = page.getByRole("search").filter({ has: page.locator("#near-return") });
    await near.getByRole("textbox").fill("Berlin");
    await near.getByRole("button").first().click();
    const places = page.locator("#recall .place-name");
    await expect(places.first()).toContainText("Northbeam Shop Berlin");
    await near.getByRole("textbox").fill("Atlantis");
    await near.getByRole("button").first().click();
    await expect(page.getByText("“Atlantis” is no place that is known here")).toBeVisible();
  });
}
