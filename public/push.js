// Notices on this device when something is recalled: offered where the browser can, and where it
// can't, it says why. Imported by the pages that have the offer on them.

const OFFER = "[data-push-key]";

/** Says on each offer of the page what this browser can do. */
export function offer() {
  for (const section of document.querySelectorAll(OFFER)) {
    if (section.dataset.pushOffered !== undefined) continue;
    section.dataset.pushOffered = "";
    const why = obstacle();
    if (why) {
      say(section, why);
      continue;
    }
    const button = section.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => follow(section, button));
  }
}

/** What is in the way; `undefined` for nothing. */
function obstacle() {
  const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (document.documentElement.hasAttribute("data-no-service-worker")) return "unable";
  if (!can) return isTouchApple() && !isInstalled() ? "install" : "unable";
  if (Notification.permission === "denied") return "denied";
}

// iPadOS calls itself a Macintosh.
function isTouchApple() {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
}

function isInstalled() {
  return navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;
}

async function follow(section, button) {
  button.disabled = true;
  say(section, (await asked(section)) ?? "done");
  button.disabled = false;
}

/** What went wrong; `undefined` for nothing. */
async function asked(section) {
  try {
    if ((await Notification.requestPermission()) !== "granted") return "denied";
    await navigator.serviceWorker.register("/sw.js");
    const { pushManager } = await navigator.serviceWorker.ready;
    const key = bytes(section.dataset.pushKey);
    let subscription = await pushManager.getSubscription();
    // A subscription is bound to a key: one of another key takes no message of this server's.
    if (subscription && !isSame(subscription.options.applicationServerKey, key)) {
      await subscription.unsubscribe();
      subscription = null;
    }
    subscription ??= await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = subscription.toJSON();
    const response = await fetch("/v1/follows", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ path: section.dataset.path, channel: "push", push: { endpoint, keys } }),
    });
    return response.ok ? undefined : "failed";
  } catch {
    return "failed";
  }
}

function say(section, what) {
  for (const sentence of section.querySelectorAll("[data-push-says]")) {
    sentence.hidden = sentence.dataset.pushSays !== what;
  }
  if (what === "done" || what === "denied") section.querySelector("button").hidden = true;
}

function bytes(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function isSame(buffer, key) {
  const other = new Uint8Array(buffer ?? []);
  return other.length === key.length && other.every((byte, index) => byte === key[index]);
}
