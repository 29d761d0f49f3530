if (document.documentElement.hasAttribute("data-no-service-worker")) import("/worker_end.js");

// Starts the app. Without WebAssembly the server's own forms stay on the page and do the work.
const { js, wasm } = document.currentScript?.dataset ?? document.querySelector("script[data-wasm]").dataset;

if (typeof WebAssembly === "object") {
  const { default: init } = await import(js);
  await init({ module_or_path: wasm });
}

// Forms that wait for a network, and those that might have to.
import("/queue.js").catch(() => {});

// The page of a pack that the app shows in place offers notices and is read aloud, as the server's own.
document.addEventListener("touchstone:page", () => {
  if (document.querySelector("[data-push-key]")) import("/push.js").then(({ offer }) => offer());
  if (document.querySelector("[data-aloud]")) import("/aloud.js").then(({ offer }) => offer());
});
