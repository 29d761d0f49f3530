// A field inspector's hands: signing in, taking a pack along, beginning a visit, reading the list.
import type { Page } from "@playwright/test";

import type { Label, Server } from "./server.js";
import { invite, join, withAuthenticator } from "./staff.js";
import { expect } from "./test.js";

/** What the page calls a standing. */
export const WORDS: Record<string, string> = {
  confirmed: "Confirmed",
  issued: "Issued",
  product: "Known product",
  batch: "Known batch",
  unknown: "Not known",
  suspect: "Be careful",
  mismatch: "Does not match",
  expired: "Expired",
  "possibly-recalled": "Possibly recalled",
  "not-issued": "Not issued",
  blocked: "Blocked",
  recalled: "Recalled",
};

/** Labels of packs that have a number of their own, each once. */
export function shelf(server: Server, count: number): Label[] {
  const seen = new Set<string>();
  const packs: Label[] = [];
  for (const label of server.labels.values()) {
    if (!/21/.test(label.content) || !(label.expect_standing in WORDS) || seen.has(label.content)) continue;
    seen.add(label.content);
    packs.push(label);
  }
  expect(packs.length).toBeGreaterThanOrEqual(12);
  // A large shelf has more packs of a product whose serials nobody issued.
  for (let at = packs.length; at < count; at += 1) {
    const like = server.label("coffee-issued");
    packs.push({ ...like, id: `made-up-${at}`, content: like.content.replace(/\/21\/[^/?]+/, `/21/MADEUP${at}Q7ZZ`), expect_standing: "not-issued" });
  }
  return packs.slice(0, count);
}

export async function asInspector(page: Page, server: Server): Promise<void> {
  await withAuthenticator(page);
  await join(page, invite(server, "northbeam", "inspector"), "Ines");
  await page.goto("/inspect");
  await expect(page.getByText("Connected")).toBeVisible();
}

/** Loads the offline pack. */
export async function takeAlong(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Offline", exact: true }).click();
  await page.getByRole("button", { name: "Load Northbeam" }).click();
  await expect(page.getByText(/^Good until /)).toBeVisible();
}

/** Begins a visit. */
export async function begin(page: Page, shop: string): Promise<void> {
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await page.getByLabel("Shop, warehouse or post").fill(shop);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: shop })).toBeVisible();
}

/** Serials that the list shows, with the words beside them. */
export async function listed(page: Page): Promise<Map<string, string>> {
  const rows = await page.locator(".packs li").evaluateAll((items) =>
    items.map((item) => [item.querySelector(".serial")?.textContent ?? "", item.querySelector("strong")?.textContent ?? ""] as const),
  );
  return new Map(rows);
}
