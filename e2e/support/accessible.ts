// What axe-core finds on a page, in the light and in the dark.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect } from "./test.js";

/** The boxes of a graph cut long names short to the eye, and have them whole in their labels. */
export const CUT_NAMES = ["label-content-name-mismatch"];

/** Nothing is found, in either colour scheme, but by rules that are left out. */
export async function isAccessible(page: Page, without: string[] = []): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    const rules = new AxeBuilder({ page }).disableRules(without);
    // In the dark only colours differ.
    const { violations } = await (colorScheme === "dark" ? rules.withRules("color-contrast") : rules).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`), colorScheme).toEqual([]);
  }
}

/** How far anything reaches out of the page sideways, in CSS pixels. */
export async function spill(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
