// What axe-core finds on a page, in the light and in the dark.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect } from "./test.js";

/** Nothing is found, in either colour scheme. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    const rules = new AxeBuilder({ page });
    // In the dark only colours differ.
    const { violations } = await (colorScheme === "dark" ? rules.withRules("color-contrast") : rules).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`), colorScheme).toEqual([]);
  }
}
