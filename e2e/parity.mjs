// `node parity.mjs OURS FRAMES TOUCHSTONE EFFORT…`: every picture is read by the decoder as WebAssembly and
// by `touchstone decode`, and both must say the same.
//
// OURS is the folder of the built decoder, FRAMES one of `index.json` and `N.luma` as `read_rate --export`
// writes it, which is removed in the end; EFFORT is `frame` or `photo`.

import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Pictures that one process of the command reads. */
const BATCH = 20;

/** Pixels that the same corner may lie apart: both round to 32 bits, each with functions of its own. */
const REACH = 0.05;

const [ours, frames, touchstone, ...efforts] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'parity-'));
try {
  const decoder = await loaded();
  const index = JSON.parse(await readFile(join(frames, 'index.json'), 'utf8'));
  if (index.length === 0) throw new Error('no pictures to compare');
  let [passed, failed] = [0, 0];
  for (const effort of efforts) {
    for (let from = 0; from < index.length; from += BATCH) {
      const batch = await Promise.all(index.slice(from, from + BATCH).map((about, at) => opened(about, from + at)));
      const native = told(batch, effort);
      batch.forEach((picture, at) => {
        const read = decoder.read(picture.luma, picture.width, picture.height, effort === 'photo');
        const wrong = difference(Array.from(read), native[at]);
        if (wrong) console.log(`${picture.name}, ${effort}: ${wrong}`);
        if (wrong) failed += 1;
        else passed += 1;
      });
    }
  }
  console.log(`  ${passed} passed`);
  if (failed > 0) {
    console.log(`  ${failed} failed`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
  await rm(frames, { recursive: true });
}

/** The decoder's module; its script is one of a browser, and Node wants to be told that it is a module. */
async function loaded() {
  const script = join(folder, 'decoder.mjs');
  await writeFile(script, await readFile(join(ours, 'decoder_alone.js')));
  const decoder = await import(pathToFileURL(script));
  decoder.initSync({ module: await readFile(join(ours, 'decoder_alone_bg.wasm')) });
  return decoder;
}

/** A picture, and a file of it that the command reads. */
async function opened({ file: name, width, height }, at) {
  const luma = new Uint8Array(await readFile(join(frames, `${at}.luma`)));
  const file = join(folder, `${at}.bmp`);
  await writeFile(file, bmp(luma, width, height));
  return { name, file, luma, width, height };
}

/** What the command says of each. */
function told(batch, effort) {
  const size = effort === 'frame' ? ['--frame', '65535x65535'] : [];
  const files = batch.map(({ file }) => file);
  const output = execFileSync(touchstone, ['decode', ...size, ...files], { maxBuffer: 1 << 28 });
  return output.toString().trim().split('\n').map((line) => JSON.parse(line).symbols);
}

/**
 * In words; nothing where both read the same. The order is that of the search, and where many symbols stand
 * in a picture, the last bit of a corner decides which one comes first.
 */
function difference(wasm, native) {
  const left = native.map(({ text, corners }) => ({ text, at: corners.flat() }));
  for (const [text, ...at] of wasm) {
    const isIt = (other) =>
      other.text === text && other.at.every((value, axis) => Math.abs(value - at[axis]) <= REACH);
    const found = left.findIndex(isIt);
    if (found < 0) return `wasm has ${JSON.stringify([text, at])}, native ${JSON.stringify(left)}`;
    left.splice(found, 1);
  }
  return left.length > 0 ? `only native has ${JSON.stringify(left)}` : undefined;
}

/** 8 bits a pixel with a palette of grays, from the bottom row up. */
function bmp(luma, width, height) {
  const stride = (width + 3) & ~3;
  const start = 54 + 1024;
  const out = Buffer.alloc(start + stride * height);
  out.write('BM');
  out.writeUInt32LE(out.length, 2);
  out.writeUInt32LE(start, 10);
  out.writeUInt32LE(40, 14);
  out.writeInt32LE(width, 18);
  out.writeInt32LE(height, 22);
  out.writeUInt16LE(1, 26);
  out.writeUInt16LE(8, 28);
  out.writeUInt32LE(stride * height, 34);
  out.writeUInt32LE(256, 46);
  for (let gray = 0; gray < 256; gray += 1) out.fill(gray, 54 + 4 * gray, 54 + 4 * gray + 3);
  for (let y = 0; y < height; y += 1) {
    out.set(luma.subarray(y * width, (y + 1) * width), start + (height - 1 - y) * stride);
  }
  return out;
}
