// The one step of the desk that needs a script: the device is asked for a passkey, and its answer
// goes into the form, which is then sent as any other.

const bytes = (text) => {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
};

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

// JSON has base64url where the browser wants bytes (WebAuthn Level 3, section 5.1.8).
function read(options) {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of [options.excludeCredentials, options.allowCredentials]) {
    for (const known of list ?? []) known.id = bytes(known.id);
  }
  return options;
}

function write(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    extensions: credential.getClientExtensionResults(),
  });
}

async function ask(form, options) {
  if (form.dataset.passkey === "get") return navigator.credentials.get({ publicKey: options });
  const name = form.elements.namedItem("name")?.value.trim();
  // What the device calls the passkey, beside the organisation that the server gave.
  if (name) options.user.displayName = name;
  return navigator.credentials.create({ publicKey: options });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const answer = form.elements.namedItem("answer");
  const trouble = form.querySelector("[data-trouble]");
  const button = form.querySelector("button[type=submit]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.textContent = "";
    if (!window.PublicKeyCredential) {
      trouble.textContent = trouble.dataset.unsupported;
      return;
    }
    button.disabled = true;
    try {
      answer.value = write(await ask(form, read(JSON.parse(answer.dataset.options))));
      form.submit();
    } catch {
      trouble.textContent = trouble.dataset.failed;
      button.disabled = false;
    }
  });
  // The page has it disabled: pressed before now, the form would be sent without an answer.
  button.disabled = false;
}
