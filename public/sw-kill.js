// The kill switch: served in place of sw.js (`touchstone serve --no-service-worker`), it removes
// every stored copy and itself, and the pages load from the network alone. A browser asks for it once in a
// while; a page that comes meanwhile does the same (`worker_end.js`).
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      await self.registration.unregister();
      for (const client of await self.clients.matchAll({ type: "window" })) client.navigate(client.url);
    })(),
  );
});
