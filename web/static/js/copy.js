const SHOWN = 1600;

/** Let the buttons with `data-copy` copy the text of the element of that id. */
export function copying() {
  document.addEventListener("click", (click) => {
    const button = /** @type {Element} */ (click.target).closest?.("button[data-copy]");
    if (button instanceof HTMLButtonElement) void copy(button);
  });
}

/**
 * Copy, and say so on the button; where the clipboard is closed to the page, select the text.
 * @param {HTMLButtonElement} button
 */
async function copy(button) {
  const source = document.getElementById(button.dataset.copy ?? "");
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent ?? "");
  } catch {
    getSelection()?.selectAllChildren(source);
    return;
  }
  const name = button.textContent;
  const done = button.dataset.done ?? "";
  if (name === done) return;
  button.textContent = done;
  button.setAttribute("role", "status");
  setTimeout(() => {
    button.textContent = name;
    button.removeAttribute("role");
  }, SHOWN);
}
