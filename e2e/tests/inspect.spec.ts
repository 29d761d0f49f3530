// A field inspector's phone: sweep a shelf, write down what is wrong, also without a network.
import { type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join as inFolder } from "node:path";

import { isAccessible } from "../support/accessible.js";
import { type Label, type Server, command } from "../support/server.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** What the page calls a standing. */
const WORDS: Record<string, string> = {
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
function shelf(server: Server, count: number): Label[] {
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

async function asInspector(page: Page, server: Server): Promise<void> {
  await withAuthenticator(page);
  await join(page, invite(server, "northbeam", "inspector"), "Ines");
  await page.goto("/inspect");
  await expect(page.getByText("Connected")).toBeVisible();
}

/** Loads the offline pack. */
async function takeAlong(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Offline", exact: true }).click();
  await page.getByRole("button", { name: "Load Northbeam" }).click();
  await expect(page.getByText(/^Good until /)).toBeVisible();
}

/** Begins a visit. */
async function begin(page: Page, shop: string): Promise<void> {
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await page.getByLabel("Shop, warehouse or post").fill(shop);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: shop })).toBeVisible();
}

/** Serials that the list shows, with the words beside them. */
async function listed(page: Page): Promise<Map<string, string>> {
  const rows = await page.locator(".packs li").evaluateAll((items) =>
    items.map((item) => [item.querySelector(".serial")?.textContent ?? "", item.querySelector("strong")?.textContent ?? ""] as const),
  );
  return new Map(rows);
}

