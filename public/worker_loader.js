// Starts the decoder in its worker; its script and its WebAssembly come at the same time. Where they don't
// come, the page hears so and decides: an error here would be nobody's.
const wasm = fetch("/worker_bg.wasm");
wasm.catch(() => {});
try {
  const { default: init } = await import("/worker.js");
  await init({ module_or_path: wasm });
} catch (error) {
  postMessage(JSON.stringify({ absent: { detail: String(error) } }));
}
