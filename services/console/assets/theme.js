// Sets the colours before the page is drawn, and switches them. The choice stays in this browser.

const themes = ["automatic", "light", "dark"];

function chosenTheme() {
  try {
    return themes.find((theme) => theme === localStorage.getItem("theme")) ?? "automatic";
  } catch {
    return "automatic"; // The browser keeps nothing for this page.
  }
}

function applyTheme(theme) {
  document.documentElement.dataset.theme = theme;
  const button = document.getElementById("theme");
  if (button) {
    button.textContent = `Theme: ${theme}`;
  }
}

applyTheme(chosenTheme());

document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme");
  if (!button) {
    return;
  }
  button.hidden = false;
  applyTheme(chosenTheme());
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
    try {
      localStorage.setItem("theme", next);
    } catch {
      // The choice holds for this page only.
    }
    applyTheme(next);
  });
});
