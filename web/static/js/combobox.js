import { html } from "./dom.js";

const TYPING = 120;
const ID = "suggestions";

/**
 * @typedef {{what: string, parts: [string, boolean][], lang: string, dir: string, detail: string,
 *   href: string, event: string | null}} Option
 */

/**
 * Suggestions below the search box while one types: the combobox with a list popup of the ARIA
 * Authoring Practices. Enter goes to the chosen one, or else to the page of all results.
 */
export class Combobox {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    this.list = html("ul", { id: ID, class: "suggestions", role: "listbox", "aria-label": form.dataset.name ?? "" });
    this.list.hidden = true;
    this.status = html("p", { class: "hidden", role: "status" });
    /** @type {Option[]} */
    this.options = [];
    this.active = -1;
    /** @type {AbortController | null} */
    this.request = null;
    /** @type {number | undefined} */
    this.typing = undefined;
    form.append(this.list, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": ID,
      "aria-expanded": "false",
      "aria-haspopup": "listbox",
    })) {
      this.input.setAttribute(name, value);
    }
    this.#listen();
  }

  #listen() {
    const { input, list, form } = this;
    input.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => void this.#ask(), TYPING);
    });
    input.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const row = /** @type {Element} */ (event.target).closest("[role=option]");
      if (row) this.#choose([...list.children].indexOf(row));
    });
    form.addEventListener("focusout", (event) => {
      if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#close();
    });
  }

  /** Ask the server what the text finds; an answer that comes too late is passed over. */
  async #ask() {
    this.request?.abort();
    const q = this.input.value.trim();
    if (!q) return this.#close();
    const request = (this.request = new AbortController());
    const address = `${this.form.dataset.suggest}&q=${encodeURIComponent(q)}`;
    try {
      const response = await fetch(address, { signal: request.signal });
      if (response.ok) this.#show((await response.json()).options);
    } catch {
      if (!request.signal.aborted) this.#close();
    }
  }

  /** @param {Option[]} options */
  #show(options) {
    if (document.activeElement !== this.input) return;
    this.options = options;
    this.active = -1;
    this.list.replaceChildren(...options.map(row));
    this.#expand(options.length > 0);
    this.status.textContent = (this.form.dataset.found ?? "").replace("%d", String(options.length));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key } = event;
    const last = this.options.length - 1;
    if (key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === "Enter" && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.#choose(this.active);
    } else if ((key === "ArrowDown" || key === "ArrowUp") && last >= 0) {
      event.preventDefault();
      const step = key === "ArrowDown" ? 1 : -1;
      const count = this.options.length + 1;
      this.#expand(true);
      this.#activate(((this.active + 1 + step + count) % count) - 1);
    }
  }

  /**
   * Mark the option of that number, none for -1; the focus stays in the box.
   * @param {number} number
   */
  #activate(number) {
    this.active = number;
    [...this.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === number)));
    const item = this.list.children[number];
    if (item) {
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  /**
   * Go where the option leads, by a link, so that the timeline opens its own events in place.
   * @param {number} number
   */
  #choose(number) {
    const { href, event } = this.options[number];
    this.#close();
    if (event) {
      // What was typed has done its work: kept, it would hide all other events around the chosen one.
      this.input.value = "";
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const link = html("a", { href, hidden: "" });
    if (event) link.setAttribute("data-event", event);
    this.form.append(link);
    link.click();
    link.remove();
  }

  #close() {
    clearTimeout(this.typing);
    this.request?.abort();
    this.#activate(-1);
    this.#expand(false);
  }

  /** @param {boolean} open */
  #expand(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }
}

/**
 * @param {Option} option
 * @param {number} number
 */
function row(option, number) {
  const name = html("span", { class: "name", lang: option.lang, dir: option.dir });
  name.append(...option.parts.map(([text, marked]) => (marked ? html("mark", {}, text) : text)));
  const item = html("li", { id: `${ID}-${number}`, role: "option", "aria-selected": "false" }, name);
  if (option.detail) item.append(" ", html("span", { class: "quiet" }, option.detail));
  return item;
}
