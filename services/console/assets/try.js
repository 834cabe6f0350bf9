// Annotates the text in the form while it is written.

import { replacePart } from "./part.js";
import { showTrouble, troubleOf } from "./trouble.js";

/** The pause in writing after which the text is sent, in milliseconds. */
const PAUSE = 400;

export function annotateAsWritten() {
  const form = document.getElementById("try");
  if (!form) {
    return;
  }
  let timer;
  let sent;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      sent?.abort();
      sent = new AbortController();
      annotate(form, sent.signal);
    }, PAUSE);
  });
}

async function annotate(form, signal) {
  try {
    const body = new URLSearchParams(new FormData(form));
    await replacePart("#result", form.action, { method: "POST", body, signal });
    showTrouble(null);
  } catch (error) {
    // After an abort a newer text was sent: its result will come.
    showTrouble(error.name === "AbortError" ? null : troubleOf(error));
  }
}
