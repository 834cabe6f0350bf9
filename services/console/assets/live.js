// Keeps the element `#live` current: after `data-every` milliseconds, or when `data-events` reports something.

import { replacePart } from "./part.js";
import { showTrouble, troubleOf } from "./trouble.js";

/** The shortest time between two looks, in milliseconds. */
const SHORTEST = 1000;
/** The time before the next attempt while the console does not answer, in milliseconds. */
const RETRY = 3000;
/** The longest time before the next attempt to get events, in milliseconds. */
const LONGEST = 30000;

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
    showTrouble(null);
    return true;
  } catch (error) {
    showTrouble(troubleOf(error));
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

/** Looks after each event, but at most once a second. */
function lookOnEvents(address) {
  let isDue = false;
  let wasAway = false;
  let wait = SHORTEST;
  const due = () => {
    if (!isDue) {
      isDue = true;
      setTimeout(async () => {
        isDue = false;
        await look();
      }, SHORTEST);
    }
  };
  const listen = () => {
    const events = new EventSource(address);
    events.addEventListener("article", due);
    events.onopen = () => {
      wait = SHORTEST;
      showTrouble(null);
      if (wasAway) {
        wasAway = false;
        due();
      }
    };
    events.onerror = async () => {
      wasAway = true;
      if (events.readyState !== EventSource.CLOSED) {
        // The browser connects again by itself.
        showTrouble("away");
        return;
      }
      // It does not after a refusal, such as those of a console that is busy or without NATS.
      setTimeout(listen, wait);
      wait = Math.min(2 * wait, LONGEST);
      if (await look()) {
        showTrouble("late");
      }
    };
  };
  listen();
}
