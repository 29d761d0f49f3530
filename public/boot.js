// Starts the app. Without WebAssembly the server's own forms stay on the page and do the work.
const { js, wasm } = document.currentScript?.dataset ?? document.querySelector("script[data-wasm]").dataset;

if (typeof WebAssembly === "object") {
  const { default: init } = await import(js);
  await init({ module_or_path: wasm });
}
