// The form in a frame on a brand's own page: who may show it, and that it needs no script and no cookie.
import { type IncomingMessage, get } from "node:http";
import { brotliDecompressSync } from "node:zlib";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { put } from "../support/put.js";
import { Server } from "../support/server.js";
import { expect, test as shared } from "../support/test.js";

const SHOP = "https://shop.northbeam.example";
const STRANGER = "https://shop.stranger.example";

// A server of its own: the brand lists its shop there.
const test = shared.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      put(server, "brand.jsonl", {
        type: "brand", id: "northbeam", name: "Northbeam", prefixes: ["9506000"], domains: ["northbeam.example"],
        contact: { email: "care@northbeam.example", phone: "+49 30 23125 014" },
        thresholds: { reports_sales: true }, origins: [SHOP],
      });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

/** A page of that site with the frame in it. */
async function show(page: Page, site: string, frame: string): Promise<void> {
  await page.route(`${site}/`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>Shop</title><main><h1>Your order</h1>
        <iframe src="${frame}" title="Register" width="360" height="620"></iframe></main></html>`,
    }),
  );
  // The server is on this machine, which Chromium lets no page of another site reach unasked.
  await page.context().grantPermissions(["local-network-access"], { origin: site });
  await page.goto(`${site}/`);
}

test("on the brand's own page: registered in the frame, in 15 KB, without a script or a cookie", async ({ server, open }) => {
  const { page, context } = await open({ javaScriptEnabled: false });
  const path = unit(server, "power-bank-issued");
  const form = await wire(`${server.origin}/frame${path}`);
  const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(form.text)!;
  expect(form.bytes + (await wire(server.origin + style!)).bytes).toBeLessThan(15 * 1024);
  await show(page, SHOP, `${server.origin}/frame${path}`);
  const frame = page.frameLocator("iframe");
  await frame.getByLabel("Shop").fill("shop.northbeam.example");
  await frame.getByRole("button", { name: "Register" }).click();
  await expect(frame.getByRole("heading", { name: "Registered" })).toBeVisible();
  expect((await context.cookies(server.origin)).length).toBe(0);
});

for (const locale of ["en-US", "ar-EG"]) test(`in the frame axe finds nothing, ${locale}`, async ({ server, open }) => {
  const { page } = await open({ locale });
  await show(page, SHOP, `${server.origin}/frame${unit(server, "headphones-issued")}`);
  await expect(page.frameLocator("iframe").getByRole("main")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`), colorScheme).toEqual([]);
  }
});

test("on anybody else's page the browser does not show it", async ({ server, open }) => {
  const { page } = await open();
  await show(page, STRANGER, `${server.origin}/frame${unit(server, "headphones-issued")}`);
  await expect.poll(() => page.frames().length).toBe(2);
  await expect(page.frameLocator("iframe").getByRole("main")).toHaveCount(0);
});

/** What a browser gets over the wire, in bytes, and what it is. */
async function wire(url: string): Promise<{ bytes: number; text: string }> {
  const answer = await new Promise<IncomingMessage>((done) => get(url, { headers: { "accept-encoding": "br" } }, done));
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const isSmall = answer.headers["content-encoding"] === "br";
  return { bytes: body.length, text: (isSmall ? brotliDecompressSync(body) : body).toString() };
}

/** The path of that label's unit. */
function unit(server: Server, label: string): string {
  const { content } = server.label(label);
  const [, gtin, batch, serial] = /^01(\d{14})10([^\x1d]+)\x1d21(.+)$/.exec(content) ?? [];
  return `/01/${gtin}/10/${batch}/21/${serial}`;
}
