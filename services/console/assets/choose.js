// Chooses all dead letters of the page at once.

export function chooseMany() {
  const button = document.getElementById("choose-all");
  if (!button) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    const boxes = [...document.querySelectorAll('#letters input[name="sequence"]')];
    const all = boxes.every((box) => box.checked);
    for (const box of boxes) {
      box.checked = !all;
    }
  });
}
