// From the tap to the verdict, in front of a camera.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { isAccessible } from "../support/accessible.js";
import { expect, scan, test } from "../support/test.js";

for (const [id, kind] of [
  ["coffee-issued", "QR with a Digital Link"],
  ["coffee-rechecked", "GS1 QR"],
  ["medicine-issued", "GS1 Data Matrix"],
  ["cream-issued", "rectangular GS1 Data Matrix"],
  ["headphones-issued", "inverted GS1 Data Matrix"],
] as const) {
  test(`${kind}: from tap to verdict`, async ({ server, open }) => {
    const { page } = await open({ video: server.label(id) });
    await page.goto("/scan");
    const started = Date.now();
    await page.getByRole("button", { name: "Start the camera" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
    console.log(`tap to verdict, ${kind}: ${Date.now() - started} ms`);
    await expect(page.getByText("Northbeam issued this pack")).toBeVisible();
    await expect(page).toHaveURL(/\/01\/0950600020/);
  });
}

test("a mirrored code is read, too", async ({ server, open }) => {
  const { page } = await open({ video: { ...server.label("medicine-issued"), mirrored: true } });
  await scan(page);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("no code: goes on looking and says so", async ({ open }) => {
  const { page } = await open({ video: { kind: "none" } });
  await scan(page);
  // Clutter that looks like a code for a moment is followed first; what does not lead to one is left.
  await expect(page.getByText(/^No code in view\. /)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
});

test("a code that the edge cuts: where to move, with tones where they are wanted", async ({ server, open }) => {
  const { page } = await open({ video: { ...server.label("coffee-issued"), center: [0.02, 0.5] } });
  // What sounds, without ears.
  await page.addInitScript(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      heard.push(this.frequency.value);
      start.call(this, when);
    };
  });
  await scan(page);
  await expect(page.getByRole("status").filter({ hasText: "Move the phone left." }).or(page.getByText("A little left."))).toBeVisible();
  const heard = () => page.evaluate(() => (window as unknown as { heard: number[] }).heard.length);
  expect(await heard()).toBe(0);
  const tones = page.getByRole("button", { name: "Tones to aim by" });
  await tones.click();
  await expect(tones).toHaveAttribute("aria-pressed", "true");
  await expect.poll(heard).toBeGreaterThan(3);
  await isAccessible(page);
  // Remembered for the next time, as it was left.
  await scan(page);
  await expect(tones).toHaveAttribute("aria-pressed", "true");
  await tones.click();
  await scan(page);
  await expect(tones).toHaveAttribute("aria-pressed", "false");
});

test("an unreadable code: never a wrong answer", async ({ server, open }) => {
  const { page } = await open({ video: { ...server.label("coffee-rechecked"), kind: "unreadable" } });
  await scan(page);
  await expect(page.getByText(/Looking for a code…|Code in view|A little|Move the phone/)).toBeVisible();
  await expect(page).toHaveURL(/\/scan$/);
});

test("a code in two symbols: one is not enough, and both are one code", async ({ server, open }) => {
  const { content } = server.label("coffee-issued");
  const half = content.length >> 1;
  const { page } = await open({ video: { parts: [content.slice(0, half), content.slice(half)], frames: 40 } });
  await scan(page);
  await expect(page.getByText(/^This code is one of 2 that say something together\. Read by now: 1\. /)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("a QR code that is no product's says what it is and is never followed", async ({ server, open }) => {
  const { page } = await open({ video: server.label("plain-link") });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await scan(page);
  await expect(page.getByRole("heading", { level: 1, name: "This code is a link" })).toBeVisible();
  await expect(page.getByText("It leads to example.com")).toBeVisible();
  const link = page.getByRole("link", { name: "Open example.com" });
  await expect(link).toHaveAttribute("rel", /noreferrer/);
  expect(asked.filter((url) => url.includes("example.com") || url.includes("/v1/verify"))).toEqual([]);
});

test("the camera denied: a plain sentence and a way on", async ({ server, open }) => {
  const { page } = await open({ video: server.label("coffee-issued"), isCameraAllowed: false });
  await scan(page);
  await expect(page.getByText("The camera is not allowed for this page.")).toBeVisible();
  await expect(page.getByText("Choose a photo of the code")).toBeVisible();
  await page.getByLabel("Number or link on the pack").fill("(01)09506000204048");
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("hand cream");
});

test("no camera at all: says so", async ({ open }) => {
  const { page } = await open();
  await scan(page);
  await expect(page.getByText("This device has no camera that the browser can use.")).toBeVisible();
});

test("a worker killed in the midst of a frame comes back", async ({ server, open }) => {
  const { page } = await open({
    video: server.label("coffee-issued"),
    serviceWorkers: "block",
    expectedErrors: ["Error: killed"],
  });
  // The first worker fails after it said that it is ready; the second one is the real one.
  let starts = 0;
  await page.route("**/worker_loader.js", async (route) => {
    starts += 1;
    if (starts > 1) return route.continue();
    return route.fulfill({
      contentType: "text/javascript",
      body: `postMessage(JSON.stringify({ ready: { protocol: 6 } })); onmessage = () => { throw new Error("killed"); };`,
    });
  });
  await scan(page);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
  expect(starts).toBe(2);
});

test("a worker of another build is not listened to", async ({ server, open }) => {
  const { page } = await open({ video: server.label("coffee-issued"), serviceWorkers: "block" });
  let starts = 0;
  await page.route("**/worker_loader.js", async (route) => {
    starts += 1;
    if (starts > 1) return route.continue();
    return route.fulfill({
      contentType: "text/javascript",
      body: `postMessage(JSON.stringify({ ready: { protocol: 999 } })); onmessage = () => {};`,
    });
  });
  await scan(page);
  await expect.poll(() => starts).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("nothing is asked of the camera before the tap", async ({ server, open }) => {
  const { page } = await open({ video: server.label("coffee-issued") });
  await page.addInitScript(() => {
    const media = navigator.mediaDevices;
    const original = media.getUserMedia.bind(media);
    (window as unknown as { asked: number }).asked = 0;
    media.getUserMedia = (constraints) => {
      (window as unknown as { asked: number }).asked += 1;
      return original(constraints);
    };
  });
  // The reader comes ahead of the tap, the camera does not.
  const reader = page.waitForResponse("**/worker_bg.wasm");
  await page.goto("/scan");
  await expect(page.getByText("No picture leaves your phone.")).toBeVisible();
  await reader;
  expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
});

test("who saves data gets the reader with the tap", async ({ server, open }) => {
  const { page } = await open({ video: server.label("coffee-issued"), serviceWorkers: "block" });
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const fetched: string[] = [];
  page.on("request", (request) => request.url().includes("/worker") && fetched.push(request.url()));
  await page.goto("/scan");
  const start = page.getByRole("button", { name: "Start the camera" });
  await start.waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(fetched).toEqual([]);
  await start.click();
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
});

test("a reader that failed ahead of the tap is nobody's trouble: the tap fetches it anew", async ({ server, open }) => {
  const { page } = await open({ video: server.label("coffee-issued"), serviceWorkers: "block" });
  let starts = 0;
  await page.route("**/worker_loader.js", async (route) => {
    starts += 1;
    return starts > 1 ? route.continue() : route.fulfill({ status: 500, body: "" });
  });
  await page.goto("/scan");
  await expect.poll(() => starts).toBe(1);
  await expect(page.getByRole("status").filter({ hasText: /\S/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Start the camera" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Issued by Northbeam" })).toBeVisible();
  expect(starts).toBe(2);
});

test.describe("photographs", () => {
  const corpus = process.env.TOUCHSTONE_CORPUS;
  const wanted = ["dm-zxing-java", "qr-zxing-java"];
  const truths = corpus && existsSync(join(corpus, "truth.jsonl"))
    ? readFileSync(join(corpus, "truth.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line))
    : [];
  const photos = wanted.map((set) => truths.find((truth) => truth.set === set && truth.texts?.length === 1 && truth.peers?.["rxing-multi"]?.ok));
  for (const photo of photos.filter(Boolean)) {
    test(`a video of the photograph ${photo.file}`, async ({ open }) => {
      const { page } = await open({ video: { photo: join(corpus!, photo.file) } });
      await scan(page);
      const heading = page.getByRole("heading", { level: 1 });
      await expect(heading).toHaveText(/This code is a (link|note)|Not known here/);
    });
  }
});
