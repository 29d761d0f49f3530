// `node run.mjs ORIGIN FOLDER [PART…]`: what the pages of a running server cost a phone, in Chromium.
//
// `lighthouse`: the verdict pages. `taps`: from a tap on "Scan" to the preview and to the verdict, on an
// emulated 4G with a quarter of a core for the whole browser. `memory`: what 1,000 scans leave behind.
// `sweep`: an inspector's shelves of 12 and 30 packs, with a quarter of a core. All parts where none is
// named. FOLDER holds what the fake camera sees: `film.y4m`, a code of the demo brand's, and the shelves.
// `TOUCHSTONE_CHROMIUM` names the browser. Prints a JSON object; ends with 1 where a budget is passed.

import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Quota } from './quota.mjs';
import { linearOf, readerHeld } from './reader.mjs';
import { swept } from './sweep.mjs';

const [origin, folder, ...wanted] = process.argv.slice(2);
const flags = (film) => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${join(folder, film)}`,
];
const FLAGS = flags('film.y4m');
/** What WebPageTest calls 4G: bytes a second, and milliseconds there and back. */
const NETWORK = { offline: false, latency: 170, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 };
const executablePath = process.env.TOUCHSTONE_CHROMIUM;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

let isOver = false;
/** Prints a figure beside its budget. */
function weigh(name, value, budget, unit, isMore = false) {
  const passes = isMore ? value >= budget : value <= budget;
  isOver ||= !passes;
  const sign = isMore ? '≥' : '≤';
  console.error(`  ${name.padEnd(44)} ${String(value).padStart(8)} ${unit.padEnd(4)} ${sign} ${budget}${passes ? '' : '   MISSED'}`);
}

async function pages() {
  const { default: lighthouse } = await import('lighthouse');
  const labels = await (await fetch(`${origin}/demo.json`)).json();
  const port = 9333;
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, `--remote-debugging-port=${port}`] });
  const found = [];
  try {
    for (const id of ['coffee-issued', 'power-bank-recalled']) {
      const { content } = labels.find((label) => label.id === id);
      const link = content.startsWith('http') ? content : `${origin}${linkOf(content)}`;
      const { lhr } = await lighthouse(link, { port, logLevel: 'error', output: 'json' });
      const scores = Object.fromEntries(
        Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(100 * score)]),
      );
      const requests = lhr.audits['network-requests'].details.items;
      const foreign = requests.filter(({ url }) => !url.startsWith(origin) && !url.startsWith('data:'));
      const pictures = requests.filter(({ resourceType }) => resourceType === 'Image');
      const sum = (items) => items.reduce((total, { transferSize }) => total + transferSize, 0);
      const kilobytes = Math.round(((sum(requests) - sum(pictures)) / 1024) * 10) / 10;
      const shift = lhr.audits['cumulative-layout-shift'].numericValue;
      console.error(`${id}:`);
      for (const [name, score] of Object.entries(scores)) weigh(`Lighthouse, ${name}`, score, 98, '', true);
      weigh('over the wire before pictures', kilobytes, 30, 'KB');
      weigh('requests to third parties', foreign.length, 0, '');
      weigh('layout shift', shift, 0, '');
      found.push({ id, scores, kilobytes, foreign: foreign.length, shift });
    }
  } finally {
    await browser.close();
  }
  return found;
}

/** The path of the page of the unit that a GS1 element string names: product, batch, serial. */
function linkOf(code) {
  const [, gtin, batch, serial] = /^01(\d{14})10([^\x1d]+)\x1d21(.+)$/.exec(code) ?? [];
  if (!serial) throw new Error(`the label says ${JSON.stringify(code)}, not product, batch and serial`);
  return `/01/${gtin}/10/${encodeURIComponent(batch)}/21/${encodeURIComponent(serial)}`;
}

/** Milliseconds from a tap until the viewfinder shows a picture, and until the verdict stands there. */
async function taps() {
  const times = { preview: [], verdict: [], coldPreview: [], coldVerdict: [] };
  for (let round = 0; round < 9; round++) {
    const quota = Quota.of(0.25);
    const profile = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: FLAGS,
      viewport: { width: 390, height: 844 },
      locale: 'en-US',
      permissions: ['camera'],
      baseURL: origin,
    });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', NETWORK);
      await page.goto('/scan');
      const start = page.getByRole('button', { name: 'Start the camera' });
      await start.waitFor();
      quota.hold(browserOf(profile));
      const cold = await timed(page, () => start.click({ noWaitAfter: true }));
      times.coldPreview.push(cold.preview);
      times.coldVerdict.push(cold.verdict);
      // From another view of the app, in a tap on "Scan".
      await page.getByRole('link', { name: 'History' }).click();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      const warm = await timed(page, () => page.getByRole('link', { name: 'Scan', exact: true }).click({ noWaitAfter: true }));
      times.preview.push(warm.preview);
      times.verdict.push(warm.verdict);
    } finally {
      await context.close();
      quota.release();
      rmSync(profile, { recursive: true, force: true });
    }
  }
  console.error(`taps, a quarter of a core for the whole browser (${Quota.kind}), 9 Mbit/s, 170 ms; median of ${times.preview.length}:`);
  const found = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, Math.round(median(values))]));
  weigh('"Scan" in the app → preview', found.preview, 1500, 'ms');
  weigh('"Scan" in the app → verdict', found.verdict, 2500, 'ms');
  weigh('first visit, "Start the camera" → preview', found.coldPreview, 1500, 'ms');
  weigh('first visit, "Start the camera" → verdict', found.coldVerdict, 2500, 'ms');
  return { ...found, all: times };
}

/** Times of the page's own clock: what is shown is shown to it first. */
async function timed(page, tap) {
  await page.evaluate(() => {
    const marks = { tap: 0, preview: 0, verdict: 0 };
    Object.assign(window, { marks });
    addEventListener('pointerdown', () => (marks.tap ||= performance.now()), { capture: true, once: true });
    const look = () => {
      const video = document.querySelector('video');
      // Before the tap a camera of before may still be going away.
      if (marks.tap && !marks.preview && video && video.readyState >= 2 && !video.paused && video.videoWidth > 0) marks.preview = performance.now();
      const heading = document.querySelector('h1')?.textContent ?? '';
      if (!marks.verdict && /^Issued by/.test(heading)) marks.verdict = performance.now();
      if (!marks.verdict) requestAnimationFrame(look);
    };
    look();
  });
  await tap();
  await page.waitForFunction(() => window.marks.verdict > 0, undefined, { timeout: 120_000 });
  const marks = await page.evaluate(() => window.marks);
  return { preview: marks.preview - marks.tap, verdict: marks.verdict - marks.tap };
}

/** What the kernel says of a process; nothing where it has ended. */
function processFile(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The processes of the browser that has that profile, and theirs. */
function browserOf(profile) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((pid) => [pid, processFile(pid, 'stat').split(') ').pop().split(' ')[1]]));
  const found = new Set(all.filter((pid) => processFile(pid, 'cmdline').includes(profile)));
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/**
 * Bytes that are held after 200 and after 1,000 scans: the page's heap and its wasm, and all that the
 * renderer's process holds for itself; then those of one reader that stays.
 */
async function memory() {
  const profile = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  const options = { executablePath, args: FLAGS, viewport: { width: 390, height: 844 }, locale: 'en-US', permissions: ['camera'], baseURL: origin };
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const session = await context.newCDPSession(page);
    await page.goto('/scan');
    await page.getByRole('button', { name: 'Start the camera' }).click();
    const held = {};
    for (let scans = 1; scans <= 1000; scans++) {
      await page.getByRole('heading', { level: 1, name: /^Issued by/ }).waitFor();
      if (scans === 200 || scans === 1000) {
        await session.send('HeapProfiler.collectGarbage');
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
        const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
        held[scans] = { heap, linear: await linearOf((...what) => session.send(...what)), renderers: ownOf(profile), nodes, listeners, workers: page.workers().length };
        console.error(`  after ${scans} scans: ${JSON.stringify(held[scans])}`);
      }
      await page.getByRole('link', { name: 'History' }).click();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      await page.getByRole('link', { name: 'Scan', exact: true }).click();
    }
    const grown = (...names) => names.reduce((sum, name) => sum + held[1000][name] - held[200][name], 0);
    const megabytes = (bytes) => Math.round((bytes / 1024 / 1024) * 100) / 100;
    const growth = megabytes(grown('heap', 'linear'));
    weigh('memory, 1,000 scans over 200', growth, 2, 'MB');
    weigh('listeners, 1,000 scans over 200', grown('listeners'), 0, '');
    weigh('nodes, 1,000 scans over 200', grown('nodes'), 0, '');
    weigh('workers that are left, of 1,000 scans', held[1000].workers, 1, '');
    console.error(`  the renderers' own memory grew by ${megabytes(grown('renderers'))} MB, garbage and all`);
    const reader = await readerHeld(context);
    console.error(`  one reader after 200 and 1,000 pictures: ${JSON.stringify(reader)}`);
    const readerGrowth = megabytes(reader[1000].heap + reader[1000].linear - reader[200].heap - reader[200].linear);
    weigh('memory of one reader, 1,000 pictures over 200', readerGrowth, 2, 'MB');
    return { held, growth, reader, readerGrowth };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Bytes that the renderers of the browser with that profile share with nobody. */
