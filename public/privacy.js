// What this browser itself keeps: counted and put into the copy, which it never leaves the device
// for, and cleared where the header Clear-Site-Data was not understood.

function own() {
  const kept = {};
  for (const name of Object.keys(localStorage)) {
    try {
      kept[name] = JSON.parse(localStorage.getItem(name));
    } catch {
      kept[name] = localStorage.getItem(name);
    }
  }
  return kept;
}

export function show(section) {
  const kept = own();
  const count = kept["touchstone.history"]?.length ?? 0;
  const line = section.querySelector("[data-on-device]");
  if (count > 0) {
    line.textContent = line.dataset.onDevice.replace("#", count);
    line.hidden = false;
  }
  const form = section.querySelector('form[action="/privacy/export"]');
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => undefined);
    // Without a network, or with a page that is too old, the browser itself says what is wrong.
    if (!answer?.ok) return form.submit();
    const all = { ...(await answer.json()), on_this_device: own() };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: "application/json" }));
    link.download = "touchstone-my-data.json";
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

export async function clear() {
  localStorage.clear();
  sessionStorage.clear();
  indexedDB.deleteDatabase("touchstone");
  for (const name of await caches.keys()) {
    if (name === "pages" || name === "pictures") await caches.delete(name);
  }
}
