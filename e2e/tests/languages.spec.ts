// Arabic, from right to left, the other languages, and the pseudo-locale, whose texts are longest: nothing
// may spill over.
import { isAccessible, spill } from "../support/accessible.js";
import type { Server } from "../support/server.js";
import { expect, test } from "../support/test.js";

/** Every kind of page that a person meets without giving anything. */
function paths(server: Server): string[] {
  // A pack of each standing.
  const packs = new Map([...server.labels.values()].map((label) => [label.expect_standing, `/check?code=${encodeURIComponent(label.content)}`]));
  return ["/", "/scan", "/history", "/mine", "/mine/passkeys", "/mine/open", "/privacy", "/rewards", "/demo", ...packs.values()];
}

test("in Arabic: from right to left, accessible, and nothing spills over", async ({ server, open }) => {
  test.setTimeout(240_000);
  const { page } = await open({ locale: "ar-EG", serviceWorkers: "block" });
  for (const path of paths(server)) {
    await page.goto(path);
    await expect(page.locator("html"), path).toHaveAttribute("dir", "rtl");
    await expect(page.locator("html"), path).toHaveAttribute("lang", "ar");
    expect(await spill(page), path).toBeLessThanOrEqual(0);
    await isAccessible(page);
  }
});

test("in Arabic: a typed code is answered in place, and its number keeps its own order", async ({ open }) => {
  const { page } = await open({ locale: "ar" });
  await page.goto("/scan");
  // The app is there: a field that it takes away while it is being filled stays empty.
  await expect(page.getByRole("button", { name: "شغّل الكاميرا" })).toBeVisible();
  await page.getByLabel("الرقم أو الرابط المكتوب على العبوة").fill("(01)09506000201016(21)H2K7RNJ6635MCJ");
  await page.getByRole("button", { name: "تحقق منه" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "أصدرته \u2068Northbeam\u2069" })).toBeVisible();
  const serial = page.locator(".serial").first();
  expect(await serial.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  // The desk is not written in it.
  await page.goto("/desk");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

for (const [locale, name] of [["fr-FR", "Français"], ["es-MX", "Español"], ["hi-IN", "हिन्दी"], ["de-DE", "Deutsch"]] as const) {
  test(`in ${name}: chosen by hand, and nothing spills over`, async ({ server, open }) => {
    test.setTimeout(120_000);
    const { page } = await open({ locale, serviceWorkers: "block" });
    await page.goto("/?lang=en");
    const english = await page.getByRole("heading", { level: 1 }).innerText();
    await page.getByRole("link", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(english);
    for (const path of paths(server)) {
      await page.goto(path);
      await expect(page.locator("html"), path).toHaveAttribute("lang", locale.slice(0, 2));
      expect(await spill(page), path).toBeLessThanOrEqual(0);
    }
  });
}

for (const width of [320, 390]) {
  test(`longer texts spill over nowhere at ${width} px`, async ({ server, open }) => {
    test.setTimeout(120_000);
    const { page } = await open({ serviceWorkers: "block", viewport: { width, height: 844 } });
    await page.goto("/?lang=en-XA");
    for (const path of paths(server)) {
      await page.goto(path);
      // Every word of ours comes from the locale files.
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(/^\[.*\]$|^[^A-Za-z]*$|Aurora|Ember|Lumi|Northbeam/);
      expect(await spill(page), path).toBeLessThanOrEqual(0);
    }
  });
}