function ownOf(profile) {
  const renderers = browserOf(profile).filter((pid) => processFile(pid, 'cmdline').includes('--type=renderer'));
  const own = renderers.map((pid) => /Private_Dirty:\s+(\d+) kB/.exec(processFile(pid, 'smaps_rollup'))?.[1] ?? 0);
  return own.reduce((sum, kilobytes) => sum + 1024 * Number(kilobytes), 0);
}

/** Shelves in an inspector's page: how many packs are read, how many pictures a second, and wrong marks. */
async function sweep() {
  const found = {};
  for (const [at, name] of ['shelf-12', 'shelf-30'].entries()) {
    const shelf = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const quota = Quota.of(0.25);
    const profile = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: flags(`${name}.y4m`),
      viewport: { width: 390, height: 844 },
      locale: 'en-US',
      permissions: ['camera'],
      baseURL: origin,
    });
    try {
      const invite = process.env.TOUCHSTONE_INVITES.split(' ')[at];
      found[name] = await swept(context, shelf, invite, () => quota.hold(browserOf(profile)));
    } finally {
      await context.close();
      quota.release();
      rmSync(profile, { recursive: true, force: true });
    }
    const { packs, after5, after15, rate, wrong } = found[name];
    console.error(`a shelf of ${packs}, a quarter of a core for the whole browser (${Quota.kind}):`);
    console.error(`  read within 5 s                              ${String(after5).padStart(8)} of ${packs}`);
    weigh('read within 15 s', after15, packs, 'of them', true);
    weigh('pictures a second', rate, 1, '/s', true);
    weigh('wrong marks', wrong.length, 0, '');
    for (const each of wrong) console.error(`    ${each}`);
  }
  return found;
}

const parts = { lighthouse: pages, taps, memory, sweep };
const results = {};
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) results[name] = await part();
}
console.log(JSON.stringify(results));
process.exitCode = isOver ? 1 : 0;
