// Opens an offline pack in wasm and measures a judgement: node look_up.mjs WASM PACK COUNT
import { readFile } from 'node:fs/promises';

const [wasm, file, count] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(await readFile(wasm), {});
const { memory, room, open, listed } = instance.exports;
const [key, pack] = await Promise.all([readFile(`${file}.key`), readFile(file)]);
const at = room(key.length + pack.length);
const bytes = new Uint8Array(memory.buffer, at, key.length + pack.length);
bytes.set(key, 0);
bytes.set(pack, key.length);
let begun = performance.now();
if (!open()) throw new Error('the pack does not open');
const open_ms = performance.now() - begun;
const asked = Math.min(Number(count), 1_000_000);
listed(0n, 10_000);
begun = performance.now();
const known = listed(0n, asked);
const known_us = ((performance.now() - begun) * 1000) / asked;
begun = performance.now();
const wrong = listed(1n << 40n, asked);
const unknown_us = ((performance.now() - begun) * 1000) / asked;
console.log(JSON.stringify({ open_ms, asked, missed: asked - known, wrong, known_us, unknown_us }));
