// What is left when a part of the app is missing: the page goes on with the rest.
import { expect, scan, test } from "../support/test.js";

test("a reader that does not come up: says so, and the server reads the photo", async ({ server, open }) => {
  const { page, context } = await open({ serviceWorkers: "block", video: server.label("coffee-issued") });
  await page.goto("/demo");
  const symbol = page.getByRole("listitem").filter({ hasText: "Coffee, on the shelf in Gdynia" }).getByRole("img");
  const buffer = await symbol.screenshot();
  const other = await context.newPage();
  await other.route("**/worker_loader.js", (route) => route.fulfill({ status: 500, body: "" }));
  await scan(other);
  await expect(other.getByText("This browser can't run the camera reader.")).toBeVisible();
  await other.getByLabel("Choose a photo of the code").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer });
  await expect(other.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("what was typed before the app was there is still there", async ({ open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  let start = () => {};
  const held = new Promise<void>((resolve) => (start = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/scan", { waitUntil: "commit" });
  await page.getByLabel("Number or link on the pack").fill("(01)09506000204048");
  start();
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  await expect(page.getByLabel("Number or link on the pack")).toHaveValue("(01)09506000204048");
});

test("a hand-held scanner types into the page", async ({ open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  await page.goto("/scan");
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  await page.evaluate(() => {
    const key = (key: string, ctrlKey = false) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true }));
    for (const letter of "0109506000206066") key(letter);
    for (const letter of "10E5417") key(letter);
    key("]", true);
    for (const letter of "219T78T9GGQWBXPW") key(letter);
    key("Enter");
  });
  await expect(page.getByRole("heading", { level: 1, name: "Recalled: stop using" })).toBeVisible();
});

test("a jump within an answer stays in it, and back leads back", async ({ server, open }) => {
  const { page } = await open({ serviceWorkers: "block", video: server.label("coffee-issued") });
  await scan(page);
  const heading = page.getByRole("heading", { level: 1, name: "Issued by Northbeam" });
  await expect(heading).toBeVisible();
  await page.getByRole("link", { name: "Register it" }).click();
  await expect(page).toHaveURL(/#register$/);
  await expect(heading).toBeVisible();
  await page.goBack();
  await expect(heading).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  await page.goForward();
  await expect(heading).toBeVisible();
});
