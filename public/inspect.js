if (document.documentElement.hasAttribute("data-no-service-worker")) import("/worker_end.js");

// Starts the inspector's page, which has a bundle of its own.
if (typeof WebAssembly === "object") {
  const { default: init } = await import("/inspector.js");
  await init({ module_or_path: "/inspector_bg.wasm" });
}

// From the first visit on it opens without a network.
navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ inspect: location.pathname }));
