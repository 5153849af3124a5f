/** @import {Model} from "./model.js" */
import { byId } from "./dom.js";
import { phrase, setup } from "./setup.js";
import { write } from "./state.js";

/** What stands beside the timeline: the selected event, or the turning points; the server's HTML. */
export class Panel {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.box = byId("panel");
    /** @type {AbortController | null} */
    this.request = null;
    this.box.classList.toggle("idle", !model.state.event);
  }

  /**
   * Show what the state asks for.
   * @returns {Promise<boolean>} whether it could
   */
  async show() {
    this.request?.abort();
    const request = (this.request = new AbortController());
    const query = new URLSearchParams(write(this.model.state, ["lang"]));
    query.set("lang", setup.lang);
    if (this.model.state.event) {
      query.delete("from");
      query.delete("to");
    }
    query.set("part", "panel");
    try {
      const response = await fetch(`${setup.here}?${query}`, { signal: request.signal });
      if (!response.ok) throw new Error(String(response.status));
      this.box.innerHTML = await response.text();
    } catch (error) {
      if (request.signal.aborted) return false;
      this.box.textContent = phrase("unreachable");
    }
    this.box.classList.toggle("idle", !this.model.state.event);
    this.box.scrollTop = 0;
    return true;
  }
}
