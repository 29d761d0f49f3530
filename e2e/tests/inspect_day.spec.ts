// A day without a network, with everything that can go wrong in it: killed twice, full, signed out.
import type { CDPSession, Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join as inFolder } from "node:path";

import { isAccessible } from "../support/accessible.js";
import { asInspector, begin, shelf, takeAlong } from "../support/inspector.js";
import { put } from "../support/put.js";
import { command } from "../support/server.js";
import { apart, expect } from "../support/test.js";

const test = apart();

const HEADPHONES = "09506000203034";
/** Packs that are swept in all. */
const PACKS = 200;
/** Of these, with serials that nobody issued. */
const MADE_UP = 14;

/** A pack, and what the server will say of it. */
interface Known {
  code: string;
  truth: string;
}

/** What a line of the chain says. */
interface Entry {
  sequence: number;
  at: string;
  act: { kind: string; code?: string; answer?: string; pack?: string | null; of?: string; differs?: boolean; now?: { code: string; answer: string } };
}

/** As hardware scanners type: one code after the other, each key at once after the one before. */
async function scanned(page: Page, codes: string[]): Promise<void> {
  await page.evaluate((codes) => {
    const press = (init: KeyboardEventInit) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
    for (const code of codes) {
      for (const letter of code) press(letter === "\x1d" ? { key: "]", ctrlKey: true } : { key: letter });
      press({ key: "Enter" });
    }
  }, codes);
}

/** The page is gone in the middle of things, as when the system takes its memory, and comes back. */
async function killed(page: Page): Promise<Page> {
  const context = page.context();
  const client = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It never answers.
  void client.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
  const next = await context.newPage();
  await next.goto("/inspect");
  return next;
}

/** How much the browser keeps for this origin, in bytes; all that the machine has where none is said. */
async function room(client: CDPSession, origin: string, bytes?: number): Promise<void> {
  await client.send("Storage.overrideQuotaForOrigin", bytes === undefined ? { origin } : { origin, quotaSize: bytes });
}

/** Waits until the browser itself finds that there is no room: it asks again some time after it did last. */
async function full(page: Page): Promise<void> {
  const probe = () =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((tell, fail) => {
        const request = indexedDB.open("probe", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("probe");
        request.onsuccess = () => tell(request.result);
        request.onerror = () => fail(request.error);
      });
      const said = await new Promise<string>((tell) => {
        const transaction = database.transaction("probe", "readwrite");
        transaction.objectStore("probe").put("0".repeat(1000), 0);
        transaction.oncomplete = () => tell("kept");
        transaction.onabort = () => tell(transaction.error?.name ?? "");
      });
      database.close();
      return said;
    });
  await expect.poll(probe, { timeout: 60_000, intervals: [2_000] }).toBe("QuotaExceededError");
}

/** The lines of a report's chain: nothing in the archive is packed. */
function entries(report: string): Entry[] {
  const lines = readFileSync(report, "latin1").match(/\{"entry":"(?:[^"\\]|\\.)*","signature":"[^"]*"\}/g) ?? [];
  return lines.map((line) => JSON.parse((JSON.parse(line) as { entry: string }).entry) as Entry);
}

