/** @import {Model} from "./model.js" */
/** @import {State} from "./types.js" */
import { byId } from "./dom.js";
import { phrase, setup } from "./setup.js";
import { spanOf } from "./time.js";
import { share } from "./share.js";
import { parse, write } from "./state.js";

const TYPING = 250;

/**
 * Let the bar of filters change the state, and show the state in it.
 * @param {Model} model
 * @param {{change: (state: State) => void, zoom: (factor: number) => void, allYears: () => void,
 *   allArrows: (all: boolean) => void}} acts
 */
export function toolbar(model, { change, zoom, allYears, allArrows }) {
  const form = /** @type {HTMLFormElement} */ (byId("filters"));
  const search = /** @type {HTMLInputElement} */ (byId("q"));
  const bounds = ["from", "to"].map((id) => /** @type {HTMLInputElement} */ (byId(id)));
  /** @type {number | undefined} */
  let typing;

  form.addEventListener("change", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const asked = fromForm();
    const bound = field.name === "from" || field.name === "to";
    if (bound && field.value && !isPlain()) form.requestSubmit();
    else change(asked);
  });
  form.addEventListener("submit", (event) => {
    if (!isPlain()) return;
    event.preventDefault();
    change(fromForm());
  });
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ ...model.state, q: search.value.trim() }), TYPING);
  });
  byId("zoom-in").addEventListener("click", () => zoom(0.6));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 0.6));
  byId("all-years").addEventListener("click", allYears);
  byId("all-arrows").addEventListener("click", () => {
    const now = byId("all-arrows").getAttribute("aria-pressed") !== "true";
    byId("all-arrows").setAttribute("aria-pressed", String(now));
    allArrows(now);
  });
  byId("clear").addEventListener("click", (event) => {
    event.preventDefault();
    change({ ...parse(""), lang: model.state.lang, theme: model.state.theme });
  });
  byId("theme").addEventListener("click", (event) => {
    event.preventDefault();
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const shown = document.documentElement.dataset.theme || (dark ? "dark" : "light");
    change({ ...model.state, theme: shown === "dark" ? "light" : "dark" });
  });
  share();
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.pick[open]")) {
      if (!open.contains(/** @type {Node} */ (event.target))) open.removeAttribute("open");
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = /** @type {Element} */ (event.target).closest("details.pick[open]");
    if (event.key !== "Escape" || !open) return;
    open.removeAttribute("open");
    open.querySelector("summary")?.focus();
  });

  return { show };

  /** Whether the script can read the period; other dates, and reversed ones, the server reads. */
  function isPlain() {
    const [from, to] = bounds.map(({ value }) => (value ? spanOf(value) : undefined));
    return from !== null && to !== null && !(from && to && from.a >= to.b);
  }

  /** @returns {State} */
  function fromForm() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) query.append(name, String(value));
    const { lang, theme, event, q } = model.state;
    return { ...parse(query.toString()), lang, theme, event, q };
  }

  /** Show the state in the controls. */
  function show() {
    const { state } = model;
    for (const field of form.elements) {
      const input = /** @type {HTMLInputElement} */ (field);
      const value = /** @type {any} */ (state)[input.name];
      if (input.type === "checkbox") {
        input.checked = Array.isArray(value) ? value.includes(input.value) : Boolean(value);
      } else if (input.name && input.type !== "hidden" && input !== document.activeElement) {
        input.value = Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
      }
    }
    if (search !== document.activeElement) search.value = state.q;
    byId("partner-count").textContent = String(state.partner.length || phrase("partners_all"));
    const more = [state.kind.length, state.place.length, state.source.length, state.min, state.max, state.disputed];
    byId("more-count").textContent = String(more.filter(Boolean).length || "");
    byId("count").textContent = phrase("count", { shown: model.shown, total: model.data.total });
    byId("clear").hidden = !write(state, ["event", "lang", "theme"]);
    for (const link of document.querySelectorAll("a.language")) {
      const lang = link.getAttribute("hreflang") ?? "";
      link.setAttribute("href", setup.here + write({ ...state, lang }));
    }
    if (state.theme) document.documentElement.dataset.theme = state.theme;
    else delete document.documentElement.dataset.theme;
  }
}
