// Pages that the server rendered are complete without this. It adds what only a script can:
// the copy for offline reading, passkeys, notices of recalls, reading aloud, and distances from the device's own location, asked for on tap.

if (document.documentElement.hasAttribute("data-no-service-worker")) {
  import("/worker_end.js");
} else if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch(() => {});
}

if (document.querySelector("form[data-passkey]")) import("/passkey.js");
// Forms that wait for a network, and those that might have to.
const queued = 'form:is([action="/report"], [action="/claim"], [action="/register"], [action="/feedback"], [action="/follow"])';
if (localStorage.getItem("touchstone.forms") || document.querySelector(queued)) import("/queue.js").catch(() => {});
const data = document.querySelector("[data-own]");
if (data) import("/privacy.js").then(({ show, clear }) => (data.dataset.own === "erased" ? clear() : show(data)));
if (document.querySelector("[data-push-key]")) import("/push.js").then(({ offer }) => offer());
if (document.querySelector("[data-aloud]")) import("/aloud.js").then(({ offer }) => offer());

// A page from the device's store shows its age and asks again at once, and whenever the network comes
// back. HEAD is no check, and passes the service worker by.
if (document.documentElement.hasAttribute("data-from-store")) {
  const again = async () => {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
    if (answer?.ok) location.reload();
  };
  again();
  addEventListener("online", again);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
}

for (const button of document.querySelectorAll("button[data-locate]")) {
  if (!("geolocation" in navigator)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Two decimals are about a kilometer: enough to find the nearest place.
        const near = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
        const field = button.form.elements.namedItem("near");
        field.value = near;
        // A form with more to fill in waits for its own button.
        if (button.dataset.locate === "fill") button.disabled = false;
        else button.form.requestSubmit();
      },
      () => {
        button.disabled = false;
        button.form.elements.namedItem("near").focus();
      },
      { enableHighAccuracy: false, maximumAge: 600000, timeout: 10000 },
    );
  });
}
