import { html } from "../dom.js";
import { ids } from "./completion.js";

const TYPING = 120;

/** Offer ids with their names below the fields that take one, as `data-prefix` says. */
export function suggest() {
  for (const input of document.querySelectorAll("input[data-prefix]")) {
    offer(/** @type {HTMLInputElement} */ (input));
  }
}

/** @param {HTMLInputElement} input */
function offer(input) {
  const list = html("datalist", { id: `${input.id}-ids` });
  /** @type {number | undefined} */
  let typing;
  const fill = async () => {
    const text = input.value === input.defaultValue ? "" : input.value.replace(/^\w+:/, "");
    const found = await ids(input.dataset.prefix ?? "", text);
    list.replaceChildren(...found.map(([id, name]) => html("option", { value: id }, name)));
  };
  input.addEventListener("focus", () => {
    if (!list.isConnected) {
      input.after(list);
      input.setAttribute("list", list.id);
    }
    void fill();
  });
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => void fill(), TYPING);
  });
}
