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

/** Forms that wait for a network, or were sent and are listed: photos by their names and sizes. */
async function forms() {
  if (!localStorage.getItem("touchstone.forms")) return [];
  const { all } = await import("/queue.js");
  const told = ([name, value]) => [name, value.bytes ? { name: value.name, type: value.type, bytes: value.bytes.byteLength } : value];
  return (await all()).map((entry) => ({ ...entry, fields: entry.fields.map(told) }));
}

/** A line of what is on this device alone; "#" is its number. */
function say(line, sentence, count) {
  if (count === 0) return;
  line.textContent = sentence.replace("#", count);
  line.hidden = false;
}

export function show(section) {
  const kept = own();
  const count = kept["touchstone.history"]?.length ?? 0;
  const line = section.querySelector("[data-on-device]");
  say(line, line.dataset.onDevice, count);
  const waiting = section.querySelector("[data-forms-on-device]");
  forms()
    .then((kept) => say(waiting, waiting.dataset.formsOnDevice, kept.length))
    .catch(() => {});
  const form = section.querySelector('form[action="/privacy/export"]');
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => undefined);
    // Without a network, or with a page that is too old, the browser itself says what is wrong.
    if (!answer?.ok) return form.submit();
    const all = { ...(await answer.json()), on_this_device: { ...own(), forms: await forms().catch(() => []) } };
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
