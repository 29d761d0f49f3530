// Forms that wait on this device, and how one is sent. The pages (`queue.js`) and the service worker have
// this in common, so it knows neither document nor window.

globalThis.outbox = (() => {
  const WITH_FILES = ["/report", "/feedback"];

  /** Does something with the store; what it asks for. */
  async function store(mode, act) {
    const opening = indexedDB.open("touchstone", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("forms", { keyPath: "id" });
    const done = (request) =>
      new Promise((good, bad) => {
        request.onsuccess = () => good(request.result);
        request.onerror = () => bad(request.error);
      });
    const database = await done(opening);
    try {
      return await done(act(database.transaction("forms", mode).objectStore("forms")));
    } finally {
      database.close();
    }
  }

  /** Everything that is kept, the oldest first. */
  async function all() {
    const entries = await store("readonly", (forms) => forms.getAll());
    return entries.sort((one, other) => one.at.localeCompare(other.at));
  }

  const put = (entry) => store("readwrite", (forms) => forms.put(entry));
  const forget = (id) => store("readwrite", (forms) => forms.delete(id));
  const clear = () => store("readwrite", (forms) => forms.clear());

  /** How it went, with the page that the server answered; `undefined` where it is to be asked again later. */
  async function send(entry) {
    // A token of the session of now. Nothing about a pack is asked, and so nothing is counted as a check.
    const html = { accept: "text/html" };
    const page = await (await fetch("/mine", { headers: html, cache: "no-store" })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1];
    if (!csrf) return undefined;
    const body = WITH_FILES.includes(entry.action) ? new FormData() : new URLSearchParams();
    body.set("csrf", csrf);
    for (const [name, value] of entry.fields) {
      if (value.bytes) body.append(name, new File([value.bytes], value.name, { type: value.type }));
      else body.append(name, value);
    }
    const answer = await fetch(entry.action, { method: "POST", body, headers: { ...html, "idempotency-key": entry.id } });
    if (answer.status === 429 || answer.status >= 500) return undefined;
    const text = await answer.text();
    if (!answer.ok) return { status: "refused", answer: text };
    // What was typed is with the server now.
    return { status: "sent", answer: text, sentAt: new Date().toISOString(), fields: [] };
  }

  /**
   * Sends what waits, one after the other, for whoever holds the lock `touchstone.forms`. `read` makes
   * what is kept of an answer, `show` tells of it. Whether nothing waits any more.
   */
  async function sendWaiting(read = (entry) => entry, show = () => {}) {
    for (const entry of await all()) {
      if (entry.status !== "waiting") continue;
      const went = await send(entry).catch(() => undefined);
      if (!went) return false;
      const said = read({ ...entry, ...went });
      // It may have been erased meanwhile: then it does not come back.
      if ((await all()).some(({ id }) => id === entry.id)) await put(said);
      await show(said);
    }
    return true;
  }

  return { all, put, forget, clear, sendWaiting };
})();
