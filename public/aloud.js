// Reads the verdict aloud, where the browser has a voice. Imported by the pages that offer it.

// Once, however many pages are shown in place.
if ("speechSynthesis" in window) addEventListener("pagehide", () => speechSynthesis.cancel());

/** Shows each button, and what it reads when it is tapped; a second tap ends it. */
export function offer() {
  if (!("speechSynthesis" in window)) return;
  for (const button of document.querySelectorAll("button[data-aloud]")) {
    if (!button.hidden) continue;
    button.hidden = false;
    const { textContent: start } = button;
    let isSpeaking = false;
    const show = (speaks) => {
      isSpeaking = speaks;
      button.textContent = speaks ? button.dataset.aloud : start;
    };
    button.addEventListener("click", () => {
      // What is left from another page ends, too.
      speechSynthesis.cancel();
      if (isSpeaking) return show(false);
      const utterance = new SpeechSynthesisUtterance(words(button));
      utterance.lang = document.documentElement.lang;
      utterance.onend = utterance.onerror = () => show(false);
      show(true);
      speechSynthesis.speak(utterance);
    });
  }
}

/** The verdict in the order of the page, and the next step. */
function words(button) {
  const said = [...button.closest("section").querySelectorAll("h1, .caution, .about, .also, .what")];
  const step = document.querySelector(".main-bar .main-action, .next-steps li");
  const sentence = (element) => element.innerText.trim().replace(/\s+/g, " ").replace(/[^.!?:؟]$/, "$&.");
  return [...said, ...(step ? [step] : [])].map(sentence).filter(Boolean).join(" ");
}
