// Points: what waits for more than the visible code, and why.
import { isAccessible } from "../support/accessible.js";
import { apart, expect } from "../support/test.js";

const test = apart();

test("a registration's points wait, and the page says what for", async ({ open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  await page.goto("/rewards");
  await expect(page.getByText("No points yet.")).toBeVisible();
  // As the code of the demo's headphones has it.
  await page.goto("/01/09506000203034/10/H2603/21/7RFXP4FWDDSSRX");
  await page.getByRole("form", { name: "Register it" }).getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
  await page.getByRole("link", { name: /points wait: see what for/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Points" })).toBeVisible();
  await expect(page.getByText("They come when the brand has seen your receipt")).toBeVisible();
  await expect(page.getByText("Checking it again, or by somebody else at home, costs nothing.")).toBeVisible();
  await isAccessible(page);
});
