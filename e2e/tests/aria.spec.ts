// What a screen reader is told of each page: the tree of roles and names, kept in `spoken/`. A change of
// the words or of their order is a change that somebody looks at: `npx playwright test aria
// --update-snapshots` writes the new trees.
import type { Locator } from "@playwright/test";

import { apart, expect } from "../support/test.js";

const test = apart();

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";

/** The tree, without what the day of the test changes: the demo brand's dates count from today. */
async function spoken(of: Locator): Promise<string> {
  const tree = await of.ariaSnapshot();
  return tree
    .replace(new RegExp(`\\d+ (${MONTHS})( \\d{4})?`, "g"), "DATE")
    .replace(/localhost:\d+/g, "HOST")
    .replace(/\d+ more days?/g, "DAYS")
    .replace(/(an? |\d+ )(minute|hour|day)s? ago|yesterday/g, "AGO")
    // Told by its age or by its date: which of them depends on the hour of the day.
    .replace(/time: (AGO|DATE)/g, "time: WHEN")
    // Whether two steps are of one day depends on it, too.
    .replace(/- time: WHEN\n *- text: –\n *- time: WHEN/g, "- time: WHEN");
}

test("every kind of page says to a screen reader what it says to the eye", async ({ server, open }) => {
  const { page } = await open({ serviceWorkers: "block", timezoneId: "UTC" });
  const matches = async (of: Locator, name: string) => {
    expect.soft(`${await spoken(of)}\n`).toMatchSnapshot(`${name}.yml`);
  };
  await page.goto("/");
  await matches(page.locator("body"), "home");
  for (const path of ["scan", "history", "mine", "privacy", "rewards"]) {
    await page.goto(`/${path}`);
    if (path === "scan") await page.getByRole("button", { name: "Start the camera" }).waitFor();
    if (path === "history") await page.getByText("Nothing scanned on this device yet.").waitFor();
    await matches(page.getByRole("main"), path);
  }
  for (const [path, name] of [["/mine/passkeys", "passkeys"], ["/mine/open", "passkeys-open"]] as const) {
    await page.goto(path);
    // Its script comes after the page.
    await expect(page.getByRole("button", { name: /passkey/ })).toBeEnabled();
    await matches(page.getByRole("main"), name);
  }
  // A pack of each standing.
  const packs = new Map([...server.labels.values()].map((label) => [label.expect_standing, label]));
  for (const [standing, label] of packs) {
    await page.goto(`/check?code=${encodeURIComponent(label.content)}`);
    if (standing !== "unknown") await page.getByRole("button", { name: "Read aloud" }).waitFor();
    await matches(page.getByRole("main"), `verdict-${standing}`);
  }
});
