import { byId } from "./dom.js";
import { phrase } from "./setup.js";

const SHOWN = 1600;

/** Let the buttons hand on the address of what is shown. */
export function share() {
  for (const button of document.querySelectorAll("button.share")) {
    button.addEventListener("click", () => void give(/** @type {HTMLElement} */ (button)));
  }
}

/**
 * To the device's own sheet where it has one, else to the clipboard; where the browser keeps both
 * from the page, as on a plain `http` address, the reader copies it from a box.
 * @param {HTMLElement} button
 */
async function give(button) {
  const url = location.href;
  if (matchMedia("(pointer: coarse)").matches && navigator.share) {
    try {
      await navigator.share({ title: document.title, url });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
    }
  }
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    prompt(phrase("copy_link"), url);
    return;
  }
  byId("said").textContent = phrase("copied");
  const name = button.textContent;
  if (name === phrase("copied")) return;
  button.textContent = phrase("copied");
  setTimeout(() => (button.textContent = name), SHOWN);
}
