// axe-core on every page of the router, in English and Arabic (the desk's: English and German, which it is
// written in), in the light and in the dark; in the other languages, nothing spills over. The list is the
// router's own: a page that is added there and not here fails.
import type { Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join as path } from "node:path";

import { CUT_NAMES, isAccessible, spill } from "../support/accessible.js";
import { type Server, command } from "../support/server.js";
import { invite, join, withAuthenticator } from "../support/staff.js";
import { apart, expect } from "../support/test.js";

const test = apart();

/** What answers programs, pictures and files. */
const NO_PAGES = /^\/(v1\/|verify\/|checkConnectivity|\.well-known\/|openapi\.json|demo\.json|pictures\/|style\.css|healthz|readyz|metrics)|\/(photo|report|entries\.csv|findings\.csv|quotes)$/;

/** What a page of the person's own is called in the addresses below. */
interface Own {
  registration: string;
  returned: string;
  proof: string;
  follow: string;
  thing: string;
  claim: string;
  report: string;
  invited: string;
}

/** The people's pages, each by an address. */
const PEOPLE: Record<string, (own: Own) => string> = {
  "/": () => "/",
  "/scan": () => "/scan",
  "/check": ({ thing }) => `/check?code=${encodeURIComponent(thing)}`,
  "/history": () => "/history",
  "/mine": () => "/mine",
  "/mine/registrations/{reference}": ({ registration }) => `/mine/registrations/${registration}`,
  "/mine/passkeys": () => "/mine/passkeys",
  "/mine/open": () => "/mine/open",
  "/returns/for/{registration}": ({ registration }) => `/returns/for/${registration}`,
  "/returns/{reference}": ({ returned }) => `/returns/${returned}`,
  "/returns/{reference}/slip": ({ returned }) => `/returns/${returned}/slip`,
  "/rewards": () => "/rewards",
  "/privacy": () => "/privacy",
  "/privacy/erase": () => "/privacy/erase",
  "/proof/{token}": ({ proof }) => proof,
  "/follow/{token}": ({ follow }) => follow,
  "/follow/{token}/confirm": ({ follow }) => `${follow}/confirm`,
  "/pedigree/{*thing}": ({ thing }) => `/pedigree${new URL(thing).pathname}`,
  "/demo": () => "/demo",
};

/** The desk's, each with who works there; it is written in English and German. */
const DESK: Record<string, [organisation: string, role: string, (own: Own) => string]> = {
  "/desk": ["northbeam", "brand-manager", () => "/desk"],
  "/desk/me": ["northbeam", "brand-manager", () => "/desk/me"],
  "/desk/members": ["northbeam", "brand-manager", () => "/desk/members"],
  "/desk/inspections/findings": ["northbeam", "inspector", () => "/desk/inspections/findings"],
  "/desk/inspections": ["northbeam", "inspector", () => "/desk/inspections?state=open"],
  "/desk/keys": ["northbeam", "brand-manager", () => "/desk/keys"],
  "/desk/devices": ["northbeam", "brand-manager", () => "/desk/devices"],
  "/desk/inspections/lists": ["northbeam", "brand-manager", () => "/desk/inspections/lists"],
  "/desk/grants": ["northbeam", "brand-manager", () => "/desk/grants"],
  "/desk/claims": ["northbeam", "brand-manager", () => "/desk/claims"],
  "/desk/claims/{reference}": ["northbeam", "brand-manager", ({ claim }) => `/desk/claims/${claim}`],
  "/desk/returns": ["northbeam", "brand-manager", () => "/desk/returns"],
  "/desk/returns/{reference}": ["northbeam", "brand-manager", ({ returned }) => `/desk/returns/${returned}`],
  "/desk/receipts": ["northbeam", "brand-manager", () => "/desk/receipts"],
  "/desk/disputes": ["northbeam", "brand-manager", () => "/desk/disputes"],
  "/desk/feedback": ["northbeam", "brand-manager", () => "/desk/feedback"],
  "/desk/records": ["northbeam", "brand-manager", () => "/desk/records"],
  "/desk/recalls": ["northbeam", "quality", () => "/desk/recalls"],
  "/desk/recalls/new": ["northbeam", "quality", () => "/desk/recalls/new"],
  "/desk/notices": ["northbeam", "brand-manager", () => "/desk/notices"],
  "/desk/packs": ["northbeam", "pharmacist", () => "/desk/packs"],
  "/desk/sales": ["northbeam", "shop", () => "/desk/sales"],
  "/desk/processing": ["northbeam", "processor", () => "/desk/processing"],
  "/desk/reports": ["northbeam", "brand-manager", () => "/desk/reports"],
  "/desk/reports/{reference}": ["northbeam", "brand-manager", ({ report }) => `/desk/reports/${report}`],
  "/desk/rewards": ["northbeam", "brand-manager", () => "/desk/rewards"],
  "/desk/vouchers": ["northbeam", "brand-manager", () => "/desk/vouchers"],
  "/desk/signals": ["northbeam", "brand-manager", () => "/desk/signals"],
  "/desk/signals/thresholds": ["northbeam", "brand-manager", () => "/desk/signals/thresholds"],
  "/desk/pedigree": ["northbeam", "quality", ({ thing }) => `/desk/pedigree?thing=${encodeURIComponent(thing)}`],
  "/desk/log": ["northbeam", "brand-manager", () => "/desk/log"],
  "/desk/granted": ["customs", "manager", () => "/desk/granted"],
  "/desk/organisations": ["operator", "operator", () => "/desk/organisations"],
};

