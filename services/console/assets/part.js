// Takes one element of a page that the console sends, and puts it in the place of the present one.

import { SessionEnded } from "./trouble.js";

/**
 * Fetches a page, and replaces the element `selector` by the one there. Throws if the console does not answer, and
 * `SessionEnded` if it answers with the login.
 */
export async function replacePart(selector, address, request = {}) {
  const answer = await fetch(address, { credentials: "same-origin", ...request });
  if (answer.redirected && new URL(answer.url).pathname === "/login") {
    throw new SessionEnded();
  }
  if (!answer.ok) {
    throw new Error(`the console answered ${answer.status}`);
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(selector);
  const present = document.querySelector(selector);
  if (fresh && present && fresh.outerHTML !== present.outerHTML) {
    const focused = addressOf(document.activeElement, present);
    keepOpen(present, fresh);
    present.replaceWith(fresh);
    fresh.querySelector(focused)?.focus({ preventScroll: true });
  }
}

/** Returns a selector for the focused element, so that it can be found after the replacement. */
function addressOf(element, within) {
  if (!within.contains(element) || element === within) {
    return ":not(*)";
  }
  if (element.id) {
    return `#${CSS.escape(element.id)}`;
  }
  const link = element.getAttribute("href");
  if (link) {
    return `[href="${CSS.escape(link)}"]`;
  }
  return element.parentElement?.id && element.matches("summary") ? `#${CSS.escape(element.parentElement.id)} > summary` : ":not(*)";
}

/** Opens in the new element what a reader opened in the old one. */
function keepOpen(present, fresh) {
  for (const opened of present.querySelectorAll("details[open][id]")) {
    const same = fresh.querySelector(`#${CSS.escape(opened.id)}`);
    if (same) {
      same.open = true;
    }
  }
}
