// People at the desk, with Chromium's own virtual authenticator.
import type { CDPSession, Page } from "@playwright/test";
import { execFileSync } from "node:child_process";

import { type Server, command } from "./server.js";
import { expect } from "./test.js";

/** A device that makes passkeys and whose finger is always right; how to ask it what it has. */
export async function withAuthenticator(page: Page): Promise<{ client: CDPSession; authenticatorId: string }> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { client, authenticatorId };
}

/** A link as `touchstone invite` prints it. */
export function invite(server: Server, organisation: string, role: string): string {
  const flags = ["--organisation", organisation, "--role", role, "--public-origin", server.origin, "--database", server.database];
  return execFileSync(command, ["invite", ...flags], { encoding: "utf8" }).trim();
}

/** Makes a passkey and joins. */
export async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Join" })).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Make a passkey and join" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Hello, ${name}` })).toBeVisible();
}
