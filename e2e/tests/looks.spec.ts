// How pages look to those who ask for something else: larger text, more contrast, colours of their own,
// nothing that moves.
import { isAccessible, spill } from "../support/accessible.js";
import type { Server } from "../support/server.js";
import { apart, expect } from "../support/test.js";

// It looks at a pack of each standing from many sessions, which others must not see.
const test = apart();

/** A pack of each standing, and the pages around them. */
function paths(server: Server): string[] {
  const packs = new Map([...server.labels.values()].map((label) => [label.expect_standing, `/check?code=${encodeURIComponent(label.content)}`]));
  return ["/", "/scan", "/history", "/mine", "/privacy", "/rewards", ...packs.values()];
}

test("text twice as large spills over nowhere at 390 px", async ({ server, open }) => {
  test.setTimeout(120_000);
  const { page, context } = await open({ serviceWorkers: "block" });
  // As a reader sets it in the browser: every size counts in the root's.
  const client = await context.newCDPSession(page);
  await client.send("Page.enable");
  await client.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  for (const path of paths(server)) {
    await page.goto(path);
    expect(await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize)), path).toBeGreaterThanOrEqual(32);
    expect(await spill(page), path).toBeLessThanOrEqual(0);
  }
});

test("nothing moves for who asks for that", async ({ server, open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  const moving = () => page.evaluate(() => document.getAnimations().length + Number(getComputedStyle(document.documentElement).scrollBehavior === "smooth"));
  const recalled = `/check?code=${encodeURIComponent(server.label("coffee-issued").content)}`;
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto(recalled);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector(".verdict .streak")!).animationName)).toBe("streak-drawn");
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of ["/", "/scan", recalled]) {
    await page.goto(path);
    expect(await moving(), path).toBe(0);
    const names = await page.evaluate(() => [...document.querySelectorAll("*")].map((element) => getComputedStyle(element).animationName).filter((name) => name !== "none"));
    expect(names, path).toEqual([]);
  }
});

/** Relative luminance of a colour as the browser computes it. */
function luminance(color: string): number {
  const [red, green, blue] = color.match(/[\d.]+/g)!.slice(0, 3).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright! + 0.05) / (dark! + 0.05);
}

test("more contrast, in the light and in the dark", async ({ server, open }) => {
  test.setTimeout(120_000);
  const { page } = await open({ serviceWorkers: "block" });
  const packs = new Map([...server.labels.values()].map((label) => [label.expect_standing, label.content]));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ contrast: "more", colorScheme });
    for (const [standing, content] of packs) {
      await page.goto(`/check?code=${encodeURIComponent(content)}`);
      const colors = await page.evaluate(() => {
        const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
        return { paper: of("body").backgroundColor, texts: ["body", "#verdict-word", ".verdict p"].map((selector) => of(selector).color) };
      });
      // WCAG's AAA, 7:1.
      for (const color of colors.texts) expect(contrast(color, colors.paper), `${standing} ${colorScheme}`).toBeGreaterThanOrEqual(7);
    }
    await isAccessible(page);
    await page.emulateMedia({ contrast: "more", colorScheme });
  }
});

test("in the reader's own colours the streak and what troubles are still there", async ({ server, open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`/check?code=${encodeURIComponent(server.label("coffee-issued").content)}`);
  const drawn = await page.evaluate(() => {
    const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
    return { streak: of(".verdict .streak").fill, stone: of(".verdict .stone").backgroundColor, image: of(".verdict .stone").backgroundImage, button: of(".main-action").borderTopStyle };
  });
  expect(contrast(drawn.streak, drawn.stone)).toBeGreaterThanOrEqual(7);
  expect(drawn.image).toBe("none");
  expect(drawn.button).toBe("solid");
});
