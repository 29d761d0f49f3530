// The pages as a browser without JavaScript gets them, and every standing of the demo.
import { apart, expect } from "../support/test.js";

// What it says of each label must not hang on how often other tests looked at the packs.
const test = apart();

const WORDS: Record<string, RegExp> = {
  recalled: /^Recalled: stop using$/,
  "possibly-recalled": /^Check the batch$/,
  blocked: /^Do not accept$/,
  "not-issued": /^Not issued by Northbeam$/,
  suspect: /^Be careful$/,
  mismatch: /^Does not match$/,
  expired: /^Expired$/,
  unknown: /^(Not known here|This code is a link|This code does not lead to Northbeam)$/,
  product: /hand cream/,
  batch: /batch/,
  issued: /^Issued by Northbeam$/,
};

test("every label of the demo answers what it says, without JavaScript", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const label of server.labels.values()) {
    await page.goto(`/check?code=${encodeURIComponent(label.content)}`);
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading, label.id).toHaveText(WORDS[label.expect_standing]!);
  }
});

test("a typed number that was never issued is first asked to be compared", async ({ open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto("/scan");
  await page.getByLabel("Number or link on the pack").fill("(01)09506000202020(21)WRYMMJHTZ6K7J5");
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not known here");
  await expect(page.locator(".main-action")).toHaveText("Compare the number with the pack once more");
});

test("every label answers what it says when it is scanned", async ({ server }) => {
  for (const label of server.labels.values()) {
    const response = await fetch(`${server.origin}/v1/verify`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code: label.content }),
    });
    const answer = await response.json();
    expect(answer.verdict.standing, label.id).toBe(label.expect_standing);
  }
});

test("a product page is complete without JavaScript", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(server.label("coffee-issued").content);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
  for (const title of ["What to do now", "Why we say so", "Batch C2611", "Where it has been", "Recycling", "Register it"]) {
    await expect(page.getByRole("heading", { name: title, exact: true }).first(), title).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "Compare it with the picture" })).toBeVisible();
  await expect(page.getByText(/Yirgacheffe|Huila/).first()).toBeVisible();
  await page.getByLabel("Town or postcode").fill("Gdynia");
  await page.getByRole("button", { name: "Find places" }).click();
  await expect(page.getByRole("heading", { name: "Places that take it" })).toBeVisible();
});

test("a registration through a plain form, looked up and erased", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(server.label("porridge-issued").content);
  const form = page.getByRole("form", { name: "Register it" });
  await form.getByLabel("Shop").fill("Corner shop");
  await form.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
  const term = (name: string) => page.getByRole("definition").filter({ has: page.locator("bdi") }).nth(name === "Reference" ? 0 : 1);
  const reference = (await term("Reference").textContent())!.trim();
  const code = (await term("Code").textContent())!.trim();
  expect(reference.length).toBeGreaterThan(7);

  await page.goto("/mine");
  await page.getByLabel("Reference").fill(reference.toLowerCase());
  await page.getByLabel("Code").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page.getByText("Corner shop")).toBeVisible();
  await page.getByRole("button", { name: "Erase it" }).click();
  await expect(page.getByText("Nothing that you gave us")).toBeVisible();
  await page.getByLabel("Reference").fill(reference);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page.getByText("No registration or claim has this reference and code.")).toBeVisible();
});

test("a claim through a plain form", async ({ server, open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`/check?code=${encodeURIComponent(server.label("power-bank-recalled").content)}`);
  await expect(page.getByRole("heading", { level: 1, name: "Recalled: stop using" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Product safety recall" })).toBeVisible();
  const form = page.getByRole("form", { name: "Ask for it here" });
  await form.getByLabel("What happened?").fill("It got hot on the table.");
  await form.getByRole("button", { name: "Send the claim" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your claim is with Northbeam" })).toBeVisible();
  await expect(page.getByText("Open: nobody has decided yet.")).toBeVisible();
});

test("a photo is read by the server where there is no script", async ({ server, open }) => {
  const { page, context } = await open({ javaScriptEnabled: false });
  // The demo page's own label, photographed from the screen.
  await page.goto("/demo");
  const symbol = page.getByRole("listitem").filter({ hasText: "Coffee, on the shelf in Gdynia" }).getByRole("img");
  const photo = await symbol.screenshot({ scale: "device" });
  const other = await context.newPage();
  await other.goto("/scan");
  await other.getByLabel("Choose a photo of the code").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: photo });
  await other.getByRole("button", { name: "Read the photo" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("a photo without a code and a file that is none get a sentence each", async ({ open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto("/scan");
  const photo = await page.screenshot();
  await page.getByLabel("Choose a photo of the code").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: photo });
  await page.getByRole("button", { name: "Read the photo" }).click();
  await expect(page.getByRole("alert")).toContainText("There is no code in this photo that we can read.");
  await page.getByLabel("Choose a photo of the code").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await page.getByRole("button", { name: "Read the photo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/photo|picture/i).first()).toBeVisible();
});

test("a typed slip is told where it is", async ({ open }) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto("/scan");
  await page.getByLabel("Number or link on the pack").fill("(01)09506000201017(21)H2K7RNJ6635MCJ");
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByText("does not fit the others")).toBeVisible();
});

test("in German where the browser asks for it, and where the person does", async ({ server, open }) => {
  const { page } = await open({ locale: "de-DE", javaScriptEnabled: false });
  await page.goto(server.label("coffee-issued").content);
  await expect(page.getByRole("heading", { level: 1, name: "Von Northbeam ausgegeben" })).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});
