// Keeps the element `#live` current: after `data-every` milliseconds, or when `data-events` reports something.

import { replacePart } from "./part.js";

/** The shortest time between two looks, in milliseconds. */
const SHORTEST = 1000;
/** The time before the next attempt while the console does not answer, in milliseconds. */
const RETRY = 3000;

export function keepCurrent() {
  const live = document.getElementById("live");
  if (live?.dataset.every) {
    lookAgain(Number(live.dataset.every));
  }
  if (live?.dataset.events) {
    lookOnEvents(live.dataset.events);
  }
}

/** Looks once, and shows whether the console answered. Returns whether it did. */
async function look() {
  try {
    await replacePart("#live", location.href);
    document.getElementById("away").hidden = true;
    return true;
  } catch {
    document.getElementById("away").hidden = false;
    return false;
  }
}

/** Looks again and again, as long as the page asks for it. A page in the background waits. */
function lookAgain(milliseconds) {
  setTimeout(async () => {
    const answered = document.hidden || (await look());
    const every = document.getElementById("live").dataset.every;
    if (every) {
      lookAgain(answered ? Number(every) : RETRY);
    }
  }, milliseconds);
}

/** Looks after each event, but at most once a second. The browser connects again by itself. */
function lookOnEvents(address) {
  const events = new EventSource(address);
  let isDue = false;
  const due = () => {
    if (!isDue) {
      isDue = true;
      setTimeout(async () => {
        isDue = false;
        await look();
      }, SHORTEST);
    }
  };
  let wasAway = false;
  events.onmessage = due;
  events.addEventListener("article", due);
  events.onerror = () => {
    wasAway = true;
    document.getElementById("away").hidden = false;
  };
  events.onopen = () => {
    document.getElementById("away").hidden = true;
    if (wasAway) {
      wasAway = false;
      due();
    }
  };
}