for (const [count, columns] of [[12, 4], [30, 6]] as const) {
  test(`a shelf of ${count} packs is swept, and every mark is right`, async ({ server, open }) => {
    test.setTimeout(120_000);
    const packs = shelf(server, count);
    const { page } = await open({ video: { packs, columns } });
    await asInspector(page, server);
    const started = Date.now();
    await page.getByRole("button", { name: "Start the sweep" }).click();
    const shares: string[] = [];
    for (const seconds of [5, 15]) {
      await expect
        .poll(async () => (Date.now() - started > seconds * 1000 ? packs.length : (await listed(page)).size), { timeout: 20_000 })
        .toBeGreaterThanOrEqual(packs.length);
      shares.push(`${(await listed(page)).size} of ${packs.length} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
    console.log(`sweep of ${count}: ${shares.join(", ")}`);
    await expect.poll(async () => [...(await listed(page)).values()].filter((word) => word === "Not checked yet")).toEqual([]);
    const marks = await listed(page);
    const serialOf = (label: Label) => /(?:\/21\/|\x1d21|21)([^/?\x1d]+)$/.exec(label.content)?.[1] ?? label.content;
    const wrong: string[] = [];
    for (const label of packs) {
      const serial = [...marks.keys()].find((serial) => serial !== "" && label.content.includes(serial));
      if (serial === undefined) continue;
      const word = marks.get(serial);
      if (word !== WORDS[label.expect_standing]) wrong.push(`${label.id} (${serialOf(label)}): ${word}, not ${WORDS[label.expect_standing]}`);
    }
    expect(wrong).toEqual([]);
    expect(marks.size).toBe(packs.length);
    await page.screenshot({ path: inFolder(test.info().outputDir, "sweep.png") });
  });
}

test("a visit: a finding with a photograph is signed, and outlives the page", async ({ server, open }) => {
  const { page, context } = await open();
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 52.52, longitude: 13.405, accuracy: 20 });
  await asInspector(page, server);
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Say where you are: a name is enough.");
  await page.getByLabel("Shop, warehouse or post").fill("Corner shop");
  await page.getByRole("button", { name: "Spot check" }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Corner shop" })).toBeVisible();

  await page.getByRole("button", { name: "Add a finding" }).click();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Choose a reason.")).toBeVisible();
  await page.getByRole("button", { name: "Seal broken" }).click();
  await page.getByRole("button", { name: "One more" }).click();
  const photo = inFolder(test.info().outputDir, "seal.png");
  await page.screenshot({ path: photo });
  await page.getByLabel("Add a photograph").setInputFiles(photo);
  await expect(page.locator(".photos img")).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Seal broken, 2 packs, photographs: 1")).toBeVisible();

  // The page is gone, and comes back.
  await page.goto("about:blank");
  await page.goto("/inspect");
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.getByText("Seal broken, 2 packs, photographs: 1")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn", { exact: true })).toBeVisible();

  // Everything in one file, sealed by this phone, and checked by the page itself.
  await page.getByRole("button", { name: /^Queue/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export everything to a file" }).click(),
  ]);
  const report = inFolder(test.info().outputDir, "report.zip");
  await download.saveAs(report);
  await page.goto("/inspect/verify");
  await page.getByLabel("Choose the report").setInputFiles(report);
  await expect(page.getByRole("heading", { name: "Nothing was changed" })).toBeVisible();
  await expect(page.getByText("Sealed by the inspector's device alone.")).toBeVisible();
  await isAccessible(page);

  const changed = readFileSync(report);
  changed[Math.floor(changed.length / 2)]! ^= 1;
  const forged = inFolder(test.info().outputDir, "forged.zip");
  writeFileSync(forged, changed);
  await page.getByLabel("Choose the report").setInputFiles(forged);
  await expect(page.getByRole("heading", { name: "Do not rely on this report" })).toBeVisible();
});

test("without a network packs are judged from the offline pack, and asked again", async ({ server, open }) => {
  const { page, context } = await open();
  await asInspector(page, server);
  await takeAlong(page);
  await begin(page, "Cellar");

  await page.getByRole("button", { name: "Sweep", exact: true }).click();
  await context.setOffline(true);
  const code = page.getByLabel("Type a code");
  const said = async (id: string) => {
    await code.fill(server.label(id).content);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page.getByText(/Judged on this phone from the pack of /)).toBeVisible();
    return page.locator(".details h2").textContent();
  };
  expect(await said("coffee-issued")).toContain("Listed as issued");
  await expect(page.getByText("One in 256 numbers that were never issued is listed, too.")).toBeVisible();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.getByText(/^Asked again, still Issued/)).toBeVisible();
});

test("a day without a network: everything is on the server once, in order, and the report holds", async ({ server, open }) => {
  test.setTimeout(120_000);
  const { page, context } = await open();
  await asInspector(page, server);
  await takeAlong(page);
  await begin(page, "Warehouse 7");
  // The page and its bundle are in the store before the door closes.
  await page.waitForFunction(async () => (await caches.match("/inspector_bg.wasm")) !== undefined && (await caches.match("/inspect")) !== undefined);
  await context.setOffline(true);

  const packs = shelf(server, 12);
  await page.getByRole("button", { name: "Sweep", exact: true }).click();
  for (const [at, pack] of packs.entries()) {
    await page.getByLabel("Type a code").fill(pack.content);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page.locator(".packs li")).toHaveCount(at + 1);
  }
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.locator(".rows li")).toHaveCount(13);
  await page.getByRole("button", { name: "Add a finding" }).click();
  await page.getByRole("button", { name: "Label damaged" }).click();
  const photo = inFolder(test.info().outputDir, "label.png");
  await page.screenshot({ path: photo });
  await page.getByLabel("Add a photograph").setInputFiles(photo);
  await expect(page.locator(".photos img")).toBeVisible();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.locator(".rows li")).toHaveCount(14);

  // Killed, and opened again without a network.
  await page.goto("about:blank");
  await page.goto("/inspect");
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.locator(".rows li")).toHaveCount(14);

  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.getByRole("button", { name: /^Queue/ }).click();
  // 14 lines, 12 answers to what the phone had judged alone, and a photograph.
  const counted = async () => (await page.locator(".tallies .confirmed strong").textContent()) ?? "";
  await expect.poll(counted, { timeout: 30_000 }).toBe("27");
  await expect(page.locator(".tallies .here strong")).toHaveText("0");
  await expect(page.locator(".tallies .sent strong")).toHaveText("0");

  await page.goto("/desk/inspections");
  await page.getByRole("link", { name: "Warehouse 7" }).click();
  await expect(page.getByText("This device's chain holds")).toBeVisible();
  await isAccessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Sealed report (ZIP)" }).click()]);
  const report = inFolder(test.info().outputDir, "report.zip");
  await download.saveAs(report);
  const keys = inFolder(test.info().outputDir, "keys.json");
  writeFileSync(keys, await (await fetch(`${server.origin}/.well-known/touchstone-seal-keys.json`)).text());
  const told = execFileSync(command, ["evidence", "verify", report, "--keys", keys], { encoding: "utf8" });
  expect(told).toContain(": 26 entries");
  await page.goto("/inspect/verify");
  await page.getByLabel("Choose the report").setInputFiles(report);
  await expect(page.getByRole("heading", { name: "Nothing was changed" })).toBeVisible();
  await expect(page.getByText(/^Sealed by the server at /)).toBeVisible();
});

test("a phone that is passed on asks for its PIN, and keeps what waits", async ({ server, open }) => {
  const { page } = await open();
  await asInspector(page, server);
  await takeAlong(page);
  await page.getByLabel("PIN").fill("12");
  await page.getByRole("button", { name: "Set the PIN" }).click();
  await expect(page.getByText("A PIN has four digits or more.")).toBeVisible();
  await page.getByLabel("PIN").fill("4711");
  await page.getByRole("button", { name: "Set the PIN" }).click();
  await expect(page.getByText("The PIN is set.")).toBeVisible();

  await page.goto("/inspect");
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  await expect(page.getByText(/^Without a network it opens until /)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sweep", exact: true })).toBeHidden();
  await isAccessible(page);
  await page.getByLabel("PIN").fill("0000");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("That is not the PIN.")).toBeVisible();
  await page.getByLabel("PIN").fill("4711");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("button", { name: "Start the sweep" })).toBeVisible();
});
