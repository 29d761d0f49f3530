// What a camera can do beside giving pictures, and what goes wrong with it, before a track that says what
// the test wants.
import type { Page } from "@playwright/test";

import { expect, scan, test } from "../support/test.js";

/** What was asked of the camera, the screen and the browser. */
interface Asked {
  constraints: MediaTrackConstraints[];
  opened: (MediaTrackConstraints | boolean | undefined)[];
  streams: MediaStream[];
  screen: string[];
}

/** A camera with light and zoom, a second one beside it, and a screen that can be kept awake. */
async function withCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked: Asked = { constraints: [], opened: [], streams: [], screen: [] };
    Object.assign(window, { asked });
    const { getCapabilities } = MediaStreamTrack.prototype;
    MediaStreamTrack.prototype.getCapabilities = function () {
      return { ...getCapabilities.call(this), torch: true, zoom: { min: 1, max: 4, step: 0.5 } } as MediaTrackCapabilities;
    };
    MediaStreamTrack.prototype.applyConstraints = async function (constraints) {
      asked.constraints.push(...(constraints?.advanced ?? []));
    };
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      asked.opened.push(wanted?.video);
      // The fake camera is one: whichever is asked for.
      const stream = await open({ video: true });
      asked.streams.push(stream);
      return stream;
    };
    const list = devices.enumerateDevices.bind(devices);
    devices.enumerateDevices = async () => [...(await list()), Object.create(MediaDeviceInfo.prototype, { deviceId: { value: "wide" }, kind: { value: "videoinput" } }) as MediaDeviceInfo];
    Object.defineProperty(navigator, "wakeLock", {
      value: {
        request: async (what: string) => {
          asked.screen.push(`awake: ${what}`);
          return { release: async () => void asked.screen.push("may sleep") };
        },
      },
    });
  });
}

const asked = <T>(page: Page, what: (asked: Asked) => T): Promise<T> =>
  page.evaluate(`(${what.toString()})(window.asked)`) as Promise<T>;

/** As when the person goes to another app, and comes back. */
async function show(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    Object.defineProperty(document, "hidden", { value: value === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}

const NOTHING = { kind: "none" } as const;

test("light, zoom and the other lens", async ({ open }) => {
  const { page } = await open({ video: NOTHING });
  await withCamera(page);
  await scan(page);
  const light = page.getByRole("button", { name: "Light" });
  await expect(light).toHaveAttribute("aria-pressed", "false");
  await light.click();
  await expect(light).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => asked(page, ({ constraints }) => constraints.at(-1))).toEqual({ torch: true });
  await light.click();
  await expect.poll(() => asked(page, ({ constraints }) => constraints.at(-1))).toEqual({ torch: false });
  await page.getByLabel("Zoom").fill("3");
  await expect.poll(() => asked(page, ({ constraints }) => constraints.at(-1))).toEqual({ zoom: 3 });
  await page.getByRole("button", { name: "Other camera" }).click();
  await expect.poll(() => asked(page, ({ opened }) => JSON.stringify(opened.at(-1)))).toContain("wide");
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  // The one before is off.
  expect(await asked(page, ({ streams }) => streams[0]!.getTracks()[0]!.readyState)).toBe("ended");
});

test("the screen stays awake while the camera looks, and no longer", async ({ open }) => {
  const { page } = await open({ video: NOTHING });
  await withCamera(page);
  await scan(page);
  await expect.poll(() => asked(page, ({ screen }) => screen)).toEqual(["awake: screen"]);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => asked(page, ({ screen }) => screen)).toEqual(["awake: screen", "may sleep"]);
});

test("a camera that stops giving pictures is started anew", async ({ open }) => {
  const { page } = await open({ video: NOTHING });
  await withCamera(page);
  await scan(page);
  // It is on: light is offered of one that is.
  await expect(page.getByRole("button", { name: "Light" })).toBeVisible();
  const end = () => asked(page, ({ streams }) => streams.at(-1)!.getTracks()[0]!.stop());
  const count = () => asked(page, ({ opened }) => opened.length);
  await end();
  await expect.poll(count).toBe(2);
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
});

test("no camera runs behind the person's back, and a fresh one looks when they are back", async ({ open }) => {
  const { page } = await open({ video: NOTHING });
  await withCamera(page);
  await scan(page);
  await expect(page.getByRole("button", { name: "Light" })).toBeVisible();
  await show(page, "hidden");
  await expect.poll(() => asked(page, ({ streams }) => streams[0]!.getTracks()[0]!.readyState)).toBe("ended");
  await show(page, "visible");
  await expect.poll(() => asked(page, ({ streams }) => streams.map((stream) => stream.getTracks()[0]!.readyState))).toEqual(["ended", "live"]);
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
});

test("a camera that never shows a picture is given up, and can be tried again", async ({ open }) => {
  const { page } = await open({ video: NOTHING });
  await withCamera(page);
  await page.addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    let tried = 0;
    HTMLMediaElement.prototype.play = function () {
      tried += 1;
      return tried === 1 ? new Promise(() => {}) : play.call(this);
    };
  });
  await scan(page);
  const again = page.getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => asked(page, ({ streams }) => streams[0]!.getTracks()[0]!.readyState)).toBe("ended");
  await again.click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
});
