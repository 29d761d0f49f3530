import { chromium } from "playwright-core";
const origin = "http://localhost:8099";
const labels = await (await fetch(origin + "/demo.json")).json();
const url = (id) => { const l = labels.find((x) => x.id === id); return l.content.startsWith("http") ? l.content : "/check?code=" + encodeURIComponent(l.content); };
const shots = process.argv.slice(2).length ? process.argv.slice(2) : ["home:/", "scan:/scan", "coffee:" + url("coffee-issued"), "recalled:" + url("power-bank-recalled"), "cloned:" + url("headphones-cloned"), "med:" + url("medicine-never-issued"), "demo:/demo", "mine:/mine"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [scheme, w, h, full] of [["light", 390, 844, true], ["dark", 390, 844, false], ["light", 1280, 800, false]]) {
  const page = await browser.newPage({ viewport: { width: w, height: h }, colorScheme: scheme, baseURL: origin });
  for (const s of shots) { const [name, ...rest] = s.split(":"); await page.goto(rest.join(":")); await page.waitForLoadState("networkidle"); await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished))); await page.screenshot({ path: `/tmp/shots/${name}-${scheme}-${w}.png`, fullPage: full }); }
}
await browser.close();
