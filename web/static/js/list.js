/** @import {Model} from "./model.js" */
import { byId } from "./dom.js";
import { setup } from "./setup.js";
import { write } from "./state.js";

/** The list of events below the timeline: the server's HTML for the state. */
export class List {
  /**
   * @param {Model} model
   * @param {() => boolean} isPhone where the list is not cut to the window
   */
  constructor(model, isPhone) {
    this.model = model;
    this.isPhone = isPhone;
    this.box = byId("list");
    this.shown = this.#query();
    /** @type {AbortController | null} */
    this.request = null;
    if (isPhone() && (model.state.from || model.state.to)) this.shown = "";
  }

  /** Fetch the list where the filter or the window changed, and mark the selected event. */
  async show() {
    const query = this.#query();
    if (query !== this.shown) {
      this.request?.abort();
      const request = (this.request = new AbortController());
      try {
        const response = await fetch(`${setup.here}?${query}`, { signal: request.signal });
        if (!response.ok) return;
        this.box.innerHTML = await response.text();
        this.shown = query;
      } catch {
        return;
      }
    }
    this.mark();
  }

  /** Mark the selected event. */
  mark() {
    for (const row of this.box.querySelectorAll(".entry[aria-current]")) row.removeAttribute("aria-current");
    const id = this.model.state.event;
    const row = id ? this.box.querySelector(`.entry[data-id="${CSS.escape(id)}"]`) : null;
    row?.setAttribute("aria-current", "true");
  }

  #query() {
    const query = new URLSearchParams(write(this.model.state, ["event", "lang"]));
    query.set("lang", setup.lang);
    if (this.isPhone()) {
      query.delete("from");
      query.delete("to");
    }
    query.set("part", "list");
    return query.toString();
  }
}
