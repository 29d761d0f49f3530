// The verdict page beyond its word: comparing, reporting, links that lead elsewhere, packs whose code can't be read.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, scan, test } from "../support/test.js";

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
}

/** Answers the three questions beside the picture. */
async function compare(page: Page, answers: ("Yes" | "No")[]): Promise<void> {
  const form = page.getByRole("form", { name: "Compare it with the picture" });
  for (const [index, answer] of answers.entries()) {
    await form.getByRole("group", { name: new RegExp(`^${index + 1}\\.`) }).getByText(answer, { exact: true }).click();
  }
  await form.getByRole("button", { name: "Done comparing" }).click();
}

/** Tells what is wrong, with a photo; the reference. */
async function report(page: Page): Promise<string> {
  const form = page.getByRole("form", { name: /^(Something is wrong\?|Tell Northbeam, so that others are warned)$/ });
  await form.getByLabel("What is wrong?").fill("The seal was open.");
  const photo = await page.screenshot({ type: "jpeg" });
  await form.getByLabel("A photo of it").setInputFiles({ name: "seal.jpg", mimeType: "image/jpeg", buffer: photo });
  await form.getByLabel("Where did you get it?").fill("Gdynia");
  await form.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Northbeam has your report" })).toBeVisible();
  return (await page.getByRole("definition").first().textContent())!.trim();
}

test("without JavaScript: three looks, a no, a report with a number", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(server.label("coffee-issued").content);
  await expect(page.getByRole("group", { name: "3. Seal" })).toBeVisible();
  await compare(page, ["Yes", "Yes", "Yes"]);
  await expect(page.getByRole("heading", { level: 1, name: "It looks as it should" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the pack" }).click();
  await compare(page, ["Yes", "Yes", "No"]);
  await expect(page.getByRole("heading", { level: 1, name: "Do not use it" })).toBeVisible();
  await expect(page.getByText("The seal strip across the top is whole")).toBeVisible();
  expect(await report(page)).toMatch(/^W-\w{4}-\w{4}$/);
  await expect(page.getByText("No name and no address was kept. Only this browser finds the report again.")).toBeVisible();
});

test("in the scanner: the same in place", async ({ open }) => {
  const { page } = await open({ serviceWorkers: "block" });
  await page.goto("/scan");
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  await page.evaluate("window.isHere = true");
  await page.getByLabel("Number or link on the pack").fill("(01)09506000205052(10)L331");
  await page.getByRole("button", { name: "Check it" }).click();
  await compare(page, ["No"]);
  await expect(page.getByRole("heading", { level: 1, name: "Do not use it" })).toBeVisible();
  await isAccessible(page);
  expect(await report(page)).toMatch(/^W-\w{4}-\w{4}$/);
  await isAccessible(page);
  expect(await page.evaluate("window.isHere"), "no page was loaded").toBe(true);
});

test("a link that looks like the brand's is named, and nothing of it is sent", async ({ server, open }) => {
  const { page } = await open({ video: server.label("lookalike") });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  await scan(page);
  await expect(page.getByRole("heading", { level: 1, name: "This code does not lead to Northbeam" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open n0rthbeam.example" })).toBeVisible();
  expect(asked.filter((request) => request.includes("n0rthbeam"))).toEqual([]);
  await isAccessible(page);
});

test("a product's link that leads elsewhere says where", async ({ server, open }) => {
  const { page } = await open();
  await page.goto(`/check?code=${encodeURIComponent(server.label("coffee-elsewhere").content)}`);
  await expect(page.getByRole("heading", { level: 1, name: "Be careful" })).toBeVisible();
  await expect(page.getByText("This code does not lead to Northbeam. It leads to northbeam-check.example.")).toBeVisible();
  await isAccessible(page);
});

for (const javaScriptEnabled of [false, true]) {
  test(`a pack without a readable code, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ open }) => {
    const { page } = await open({ javaScriptEnabled });
    await page.goto("/01/09506000201016");
    await expect(page.getByRole("img", { name: /^Where to look on Aurora Roast/ })).toBeVisible();
    await page.getByLabel("1. Batch").fill("C26II");
    await page.getByRole("button", { name: "Check batch and date" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Look at the batch again" })).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
    await page.getByLabel("1. Batch").fill("C2611");
    await page.getByLabel("2. Date").fill("01.01.2020");
    await page.getByRole("button", { name: "Check batch and date" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Look at both again" })).toBeVisible();
    await page.getByLabel("2. Date").fill("");
    await page.getByRole("button", { name: "Check batch and date" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /batch C2611$/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Preparing and serving" })).toBeVisible();
    await expect(page.getByText(/^\d+ more days$/)).toBeVisible();
  });
}

test("infant food in trouble says first what to do meanwhile", async ({ server, open }) => {
  const { page } = await open();
  await page.goto(server.label("porridge-destroyed").content);
  const caution = page.getByRole("alert");
  await expect(caution).toContainText("Do not use it.");
  await expect(caution).toContainText("Ask your midwife");
  await expect(caution.getByRole("link", { name: "+49 30 23125 115" })).toBeVisible();
  await isAccessible(page);
});

for (const where of ["on its own page", "in the scanner"] as const) {
  test(`the verdict is read aloud, ${where}`, async ({ server, open }) => {
    const { page } = await open();
    // What is spoken, without ears: this browser has no voice.
    await page.addInitScript(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      speechSynthesis.speak = ({ text, lang }) => void spoken.push(`${lang}: ${text}`);
    });
    const label = server.label("power-bank-recalled-destroyed");
    if (where === "in the scanner") {
      await page.goto("/scan");
      await page.getByLabel("Number or link on the pack").fill(label.content);
      await page.getByRole("button", { name: "Check it" }).click();
    } else {
      await page.goto(`/check?code=${encodeURIComponent(label.content)}`);
    }
    await page.getByRole("button", { name: "Read aloud" }).click();
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    expect(spoken).toHaveLength(1);
    expect(spoken[0]).toMatch(/^en: Recalled: stop using\. This product is under recall\. .*refund/);
    await page.getByRole("button", { name: "Stop reading" }).click();
    await expect(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  });
}
