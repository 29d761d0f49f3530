// Forms of a pack's page that were sent without a network: kept on this device with their photos, shown
// as waiting, and sent once when there is a network again. Nothing is told as sent that was not.

import "/outbox.js";

const { outbox } = globalThis;
const FORMS = ["/report", "/claim", "/register", "/feedback", "/follow"];
// Says that there are any, so that other pages know without opening the database.
const MARK = "touchstone.forms";
const words = document.querySelector("[data-queue]")?.dataset ?? {};

/** Everything that is kept, the oldest first. */
export async function all() {
  return (await outbox.all()).map(read);
}

async function put(entry) {
  await outbox.put(entry);
  localStorage.setItem(MARK, "1");
}

async function forget(id) {
  await outbox.forget(id);
  if ((await outbox.all()).length === 0) localStorage.removeItem(MARK);
}

/** What the server's page says to one that was sent, in place of the page. */
function read({ answer, ...entry }) {
  if (answer === undefined) return entry;
  const content = new DOMParser().parseFromString(answer, "text/html").querySelector("#content");
  if (entry.status === "refused") return { ...entry, said: content?.querySelector(".about")?.textContent ?? "" };
  const kept = [...(content?.querySelectorAll(".keepsake") ?? [])];
  return {
    ...entry,
    said: content?.querySelector("h1")?.textContent ?? "",
    kept: kept.map((one) => [one.querySelector("dt").textContent, one.querySelector("dd").textContent]),
  };
}

/** What a form holds, but for the token: the one of then is worth nothing later. */
async function fieldsOf(form) {
  const fields = [];
  for (const [name, value] of new FormData(form)) {
    if (name === "csrf") continue;
    if (typeof value === "string") fields.push([name, value]);
    else if (value.size > 0) fields.push([name, { name: value.name, type: value.type, bytes: await value.arrayBuffer() }]);
  }
  return fields;
}

const text = (fields) => JSON.stringify(fields.map(([name, value]) => [name, value.bytes ? [value.name, value.bytes.byteLength] : value]));

/** Keeps a form; the same one that waits already is not kept twice. */
export async function keep(form) {
  const action = form.getAttribute("action");
  const fields = await fieldsOf(form);
  const same = (entry) => entry.status === "waiting" && entry.action === action && text(entry.fields) === text(fields);
  let entry = (await all()).find(same);
  if (!entry) {
    const name = document.querySelector("[data-name]")?.dataset.name;
    const at = new Date().toISOString();
    entry = { id: crypto.randomUUID(), action, fields, at, page: location.pathname + location.search, name: name || document.title, status: "waiting" };
    await put(entry);
    navigator.storage?.persist?.();
    // Where the browser can, it has them sent without any page of ours.
    navigator.serviceWorker?.ready.then(({ sync }) => sync?.register("forms")).catch(() => {});
  }
  form.dataset.queued = entry.id;
  tell(form, words.kept, true);
  draw();
}

/** Says below a form how it stands; one that waits is not sent a second time by hand. */
function tell(form, sentence, waits) {
  const result = form.querySelector(".form-result") ?? form.appendChild(Object.assign(document.createElement("p"), { className: "form-result" }));
  result.setAttribute("role", "status");
  result.textContent = sentence;
  for (const button of form.querySelectorAll("button")) button.disabled = waits;
}

/** Sends what waits, one after the other, in one window alone. */
export async function sendAll() {
  if (!localStorage.getItem(MARK) || !navigator.onLine) return;
  const run = (lock) => lock && outbox.sendWaiting(read, show);
  await (navigator.locks ? navigator.locks.request("touchstone.forms", { ifAvailable: true }, run) : run(true));
}

/** Says of one that has been sent how it went, in the form if that is still here, and in the list. */
function show(entry) {
  const form = document.querySelector(`form[data-queued="${entry.id}"]`);
  const parts = [words[entry.status], entry.said, ...(entry.kept ?? []).flat()];
  if (form) tell(form, parts.join(" · "), entry.status === "sent");
  return draw();
}

/** The service worker sent some while this page stood still. */
async function sentElsewhere() {
  for (const form of document.querySelectorAll("form[data-queued]")) {
    const entry = (await all()).find(({ id, status }) => id === form.dataset.queued && status !== "waiting");
    if (entry) show(entry);
  }
  await draw();
}

const make = (name, content, ...children) => {
  const element = document.createElement(name);
  if (content) element.textContent = content;
  element.append(...children);
  return element;
};

/** The list, wherever the page has a place for it. */
export async function draw() {
  const place = document.querySelector("[data-forms]");
  if (!place) return;
  const entries = localStorage.getItem(MARK) ? await all().catch(() => []) : [];
  const when = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const rows = entries.reverse().map((entry) => {
    const what = words[`form${entry.action.slice(1)}`] ?? "";
    const row = make("li", "", make("p", `${entry.name}: ${what}`));
    row.firstChild.className = "name";
    const state = make("p", `${words[entry.status]} · ${when(entry.sentAt ?? entry.at)}`);
    state.className = entry.status === "refused" ? "trouble" : "said";
    row.append(state);
    if (entry.said) row.append(make("p", entry.said));
    if (entry.kept?.length) {
      const list = make("dl");
      for (const [label, value] of entry.kept) {
        const pair = make("div", "", make("dt", label), make("dd", "", make("bdi", value)));
        pair.className = "keepsake";
        list.append(pair);
      }
      row.append(list);
    }
    // What was typed is not lost with a refusal.
    if (entry.status === "refused") {
      const typed = entry.fields.filter(([name, value]) => name !== "path" && value && !value.bytes);
      row.append(make("ul", "", ...typed.map(([, value]) => make("li", value))));
      const again = make("a", words.again);
      again.href = entry.page;
      row.append(make("p", "", again));
    }
    const erase = make("button", words.forget);
    erase.type = "button";
    erase.setAttribute("aria-label", `${words.forget}: ${entry.name}`);
    erase.addEventListener("click", () => forget(entry.id).then(draw));
    row.append(erase);
    return row;
  });
  const list = make("ul", "", ...rows);
  place.replaceChildren(...(rows.length > 0 ? [make("h2", words.title), list] : []));
}

/** Erases all of it; part of erasing everything. */
export async function clear() {
  await outbox.clear();
  localStorage.removeItem(MARK);
}

// The app says so where it found no network itself; its event is heard on the way to the form.
const offline = (event) => {
  if (FORMS.includes(event.target.getAttribute("action"))) keep(event.target).catch(() => {});
};
document.addEventListener("touchstone:offline", offline, { capture: true });

// A page of the server's asks first whether anybody is there: the browser's own page would say that
// there is no network, and lose what was typed.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !FORMS.includes(form.getAttribute("action"))) return;
  event.preventDefault();
  const signal = AbortSignal.timeout?.(8000);
  const answer = await fetch("/healthz", { method: "HEAD", cache: "no-store", signal }).catch(() => undefined);
  if (answer) return form.submit();
  await keep(form).catch(() => form.submit());
});

addEventListener("online", sendAll);
navigator.serviceWorker?.addEventListener("message", ({ data }) => data === "forms-sent" && sentElsewhere());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendAll());
document.addEventListener("touchstone:page", draw);
draw();
sendAll();
