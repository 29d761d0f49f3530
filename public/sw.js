// The service worker. `BUILD` and `PRECACHE` stand above this line once `cargo xtask precache` has
// run: the build's digest, and the files of the first screen.
//
// Network first, so that nobody is shown yesterday's verdict as today's; a stored page is marked as
// such (`<html data-from-store>`) and says when it was made. Only GET requests of this origin are
// touched, and never the interfaces or the desk.

importScripts("/outbox.js");

const SHELL = `shell-${BUILD}`;
const LATER = `later-${BUILD}`;
const PAGES = "pages";
const PICTURES = "pictures";
const KEPT_PAGES = 60;
const NOT_OURS = /^\/(v1|epcis|desk|healthz|readyz|metrics|openapi\.json|demo|mine|returns|privacy|follow|check|\.well-known)(\/|$)/;
const INSPECT = /^\/inspect(\/verify)?$/;
const APP = /^\/(scan|history)?$/;
const PRODUCT = /^\/(00|01|253|255|401|402|414|417|8003|8004|8006|8010|8013|8017|8018)\//;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(PRECACHE)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const keep = new Set([SHELL, LATER, PAGES, PICTURES]);
      for (const name of await caches.keys()) if (!keep.has(name)) await caches.delete(name);
      await self.registration.navigationPreload?.enable();
    })(),
  );
});

// A new version takes over only when the person says so.
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
  if (typeof event.data?.inspect === "string") event.waitUntil(keptInspector(event.data.inspect));
  if (typeof event.data?.keep === "string") event.waitUntil(kept(new URL(event.data.keep, self.location.origin)));
});

// The page of what was scanned, for reading without a network. No person opened it: it is no check.
async function kept(url) {
  if (url.origin !== self.location.origin || !PRODUCT.test(url.pathname)) return;
  const response = await fetch(url, { headers: { accept: "text/html" } }).catch(() => undefined);
  const isHtml = response?.headers.get("content-type")?.startsWith("text/html");
  if (response?.ok && isHtml) await keep(url, response);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (NOT_OURS.test(url.pathname)) {
    // The browser asked while this script was starting (navigation preload). Left to itself it asks
    // once more, and a look that is on record would be there twice.
    if (request.mode === "navigate") event.respondWith(untouched(event));
    return;
  }
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (PRECACHE.includes(url.pathname + url.search) || PRECACHE.includes(url.pathname)) event.respondWith(shell(request));
  else if (/^\/(worker|inspector)[._]|^\/inspect\.(js|css)$/.test(url.pathname)) event.respondWith(fresh(request, LATER));
  else if (url.pathname.startsWith("/pictures/")) event.respondWith(stored(request, PICTURES));
});

/** After its end, a worker answers the pages that it still has, and keeps nothing. */
function isOver() {
  return self.serviceWorker?.state === "redundant";
}

async function untouched(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

async function page(event, url) {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    const isHtml = response.headers.get("content-type")?.startsWith("text/html");
    if (response.ok && isHtml && PRODUCT.test(url.pathname)) {
      event.waitUntil(keep(url, response.clone()));
    }
    if (response.ok && isHtml && INSPECT.test(url.pathname)) {
      event.waitUntil(keepInspector(url.pathname, response.clone()));
    }
    return response;
  } catch {
    if (INSPECT.test(url.pathname)) {
      const copy = await (await caches.open(LATER)).match(url.pathname);
      return copy ?? Response.error();
    }
    const copy = await (await caches.open(PAGES)).match(url.pathname);
    if (copy) return marked(copy);
    // The app itself says that it is offline, and keeps the code until there is a network.
    const app = APP.test(url.pathname) || PRODUCT.test(url.pathname);
    const fallback = app && (await (await caches.open(SHELL)).match("/scan"));
    return fallback || Response.error();
  }
}

async function keptInspector(path) {
  if (!INSPECT.test(path)) return;
  const response = await fetch(path, { headers: { accept: "text/html" } }).catch(() => undefined);
  if (response?.ok) await keepInspector(path, response);
}

// The inspector's page opens without a network: its bundle and the reader come along with the page.
async function keepInspector(path, response) {
  if (isOver()) return;
  const cache = await caches.open(LATER);
  await cache.put(path, response);
  const files = ["/inspect.js", "/inspect.css", "/inspector.js", "/inspector_bg.wasm", "/worker_loader.js", "/worker.js", "/worker_bg.wasm"];
  for (const file of files) if (!(await cache.match(file))) await cache.add(file).catch(() => {});
}

async function keep(url, response) {
  if (isOver()) return;
  const cache = await caches.open(PAGES);
  await cache.delete(url.pathname);
  await cache.put(url.pathname, response);
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - KEPT_PAGES))) await cache.delete(key);
}

async function marked(copy) {
  const text = (await copy.text()).replace("<html ", "<html data-from-store ");
  const headers = new Headers(copy.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(text, { headers });
}

// Looked at without opening: what opens a store that is gone makes it anew.
async function shell(request) {
  const copy = (options) => caches.match(request, { cacheName: SHELL, ...options });
  return (await copy()) ?? (await copy({ ignoreSearch: true })) ?? fetch(request);
}

async function fresh(request, name) {
  try {
    return await fetched(request, name);
  } catch (error) {
    const copy = await caches.match(request, { cacheName: name });
    if (copy) return copy;
    throw error;
  }
}

async function stored(request, name) {
  return (await caches.match(request, { cacheName: name })) ?? fetched(request, name);
}

async function fetched(request, name) {
  const response = await fetch(request);
  if (response.ok && !isOver()) await (await caches.open(name)).put(request, response.clone());
  return response;
}

// Forms that waited for a network, where the browser wakes us for it; a page of ours that is open does the
// same. What the server answered is read by the page that lists it.
self.addEventListener("sync", (event) => {
  if (event.tag === "forms") event.waitUntil(sendForms());
});

async function sendForms() {
  const isDone = await navigator.locks.request("touchstone.forms", () => outbox.sendWaiting());
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage("forms-sent");
  // The browser tries again, later.
  if (!isDone) throw new Error("the server did not take all of them");
}

// A recall of something that is followed. What was stored of its page says otherwise, and goes.
self.addEventListener("push", (event) => {
  const { title, body, path, tag, lang } = event.data?.json() ?? {};
  if (!title) return;
  event.waitUntil(
    (async () => {
      const { pathname } = new URL(path, self.location.origin);
      await (await caches.open(PAGES)).delete(pathname);
      await self.registration.showNotification(title, {
        body,
        tag,
        lang,
        icon: "/icons/icon-192.png",
        requireInteraction: true,
        data: { path: pathname },
      });
    })(),
  );
});

// The browser changed its subscription by itself: messages that go to the old one are lost. The
// cookie says whose they are.
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(
    (async () => {
      const options = event.newSubscription?.options ?? event.oldSubscription?.options;
      const { pushManager } = self.registration;
      const subscription = event.newSubscription ?? (await pushManager.getSubscription()) ?? (options && (await pushManager.subscribe(options)));
      // Withdrawn: the push service says so to whoever writes next.
      if (!subscription) return;
      const { endpoint, keys } = subscription.toJSON();
      await fetch("/v1/follows/push", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ endpoint, keys }),
      });
    })(),
  );
});

// Opens the pack's page anew, which asks the server.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { path } = event.notification.data ?? {};
  if (path) event.waitUntil(self.clients.openWindow(path));
});
