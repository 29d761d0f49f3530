// `node run.mjs OURS FRAMES READS [READER…]`: serves the readers and the frames to Chromium from
// loopback, waits for what every reader read, and writes it to READS with the size of what each loads.
//
// OURS is the folder of the built decoder, FRAMES one of `index.json` and `N.luma`. `TOUCHSTONE_CHROMIUM`
// names the browser, `ROUNDS` how often each frame is read (the fastest time counts). Where `FILM` is a
// program, videos are read in place of pictures: it says in a line what there is, and answers each line
// `VIDEO FRAME` with that frame's luma.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const [ours, frames, output, ...wanted] = process.argv.slice(2);
const roots = { ours, frames, packages: join(here, 'node_modules'), bench: here };
const types = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };

/** What a page must load to use each reader, in files below the roots. */
const PAYLOADS = {
  ours: ['ours/decoder_alone_bg.wasm', 'ours/decoder_alone.js'],
  'zxing-wasm': [
    'packages/zxing-wasm/dist/reader/zxing_reader.wasm',
    'packages/zxing-wasm/dist/es/reader/index.js',
    'packages/zxing-wasm/dist/es/share.js',
  ],
  'rxing-wasm': ['packages/rxing-wasm/rxing_wasm_bg.wasm', 'packages/rxing-wasm/rxing_wasm_bg.js'],
  jsQR: ['packages/jsqr/dist/jsQR.js'],
  'zbar-wasm': [
    'packages/@undecaf/zbar-wasm/dist/zbar.wasm',
    'packages/@undecaf/zbar-wasm/dist/index.mjs',
  ],
};

const path = (name) => {
  const [root, ...rest] = normalize(name).split('/').filter(Boolean);
  if (!(root in roots) || rest.includes('..')) throw new Error(`no such file: ${name}`);
  return join(roots[root], ...rest);
};

/** What a program says of its videos, and `frame(video, at)`, which resolves to luma. */
async function opened(program, ...options) {
  const child = spawn(program, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = child.stdout[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await chunks.next();
    if (done) throw new Error(`${program} ended`);
    rest = Buffer.concat([rest, value]);
  };
  while (!rest.includes(10)) await more();
  const line = rest.indexOf(10);
  const about = JSON.parse(rest.subarray(0, line).toString());
  rest = rest.subarray(line + 1);
  const size = about.width * about.height;
  const frame = async (video, at) => {
    child.stdin.write(`${video} ${at}\n`);
    while (rest.length < size) await more();
    const luma = rest.subarray(0, size);
    rest = rest.subarray(size);
    return luma;
  };
  return { about, frame, close: () => child.stdin.end() };
}

const [program, ...options] = (process.env.FILM ?? '').split(' ').filter(Boolean);
const film = program && (await opened(program, ...options));

const server = createServer(async (request, response) => {
  try {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname === '/' ? 'bench/page.html' : decodeURIComponent(pathname);
    const [, kind, ...of] = name.split('/');
    // The worker asks for one frame at a time.
    const body = film && kind === 'film' ? await film.frame(...of) : await readFile(path(name));
    response.writeHead(200, {
      'content-type': types[name.split('.').pop()] ?? 'application/octet-stream',
      // Only an isolated page gets a clock finer than a tenth of a millisecond.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({ executablePath: process.env.TOUCHSTONE_CHROMIUM, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  page.on('console', (message) => console.error(`  ${message.text()}`));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const index = film ? [] : JSON.parse(await readFile(join(frames, 'index.json'), 'utf8'));
  const known = await page.evaluate(() => window.readers);
  const names = known.filter((name) => wanted.length === 0 || wanted.includes(name));
  const rounds = Number(process.env.ROUNDS ?? 1);
  const task = { frames: index, film: film?.about, names, rounds };
  const measured = await page.evaluate((task) => window.measure(task), task);
  const brotli = async (file) => {
    const bytes = await readFile(path(file));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return brotliCompressSync(bytes, { params }).length;
  };
  const payloads = {};
  for (const [name, files] of Object.entries(PAYLOADS)) {
    payloads[name] = (await Promise.all(files.map(brotli))).reduce((sum, size) => sum + size, 0);
  }
  const result = { browser: `Chromium ${browser.version()}`, readers: names, rounds, payloads, [film ? 'videos' : 'images']: measured };
  await writeFile(output, JSON.stringify(result));
} finally {
  await browser.close();
  server.close();
  film?.close();
}
