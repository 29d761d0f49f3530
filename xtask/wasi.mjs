// Runs a test program that was compiled to WASI on Node: `node wasi.mjs PROGRAM ARGUMENT…`.
// Tests see nothing of this machine but the arguments.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [program, ...rest] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: [program, ...rest], env: { RUST_TEST_THREADS: "1" }, returnOnExit: true });
const module = await WebAssembly.compile(await readFile(program));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
process.exitCode = wasi.start(instance);
