// The hidden code under a seal: revealed once, with and without JavaScript.
import { type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test as base } from "../support/test.js";
import { Server, command } from "../support/server.js";

/** A pack with a code under its seal. */
interface Pack {
  /** What is printed outside, as one types it. */
  code: string;
  /** Its page. */
  path: string;
  /** What is under the seal. */
  hidden: string;
}

/** A server with keys of its own, and packs that were issued there. */
const test = base.extend<object, { sealed: { origin: string; packs: Pack[] } }>({
  sealed: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "touchstone-e2e-sealed-"));
      const keys = ["--issue-key", join(folder, "issue-key"), "--hidden-key", join(folder, "hidden-key")];
      const server = await Server.start({ folder, options: keys });
      const out = join(folder, "hidden.csv");
      const order = ["--gtin", "09506000201016", "--batch", "C2611", "--count", "2", "--with-hidden", "--hidden-out", out];
      execFileSync(command, ["issue", ...order, ...keys, "--database", server.database], { stdio: ["ignore", "ignore", "pipe"] });
      const lines = readFileSync(out, "utf8").trim().split("\n").slice(1);
      const packs = lines.map((line) => {
        const [serial, hidden] = line.split(",") as [string, string];
        return { code: `(01)09506000201016(21)${serial}`, path: `/01/09506000201016/21/${serial}`, hidden };
      });
      await use({ origin: server.origin, packs });
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});

const field = (page: Page) => page.getByRole("textbox", { name: "Code under the seal" });

/** Types a code and sends it. */
async function reveal(page: Page, code: string): Promise<void> {
  await field(page).fill(code);
  await page.getByRole("button", { name: /^(Confirm, once|Check it all the same)$/ }).click();
}

test("without JavaScript: once for its owner, and told to everybody after", async ({ sealed, open }) => {
  const [pack, other] = sealed.packs as [Pack, Pack];
  const { page } = await open({ baseURL: sealed.origin, javaScriptEnabled: false });
  await page.goto(pack.path);
  await expect(page.getByRole("heading", { name: "The code under the seal" })).toBeVisible();
  await expect(page.getByText("It counts once")).toBeVisible();

  await reveal(page, other.hidden);
  await expect(page.getByText("This is not the hidden code of this pack.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the pack" }).click();
  // As people copy it from a seal.
  await reveal(page, ` ${pack.hidden.toLowerCase().replace(/^(.{4})/, "$1-")} `);
  await expect(page.getByRole("heading", { level: 1, name: "Confirmed" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the pack" }).click();
  await expect(page.getByText("You revealed the hidden code under the seal, and nobody else did.")).toBeVisible();
  await expect(field(page)).toHaveCount(0);

  const stranger = (await open({ baseURL: sealed.origin, javaScriptEnabled: false })).page;
  await stranger.goto(pack.path);
  await expect(stranger.getByText("Its hidden code was typed before")).toBeVisible();
  await reveal(stranger, pack.hidden);
  await expect(stranger.getByRole("heading", { level: 1, name: "Typed before" })).toBeVisible();
  await stranger.getByRole("link", { name: "Back to the pack" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "Be careful" })).toBeVisible();
});

test("in the scanner: in place, and what was typed stays until it is right", async ({ sealed, open }) => {
  const [wrong, pack] = sealed.packs as [Pack, Pack];
  const { page } = await open({ baseURL: sealed.origin, serviceWorkers: "block" });
  await page.goto("/scan");
  await expect(page.getByRole("button", { name: "Start the camera" })).toBeVisible();
  await page.evaluate("window.isHere = true");
  await page.getByLabel("Number or link on the pack").fill(pack.code);
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("heading", { name: "The code under the seal" })).toBeVisible();

  await reveal(page, wrong.hidden);
  await expect(page.getByRole("status").filter({ hasText: "This is not the hidden code of this pack." })).toBeVisible();
  await expect(field(page)).toHaveValue(wrong.hidden);
  await reveal(page, pack.hidden);
  await expect(page.getByRole("heading", { name: "Confirmed", exact: true })).toBeVisible();
  expect(await page.evaluate("window.isHere"), "no page was loaded").toBe(true);
});
