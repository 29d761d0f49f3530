// A field inspector's phone: sweep a shelf, write down what is wrong, also without a network.
import { readFileSync, writeFileSync } from "node:fs";
import { join as inFolder } from "node:path";

import { isAccessible } from "../support/accessible.js";
import { WORDS, asInspector, begin, listed, shelf, takeAlong } from "../support/inspector.js";
import { put } from "../support/put.js";
import { type Label } from "../support/server.js";
import { apart, expect } from "../support/test.js";

const test = apart();

for (const [count, columns] of [[12, 4], [30, 6]] as const) {
  test(`a shelf of ${count} packs is swept, and every mark is right`, async ({ server, open }) => {
    test.setTimeout(120_000);
    const packs = shelf(server, count);
    const { page } = await open({ video: { packs, columns } });
    await asInspector(page, server);
    const started = Date.now();
    await page.getByRole("button", { name: "Start the sweep" }).click();
    const shares: string[] = [];
    for (const seconds of [5, 15]) {
      await expect
        .poll(async () => (Date.now() - started > seconds * 1000 ? packs.length : (await listed(page)).size), { timeout: 20_000 })
        .toBeGreaterThanOrEqual(packs.length);
      shares.push(`${(await listed(page)).size} of ${packs.length} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
    console.log(`sweep of ${count}: ${shares.join(", ")}`);
    // How soon is what `cargo xtask bench page` says; here, on whatever machine, each is read in the end.
    await expect.poll(async () => (await listed(page)).size, { timeout: 60_000 }).toBeGreaterThanOrEqual(packs.length);
    await expect.poll(async () => [...(await listed(page)).values()].filter((word) => word === "Not checked yet")).toEqual([]);
    const marks = await listed(page);
    const serialOf = (label: Label) => /(?:\/21\/|\x1d21|21)([^/?\x1d]+)$/.exec(label.content)?.[1] ?? label.content;
    const wrong: string[] = [];
    for (const label of packs) {
      const serial = [...marks.keys()].find((serial) => serial !== "" && label.content.includes(serial));
      if (serial === undefined) continue;
      const word = marks.get(serial);
      if (word !== WORDS[label.expect_standing]) wrong.push(`${label.id} (${serialOf(label)}): ${word}, not ${WORDS[label.expect_standing]}`);
    }
    expect(wrong).toEqual([]);
    expect(marks.size).toBe(packs.length);
    await page.screenshot({ path: inFolder(test.info().outputDir, "sweep.png") });
  });
}

test("good and bad are told by tones and shakes, to a hardware scanner too", async ({ server, open }) => {
  const { page } = await open();
  await page.addInitScript(() => {
    const heard: { tones: number[]; shakes: number[][] } = { tones: [], shakes: [] };
    Object.assign(window, { heard });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      heard.tones.push(this.frequency.value);
      start.call(this, when);
    };
    Navigator.prototype.vibrate = (pattern) => {
      heard.shakes.push([pattern].flat() as number[]);
      return true;
    };
  });
  await asInspector(page, server);
  const told = new Map<string, string>();
  for (const [id, word] of [["coffee-issued", "Issued"], ["medicine-never-issued", "Not issued"], ["headphones-cloned", "Be careful"]] as const) {
    const { content } = server.label(id);
    await page.evaluate(() => Object.assign(window, { heard: Object.assign((window as any).heard, { tones: [], shakes: [] }) }));
    await page.getByLabel("Type a code").fill(content);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect.poll(async () => [...(await listed(page)).values()]).toContain(word);
    await expect.poll(() => page.evaluate(() => (window as any).heard.tones.length)).toBeGreaterThan(0);
    told.set(word, JSON.stringify(await page.evaluate(() => (window as any).heard)));
  }
  expect(told.get("Issued")).toBe('{"tones":[1320],"shakes":[[35]]}');
  expect(told.get("Not issued")).toBe('{"tones":[220,165,220],"shakes":[[140,60,140,60,140]]}');
  expect(told.get("Be careful")).toBe('{"tones":[520,390],"shakes":[[70,60,70]]}');
});

test("a visit: a finding with a photograph is signed, and outlives the page", async ({ server, open }) => {
  const { page, context } = await open();
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 52.52, longitude: 13.405, accuracy: 20 });
  await asInspector(page, server);
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Say where you are: a name is enough.");
  await page.getByLabel("Shop, warehouse or post").fill("Corner shop");
  await page.getByRole("button", { name: "Spot check" }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Corner shop" })).toBeVisible();

  await page.getByRole("button", { name: "Add a finding" }).click();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Choose a reason.")).toBeVisible();
  await page.getByRole("button", { name: "Seal broken" }).click();
  await page.getByRole("button", { name: "One more" }).click();
  const photo = inFolder(test.info().outputDir, "seal.png");
  await page.screenshot({ path: photo });
  await page.getByLabel("Add a photograph").setInputFiles(photo);
  await expect(page.locator(".photos img")).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Seal broken, 2 packs, photographs: 1")).toBeVisible();

  // The page is gone, and comes back.
  await page.goto("about:blank");
  await page.goto("/inspect");
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.getByText("Seal broken, 2 packs, photographs: 1")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn", { exact: true })).toBeVisible();

  // Everything in one file, sealed by this phone, and checked by the page itself.
  await page.getByRole("button", { name: /^Queue/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export everything to a file" }).click(),
  ]);
  const report = inFolder(test.info().outputDir, "report.zip");
  await download.saveAs(report);
  await page.goto("/inspect/verify");
  await page.getByLabel("Choose the report").setInputFiles(report);
  await expect(page.getByRole("heading", { name: "Nothing was changed" })).toBeVisible();
  await expect(page.getByText("Sealed by the inspector's device alone.")).toBeVisible();
  await isAccessible(page);

  const changed = readFileSync(report);
  changed[Math.floor(changed.length / 2)]! ^= 1;
  const forged = inFolder(test.info().outputDir, "forged.zip");
  writeFileSync(forged, changed);
  await page.getByLabel("Choose the report").setInputFiles(forged);
  await expect(page.getByRole("heading", { name: "Do not rely on this report" })).toBeVisible();
});

test("without a network packs are judged from the offline pack, and asked again", async ({ server, open }) => {
  const { page, context } = await open();
  await asInspector(page, server);
  await takeAlong(page);
  await begin(page, "Cellar");

  await page.getByRole("button", { name: "Sweep", exact: true }).click();
  await context.setOffline(true);
  const code = page.getByLabel("Type a code");
  const said = async (id: string) => {
    await code.fill(server.label(id).content);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page.getByText(/Judged on this phone from the pack of /)).toBeVisible();
    return page.locator(".details h2").textContent();
  };
  expect(await said("coffee-issued")).toContain("Listed as issued");
  await expect(page.getByText("One in 256 numbers that were never issued is listed, too.")).toBeVisible();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(page.getByText(/^Asked again, Issued/)).toBeVisible();
});

test("a phone that is passed on asks for its PIN, and keeps what waits", async ({ server, open }) => {
  const { page } = await open();
  await asInspector(page, server);
  await takeAlong(page);
  await page.getByLabel("PIN").fill("12");
  await page.getByRole("button", { name: "Set the PIN" }).click();
  await expect(page.getByText("A PIN has four digits or more.")).toBeVisible();
  await page.getByLabel("PIN").fill("4711");
  await page.getByRole("button", { name: "Set the PIN" }).click();
  await expect(page.getByText("The PIN is set.")).toBeVisible();

  await page.goto("/inspect");
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  await expect(page.getByText(/^Without a network it opens until /)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sweep", exact: true })).toBeHidden();
  await isAccessible(page);
  await page.getByLabel("PIN").fill("0000");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("That is not the PIN.")).toBeVisible();
  await page.getByLabel("PIN").fill("4711");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("button", { name: "Start the sweep" })).toBeVisible();
});

test("a consignment is opened by its SSCC: what was swept of it, what is missing, what is no part of it", async ({ server, open }) => {
  const pallet = "195060000000999996";
  const issued = server.label("coffee-issued").content;
  const serials = [/\/21\/([^/?]+)/.exec(issued)![1]!, "8SD2MQ3NMXZ7RG", "H3KBQH78C9Q854"];
  const event = (type: string, bizStep: string, hour: number, more: object) => ({
    type, bizStep, action: type === "AggregationEvent" ? "ADD" : "OBSERVE",
    eventTime: new Date(Date.now() - hour * 3_600_000).toISOString(), eventTimeZoneOffset: "+00:00", ...more,
  });
  put(server, "consignment.jsonld", {
    "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
    type: "EPCISDocument", schemaVersion: "2.0", creationDate: new Date().toISOString(),
    epcisBody: {
      eventList: [
        event("AggregationEvent", "packing", 3, {
          parentID: `https://id.gs1.org/00/${pallet}`,
          childEPCs: serials.map((serial) => `https://id.gs1.org/01/09506000201016/21/${serial}`),
        }),
        event("ObjectEvent", "shipping", 2, { epcList: [`https://id.gs1.org/00/${pallet}`], disposition: "in_transit" }),
      ],
    },
  });
  const { page, context } = await open();
  await asInspector(page, server);
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await page.getByLabel("Shop, warehouse or post").fill("Border post 3");
  await page.getByText("Address, team, consignment").click();
  await page.getByLabel("Consignment: SSCC, or number of the despatch note").fill("4711");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Despatch note 4711" })).toBeVisible();
  await expect(page.locator(".consignment .problem")).toBeVisible();
  // The label on the pallet says more than the papers.
  await page.getByRole("button", { name: "Sweep", exact: true }).click();
  const check = async (code: string) => {
    await page.getByLabel("Type a code").fill(code);
    await page.getByRole("button", { name: "Check", exact: true }).click();
  };
  await check(`(00)${pallet}`);
  await page.getByRole("button", { name: "Open this consignment" }).click();
  await expect(page.getByRole("heading", { name: `Consignment ${pallet}` })).toBeVisible();
  const box = page.locator(".consignment");
  await expect(box.getByText("0 of 3 packs swept")).toBeVisible();
  await expect(box.getByText("Cases and pallets: 1 of 1 swept")).toBeVisible();
  await page.getByRole("button", { name: "Sweep", exact: true }).click();
  await check(issued);
  await check(server.label("kefir-warm").content);
  await expect(page.locator(".packs li")).toHaveCount(3);
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(box.getByText("1 of 3 packs swept")).toBeVisible();
  await expect(box.getByText("One pack that is no part of it")).toBeVisible();
  await expect(box.getByRole("button", { name: "K7M2XQ9RHTB4NC" })).toBeVisible();
  await box.getByText("2 numbers not swept yet").click();
  await expect(box.getByText("H3KBQH78C9Q854")).toBeVisible();
  await isAccessible(page);
  await page.screenshot({ path: inFolder(test.info().outputDir, "consignment.png"), fullPage: true });
  await page.getByRole("button", { name: "Release or hold" }).click();
  await page.getByRole("button", { name: "Detain", exact: true }).click();
  await page.getByRole("button", { name: "Papers missing" }).click();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText(`Detain: ${pallet}`)).toBeVisible();
  // It is there without a network, too.
  await page.waitForFunction(async () => (await caches.match("/inspector_bg.wasm")) !== undefined && (await caches.match("/inspect")) !== undefined);
  await context.setOffline(true);
  await page.goto("/inspect");
  await page.getByRole("button", { name: "Visit", exact: true }).click();
  await expect(box.getByText("0 of 3 packs swept")).toBeVisible();
});