test("a day without a network: everything is on the server once, in order, and the report holds", async ({ server, open }) => {
  test.setTimeout(300_000);
  // 200 packs whose truth is known.
  const serials = Array.from({ length: PACKS }, (_, at) => `DAY${String(at).padStart(4, "0")}Q7Z`);
  const labels = shelf(server, 16).filter((label) => !label.id.startsWith("made-up"));
  const issued = serials.slice(0, PACKS - MADE_UP - labels.length);
  put(server, "units.jsonl", { type: "units", gtin: HEADPHONES, batch: "H2603", issued_on: "2026-11-01", serials: issued });
  const coded = (serial: string) => `01${HEADPHONES}10H2603\x1d21${serial}`;
  const packs: Known[] = [
    ...issued.map((serial) => ({ code: coded(serial), truth: "issued" })),
    ...serials.slice(-MADE_UP).map((serial) => ({ code: coded(serial), truth: "not-issued" })),
    ...labels.map((label) => ({ code: label.content, truth: label.expect_standing })),
  ];
  expect(packs.length).toBe(PACKS);
  // Good and bad ones among each other, the same way each time.
  const order = (pack: Known) => createHash("sha256").update(pack.code).digest("hex");
  packs.sort((a, b) => (order(a) < order(b) ? -1 : 1));

  const opened = await open();
  const { context } = opened;
  let { page } = opened;
  await asInspector(page, server);
  await takeAlong(page);
  await begin(page, "Warehouse 7");
  // The page and its bundle are in the store before the door closes.
  await page.waitForFunction(async () => (await caches.match("/inspector_bg.wasm")) !== undefined && (await caches.match("/inspect")) !== undefined);
  // Outlives the page that is killed.
  const client = await context.newCDPSession(await context.newPage());
  await page.bringToFront();
  await context.setOffline(true);

  const written = (count: number) => expect(page.locator(".rows li")).toHaveCount(count, { timeout: 60_000 });
  const visit = () => page.getByRole("button", { name: "Visit", exact: true }).click();
  let lines = 1;
  const sweep = async (some: Known[]) => {
    await page.getByRole("button", { name: "Sweep", exact: true }).click();
    await scanned(page, some.map((pack) => pack.code));
    await visit();
    await written((lines += some.length));
  };
  const find = async (reason: string) => {
    const photo = inFolder(test.info().outputDir, `${reason}.png`);
    await page.screenshot({ path: photo });
    await page.getByRole("button", { name: "Add a finding" }).click();
    await page.getByRole("button", { name: reason }).click();
    await page.getByLabel("In your words").fill(`Shelf ${lines}`);
    await page.getByLabel("Add a photograph").setInputFiles(photo);
    await expect(page.locator(".photos img")).toBeVisible();
  };
  const keep = () => page.getByRole("button", { name: "Write it down" }).click();

  await sweep(packs.slice(0, 80));
  await find("Label damaged");
  await keep();
  await written((lines += 1));

  page = await killed(page);
  await visit();
  await written(lines);
  await sweep(packs.slice(80, 150));

  // Full: nothing is written down, nothing that was is lost, and what was typed waits in its form.
  await room(client, server.origin, 1);
  page = await killed(page);
  await full(page);
  await visit();
  await written(lines);
  await find("Seal broken");
  await keep();
  await expect(page.getByText(/^This phone has no room left\. Nothing was lost/)).toBeVisible();
  await expect(page.getByLabel("In your words")).toHaveValue(`Shelf ${lines}`);
  await expect(page.locator(".photos img")).toBeVisible();
  await room(client, server.origin);
  await page.getByRole("button", { name: "Understood" }).click();
  await keep();
  await written((lines += 1));

  // A day passes on the phone's clock: the pack is out of date, and says no more that something was issued.
  await context.addInitScript((ahead) => {
    const Real = Date;
    const Later = class extends Real {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Real.now() + ahead);
        else super(...(given as [number]));
      }
      static override now() {
        return Real.now() + ahead;
      }
    };
    window.Date = Later as DateConstructor;
  }, 25 * 3_600_000);
  await page.goto("about:blank");
  await page.goto("/inspect");
  await sweep(packs.slice(150));
  await page.getByRole("button", { name: "Sweep", exact: true }).click();
  await expect(page.getByText(/^The offline pack is out of date: without a network only recalls and blocks/)).toBeVisible();
  await visit();
  await find("Stored wrong");
  await keep();
  await written((lines += 1));
  expect(lines).toBe(1 + PACKS + 3);

  // The network is back, and the login is over: nothing goes out, and nothing is lost.
  const cookies = await context.cookies();
  await context.clearCookies();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.getByRole("button", { name: /^Queue/ }).click();
  const count = async (stage: string) => Number(await page.locator(`.tallies .${stage} strong`).textContent());
  expect(await count("confirmed")).toBeLessThanOrEqual(2);
  await context.addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  // Every check has its second answer: lines, answers, photographs.
  await expect.poll(() => count("confirmed"), { timeout: 90_000 }).toBe(lines + PACKS + 3);
  expect([await count("here"), await count("sent")]).toEqual([0, 0]);

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
  expect(told).toContain(`: ${lines + PACKS} entries`);
  await page.goto("/inspect/verify");
  await page.getByLabel("Choose the report").setInputFiles(report);
  await expect(page.getByRole("heading", { name: "Nothing was changed" })).toBeVisible();
  await expect(page.getByText(/^Sealed by the server at /)).toBeVisible();

  // In order, each once, and every verdict of the phone beside the server's.
  const all = entries(report);
  expect(all.map((entry) => entry.sequence)).toEqual(all.map((_, at) => at + 1));
  const checks = all.filter((entry) => entry.act.kind === "checked");
  expect(checks.map((entry) => entry.act.code)).toEqual(packs.map((pack) => pack.code));
  const second = new Map(all.filter((entry) => entry.act.kind === "rechecked").map((entry) => [entry.act.now!.code, entry.act]));
  expect(second.size).toBe(PACKS);
  const pairs = new Map<string, number>();
  const wrong: string[] = [];
  for (const [at, pack] of packs.entries()) {
    const phone = checks[at]!.act.answer!;
    const { now, differs } = second.get(pack.code)!;
    const pair = `${phone} → ${now!.answer}${differs ? ", differs" : ""}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    // The server's word is the truth, and the phone never says more than it can know.
    if (now!.answer !== pack.truth) wrong.push(`${pack.code}: ${now!.answer}, not ${pack.truth}`);
    if (["issued", "confirmed"].includes(phone)) wrong.push(`${pack.code}: ${phone} without a network`);
    const expected = at < 150 ? "listed-as-issued" : "unchecked";
    if (pack.truth === "issued" && phone !== expected) wrong.push(`${pack.code}: ${phone}, not ${expected}`);
  }
  console.log([...pairs].map(([pair, packs]) => `${packs} × ${pair}`).join("\n"));
  expect(wrong).toEqual([]);
  // One in 256 made-up serials is listed; two of 14 is one chance in a thousand.
  expect(pairs.get("listed-as-issued → not-issued, differs") ?? 0).toBeLessThanOrEqual(1);
  for (const [pair] of pairs) {
    const [phone, now] = pair.split(/ → |, /);
    if (phone === "listed-as-issued" && now !== "issued") expect(pair, "a difference is never passed over").toContain("differs");
  }
});