/** Those that need no member, or one that is about to be. */
const DOOR: Record<string, (own: Own) => string> = {
  "/desk/sign-in": () => "/desk/sign-in",
  "/desk/invite/{token}": ({ invited }) => invited,
};

/** Looked at where what they show is made: the file that does. */
const ELSEWHERE: Record<string, string> = {
  "/frame/{*link}": "frame.spec.ts",
  "/inspect": "inspect.spec.ts",
  "/inspect/verify": "inspect.spec.ts",
  "/desk/inspections/{inspection}": "inspect.spec.ts",
  "/desk/granted/{gtin}": "desk.spec.ts",
  "/desk/granted/{gtin}/look": "desk.spec.ts",
  "/desk/feedback/{reference}": "feedback.spec.ts",
};

/** What is left out where a graph is. */
function withCutNames(route: string): string[] {
  return /^(\/desk)?\/pedigree/.test(route) ? CUT_NAMES : [];
}

function routes(): string[] {
  const root = path(import.meta.dirname, "../..");
  const text = ["api/src/router.rs", "api/src/http/desk.rs"].map((name) => readFileSync(path(root, name), "utf8")).join();
  const all = [...text.matchAll(/route\(\s*"([^"]+)",\s*get\(/g)].map((match) => match[1]!);
  return [...new Set(all)].filter((route) => !NO_PAGES.test(route)).sort();
}

test("every page of the router is in a list here", () => {
  const known = [PEOPLE, DESK, DOOR, ELSEWHERE].flatMap((list) => Object.keys(list)).sort();
  expect(known).toEqual(routes());
});

/** Does what gives pages something to show. */
async function live(page: Page, server: Server): Promise<Own> {
  const headphones = server.label("headphones-issued").content;
  const register = async (content: string) => {
    await page.goto(`/check?code=${encodeURIComponent(content)}`);
    await page.getByRole("button", { name: "Register", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Registered" })).toBeVisible();
    return (await page.getByRole("definition").first().textContent())!.replaceAll(/\s/g, "");
  };
  const registration = await register(headphones);
  await page.goto(`/returns/for/${registration}`);
  await page.getByRole("radio", { name: "It does not work" }).check();
  await page.getByLabel("In your words").fill("The left side is silent.");
  await page.getByRole("radio", { name: "Repair it" }).check();
  await page.getByRole("button", { name: "Send to Northbeam" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your request is with Northbeam" })).toBeVisible();
  const returned = new URL(page.url()).pathname.split("/").pop()!;
  await page.goto(`/mine/registrations/${registration}`);
  await page.getByText("Show a buyer that it is yours").click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const proof = new URL((await page.getByRole("link", { name: /\/proof\// }).getAttribute("href"))!).pathname;
  await page.goto(server.label("coffee-issued").content);
  await page.getByRole("button", { name: "Give me a private link" }).click();
  const follow = new URL((await page.getByRole("link", { name: /\/follow\// }).getAttribute("href"))!, server.origin).pathname;
  await page.goto(`/check?code=${encodeURIComponent(server.label("power-bank-recalled").content)}`);
  const form = page.getByRole("form", { name: "Ask for it here" });
  await form.getByRole("button", { name: "Send the claim" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your claim is with Northbeam" })).toBeVisible();
  const claim = (await page.getByRole("definition").first().textContent())!.replaceAll(/\s/g, "");
  await page.goto(server.label("kefir-warm").content);
  const wrong = page.locator('form[action="/report"]');
  await wrong.evaluate((form) => form.closest("details")?.setAttribute("open", ""));
  await wrong.locator("textarea").first().fill("The seal was open.");
  await wrong.locator('button[type="submit"]').click();
  await expect(page.getByRole("heading", { level: 1, name: "Northbeam has your report" })).toBeVisible();
  const report = (await page.getByRole("definition").first().textContent())!.replaceAll(/\s/g, "");
  const invited = new URL(invite(server, "northbeam", "shop")).pathname;
  return { registration, returned, proof, follow, thing: server.label("coffee-issued").content, claim, report, invited };
}

test("axe finds nothing on any of them, in English and Arabic, in the light and in the dark", async ({ server, open }) => {
  test.setTimeout(900_000);
  const { page } = await open({ serviceWorkers: "block" });
  const own = await live(page, server);
  for (const language of ["en", "ar"]) {
    await page.goto(`/?lang=${language}`);
    for (const [route, address] of Object.entries(PEOPLE)) {
      await test.step(`${route} in ${language}`, async () => {
        const answer = await page.goto(address(own));
        // Nobody waits for a yes by mail here: the page that says so is one, too.
        expect(answer!.status(), route).toBe(route.endsWith("/confirm") ? 404 : 200);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await isAccessible(page, withCutNames(route));
        expect(await spill(page), route).toBeLessThanOrEqual(0);
      });
    }
  }
  for (const language of ["de", "fr", "es", "hi", "en-XA"]) {
    await page.goto(`/?lang=${language}`);
    for (const [route, address] of Object.entries(PEOPLE)) {
      await test.step(`${route} in ${language}`, async () => {
        await page.goto(address(own));
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        expect(await spill(page), route).toBeLessThanOrEqual(0);
      });
    }
  }
  execFileSync(command, ["organisation", "admit", "--kind", "authority", "--name", "Customs", "--database", server.database, "customs"], { stdio: "ignore" });
  const desks = new Map<string, Page>();
  for (const [route, [organisation, role, address]] of Object.entries(DESK)) {
    const key = `${organisation}/${role}`;
    if (!desks.has(key)) {
      const desk = (await open({ serviceWorkers: "block" })).page;
      await withAuthenticator(desk);
      await join(desk, invite(server, organisation, role), "Ada");
      desks.set(key, desk);
    }
    for (const language of ["en", "de"]) {
      await test.step(`${route} in ${language}`, async () => {
        const desk = desks.get(key)!;
        await desk.goto(`/?lang=${language}`);
        const answer = await desk.goto(address(own));
        expect(answer!.status(), route).toBe(200);
        await expect(desk.locator("html")).toHaveAttribute("lang", language);
        await isAccessible(desk, withCutNames(route));
        expect(await spill(desk), route).toBeLessThanOrEqual(0);
      });
    }
  }
  const door = (await open({ serviceWorkers: "block" })).page;
  for (const [route, address] of Object.entries(DOOR)) {
    const answer = await door.goto(address(own));
    expect(answer!.status(), route).toBe(200);
    await isAccessible(door);
  }
});
