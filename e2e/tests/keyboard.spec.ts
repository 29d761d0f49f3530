// Everything by keys alone, as who uses no pointer has it: each stop can be seen, and nothing traps.
import type { Page } from "@playwright/test";

import { apart, expect } from "../support/test.js";

const test = apart();

/** What has the focus: its name as it is shown, and whether it can be seen that it has. */
async function focused(page: Page): Promise<{ name: string; isSeen: boolean; isWithin: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    // What is hidden from the eye shows its focus on the label around it.
    const shown = [element, element.closest("label")].filter((it) => it !== null);
    const isSeen = shown.some((it) => {
      const style = getComputedStyle(it);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    const box = (element.closest("label") ?? element).getBoundingClientRect();
    const isWithin = box.bottom > 0 && box.top < innerHeight;
    return { name: (element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").trim(), isSeen, isWithin };
  });
}

/** Goes on by Tab until the focus is on what has that name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press("Tab");
    const { name: at } = await focused(page);
    await expect.poll(() => focused(page), `the focus on ${JSON.stringify(at)} can be seen, on the screen`).toMatchObject({ isSeen: true, isWithin: true });
    if (name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`no stop is called ${name}: ${passed.join(" | ")}`);
}

for (const javaScriptEnabled of [true, false]) {
  test(`from the front page to a report and a registration, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ server, open }) => {
    test.setTimeout(120_000);
    const { page } = await open({ serviceWorkers: "block", javaScriptEnabled, reducedMotion: "reduce" });
    const code = server.label(javaScriptEnabled ? "power-bank-issued" : "headphones-issued").content;
    await page.goto("/");
    await tabTo(page, /^Skip/);
    await tabTo(page, /^Scan/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/scan$/);
    // Where the app was there already, it looked for a camera at once, and found none.
    if (javaScriptEnabled) await expect(page.getByRole("button", { name: /^(Start the camera|Try again)$/ })).toBeVisible();
    await tabTo(page, /^Number or link on the pack/);
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
    // In place, a screen reader begins at the verdict.
    if (javaScriptEnabled) await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    const pack = page.url();

    // The three looks are groups: arrows choose.
    if ((await page.locator('form[action="/compare"]').count()) > 0) {
      for (const group of await page.locator('form[action="/compare"] fieldset').all()) {
        await tabTo(page, /^Yes/);
        await page.keyboard.press("Space");
        await expect(group.getByRole("radio", { name: "Yes" })).toBeChecked();
      }
      await tabTo(page, /^Done comparing/);
      await page.keyboard.press("Enter");
      await expect(page.getByText("It looks as it should").first()).toBeVisible();
    }

    await page.goto(pack);
    await tabTo(page, /^Something is wrong\?/);
    await page.keyboard.press("Enter");
    await page.goto(pack);
    await tabTo(page, /^Shop/);
    await page.keyboard.type("Market hall");
    await tabTo(page, /^Register$/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Registered" }).first()).toBeVisible();
  });
}

/** Holds the app's program back; what it returns lets it come. */
async function holdApp(page: Page): Promise<() => void> {
  let come = () => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.unrouteAll();
  await page.route(/\/app-[^/]*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  return come;
}

test("the app comes while somebody goes by keys: the focus stays where it was, and what was typed", async ({ open }) => {
  const { page } = await open({ serviceWorkers: "block", reducedMotion: "reduce" });
  let come = await holdApp(page);
  await page.goto("/scan", { waitUntil: "domcontentloaded" });
  const field = page.getByLabel("Number or link on the pack");
  await tabTo(page, /^Number or link on the pack/);
  await page.keyboard.type("A code, hal");
  const camera = page.getByRole("button", { name: "Start the camera" });
  await expect(camera).toBeHidden();
  come();
  await expect(camera).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type("f typed");
  await expect(field).toHaveValue("A code, half typed");

  // Of two links to the same place, it is the one that had it.
  come = await holdApp(page);
  await page.goto("/", { waitUntil: "domcontentloaded" });
  const link = page.locator('main a[href="/scan"]');
  await tabTo(page, new RegExp(`^${await link.innerText()}$`));
  const served = await link.elementHandle();
  come();
  await expect.poll(() => served?.evaluate((it) => it.isConnected)).toBe(false);
  await expect(link).toBeFocused();
});
