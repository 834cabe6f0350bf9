// Lights up all mentions of the name that is open in the list, and keeps it in the address.

export function lightUpNames() {
  // `toggle` does not bubble.
  document.addEventListener("toggle", (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.dataset.pick !== undefined) {
      choose(event.target);
    }
  }, true);
  document.addEventListener("click", (event) => {
    const step = event.target.closest?.("[data-step]");
    const mention = event.target.closest?.(".mention[data-entity]");
    if (step) {
      goTo(step.closest("[data-pick]").dataset.pick, Number(step.dataset.step));
    } else if (mention) {
      open(mention);
    }
  });
  showSteps(document.querySelector("[data-pick][open]"));
}

function mentionsOf(entity) {
  return [...document.querySelectorAll(`.mention[data-entity="${CSS.escape(entity)}"]`)];
}

function choose(details) {
  const entity = details.dataset.pick;
  for (const mention of mentionsOf(entity)) {
    mention.classList.toggle("lit", details.open);
    mention.classList.remove("here");
  }
  const address = new URL(location.href);
  if (details.open) {
    showSteps(details);
    address.searchParams.set("entity", entity);
  } else if (address.searchParams.get("entity") === entity) {
    address.searchParams.delete("entity");
  }
  if (location.pathname.startsWith("/articles/")) {
    history.replaceState(null, "", address);
  }
}

function showSteps(details) {
  for (const button of details?.querySelectorAll("[data-step]") ?? []) {
    button.hidden = false;
  }
}

/** Goes to the next or the previous mention in the text. */
function goTo(entity, step) {
  const mentions = mentionsOf(entity);
  const at = mentions.findIndex((mention) => mention.classList.contains("here"));
  const next = at < 0 && step < 0 ? mentions.length - 1 : (at + step + mentions.length) % mentions.length;
  mentions[at]?.classList.remove("here");
  mentions[next]?.classList.add("here");
  mentions[next]?.scrollIntoView({ block: "center" });
}

/** Opens the name of a mention in the list. */
function open(mention) {
  const details = document.getElementById(`entity-${mention.dataset.entity}`);
  if (details) {
    details.open = !details.open;
    details.scrollIntoView({ block: "nearest" });
  }
}
