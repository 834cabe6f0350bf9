// Returns what keeps people from using the page: faint texts, fields and buttons without names, skipped headings.

const problems = [];

/** Reads a computed colour as [red, green, blue, opacity]. */
function colour(text) {
  const canvas = colour.canvas ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, opacity / 255];
}

function over(top, bottom) {
  return [0, 1, 2].map((part) => top[part] * top[3] + bottom[part] * (1 - top[3])).concat(1);
}

function background(element) {
  const layers = [];
  for (let each = element; each; each = each.parentElement) {
    layers.push(colour(getComputedStyle(each).backgroundColor));
  }
  const page = matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0, 1] : [255, 255, 255, 1];
  return layers.reverse().reduce((below, layer) => over(layer, below), page);
}

/** The relative luminance of WCAG 2. */
function luminance(of) {
  const [red, green, blue] = of.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function checkContrast() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || seen.has(element) || !element.checkVisibility() || element.closest(".away, .skip, script")) {
      continue;
    }
    seen.add(element);
    const style = getComputedStyle(element);
    const back = background(element);
    const ratio = contrast(over(colour(style.color), back), back);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) {
      problems.push(`contrast ${ratio.toFixed(2)} of ${element.localName}.${element.className}: ${element.textContent.slice(0, 30)}`);
    }
  }
}

function nameOf(element) {
  const labelled = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join("");
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join("");
  return (element.getAttribute("aria-label") || labelled || labels || element.textContent || element.title || "").trim();
}

function checkNames() {
  for (const element of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=img], [role=region], nav, progress")) {
    if (element.checkVisibility() && !nameOf(element)) {
      problems.push(`no name: ${element.outerHTML.slice(0, 80)}`);
    }
  }
}

function checkStructure() {
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map((heading) => Number(heading.localName[1]));
  levels.forEach((level, index) => {
    if (index > 0 && level > levels[index - 1] + 1) {
      problems.push(`a heading of level ${level} after level ${levels[index - 1]}`);
    }
  });
  if (document.querySelectorAll("main").length !== 1 || !document.documentElement.lang || !document.title) {
    problems.push("main, language or title is missing");
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) {
    problems.push("an id is not unique");
  }
  if (document.documentElement.scrollWidth > innerWidth) {
    problems.push(`the page is ${document.documentElement.scrollWidth} pixels wide in a window of ${innerWidth}`);
  }
}

function checkOrigin() {
  for (const { name } of performance.getEntriesByType("resource")) {
    if (!name.startsWith(location.origin)) {
      problems.push(`loaded from elsewhere: ${name}`);
    }
  }
  for (const element of document.querySelectorAll("[style], [onclick], style, script:not([src])")) {
    problems.push(`inline style or script: ${element.outerHTML.slice(0, 80)}`);
  }
}

checkContrast();
checkNames();
checkStructure();
checkOrigin();
return problems;
