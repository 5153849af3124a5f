import { byId } from "./dom.js";

const STORED = "tieline.keys";

/**
 * The dialog that names the keys, and the keys that work anywhere on the page. Those can be
 * switched off there, for speech input types letters too (WCAG 2.2, 2.1.4).
 * @param {Record<string, () => void>} acts what each of those keys does, besides `?`
 */
export function keys(acts) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys"));
  const anywhere = /** @type {HTMLInputElement} */ (byId("keys-anywhere"));
  anywhere.checked = read() !== "off";
  anywhere.addEventListener("change", () => write(anywhere.checked ? "on" : "off"));
  byId("show-keys").addEventListener("click", () => dialog.showModal());

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    const inLanes = target.closest("#lanes");
    if (!anywhere.checked && !inLanes) return;
    const act = event.key === "?" ? () => dialog.showModal() : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** What was stored, where the browser lets the page store anything. */
function read() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** @param {string} value */
function write(value) {
  try {
    localStorage.setItem(STORED, value);
  } catch {
    // Then it holds for this visit.
  }
}
