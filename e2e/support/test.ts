// What the tests use: a server a worker, and Chromium with a given video before its camera.
import { type BrowserContext, type BrowserContextOptions, type Page, test as base, chromium, expect } from "@playwright/test";
import { rmSync } from "node:fs";
import { dirname } from "node:path";

import { type Video, film } from "./frames.js";
import { Server } from "./server.js";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const executablePath = process.env.TOUCHSTONE_CHROMIUM ?? "/usr/bin/chromium";

export interface Options extends BrowserContextOptions {
  /** What the camera sees; no camera at all where it is left out. */
  video?: Video;
  /** Whether the person allows the camera. Default: yes. */
  isCameraAllowed?: boolean;
  /** Errors that the test itself causes. */
  expectedErrors?: string[];
}

interface Fixtures {
  server: Server;
  /** A browser of its own, at a phone's size, on the server's origin. */
  open: (options?: Options) => Promise<{ page: Page; context: BrowserContext }>;
}

export const test = base.extend<Omit<Fixtures, "server">, Pick<Fixtures, "server">>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  open: async ({ server }, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async ({ video, isCameraAllowed = true, expectedErrors = [], ...options } = {}) => {
      const path = video && film(video);
      const camera = path
        ? ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path}`]
        : [];
      const answer = isCameraAllowed ? ["--use-fake-ui-for-media-stream"] : ["--deny-permission-prompts"];
      const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...camera, ...answer] });
      const context = await browser.newContext({
        baseURL: server.origin,
        viewport: { width: 390, height: 844 },
        locale: "en-US",
        ...options,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      closing.push(async () => {
        await browser.close();
        if (path) rmSync(dirname(path), { recursive: true, force: true });
        expect(errors, "errors on the page").toEqual(expectedErrors);
      });
      return { page, context };
    });
    for (const close of closing) await close();
  },
});

/** The same with a server of its own for whoever calls this: nobody else checks or registers its packs. */
export function apart() {
  return test.extend<object, { server: Server }>({
    server: [
      async ({}, use) => {
        const server = await Server.start();
        await use(server);
        await server.stop();
      },
      { scope: "worker" },
    ],
  });
}

export { expect };

/** Taps through to the scanner and starts its camera. */
export async function scan(page: Page): Promise<void> {
  await page.goto("/scan");
  await page.getByRole("button", { name: "Start the camera" }).click();
}
