// What a brand's rules suggest: after a yes alone, each with its reason, and not after the no.
import { isAccessible } from "../support/accessible.js";
import { expect, test } from "../support/test.js";

for (const javaScriptEnabled of [false, true]) {
  test(`suggestions after a yes, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ server, open }) => {
    const { page } = await open({ javaScriptEnabled, serviceWorkers: "block" });
    await page.goto(server.label("coffee-issued").content);
    const section = page.getByRole("region", { name: "Suggestions" });
    const why = section.getByText(/^Because Northbeam says that it goes with Aurora Roast/);
    await expect(why).toHaveCount(0);
    await section.getByRole("button", { name: "Yes, show suggestions" }).click();
    await expect(why).toBeVisible();
    await expect(section.getByText(/used up by now/)).toHaveCount(0);
    if (javaScriptEnabled) await isAccessible(page);

    await page.goto("/privacy");
    await expect(page.getByText("Suggestions by rules of brands")).toBeVisible();
    await page.getByRole("button", { name: "No suggestions any more" }).click();
    await expect(page.getByText("Suggestions by rules of brands")).toHaveCount(0);
    await page.goto(server.label("coffee-issued").content);
    await expect(section.getByRole("button", { name: "Yes, show suggestions" })).toBeVisible();
    await expect(why).toHaveCount(0);
  });
}
