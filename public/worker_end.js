// The kill switch on a page's side (`touchstone serve --no-service-worker`): removes the service worker and
// every stored copy. A worker of before answers its page to the end, and may store again meanwhile; its
// page is therefore loaded anew, without it.
const worker = navigator.serviceWorker;
const isControlled = Boolean(worker?.controller);
for (const registration of (await worker?.getRegistrations()) ?? []) await registration.unregister();
for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
if (isControlled) location.reload();
