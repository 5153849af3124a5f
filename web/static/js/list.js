/** @import {Model} from "./model.js" */
import { byId, isPlain } from "./dom.js";
import { setup } from "./setup.js";
import { write } from "./state.js";

/** Events on a page of the list, as the server cuts it (`web.paging`). */
const SIZE = 100;

/** The list of events below the timeline: the server's HTML for the state, a page at a time. */
export class List {
  /**
   * @param {Model} model
   * @param {() => boolean} isPhone where the list is not cut to the window
   */
  constructor(model, isPhone) {
    this.model = model;
    this.isPhone = isPhone;
    this.box = byId("list");
    this.page = Number(this.box.querySelector(".pager")?.getAttribute("data-page") ?? 1);
    /** The query of the filter and window that are shown, and with the page. */
    this.filter = this.#query();
    this.shown = `${this.filter}&page=${this.page}`;
    /** @type {AbortController | null} */
    this.request = null;
    if (isPhone() && (model.state.from || model.state.to)) this.shown = "";
    this.box.addEventListener("click", (click) => {
      const link = /** @type {Element} */ (click.target).closest(".pager a");
      if (!(link instanceof HTMLAnchorElement) || !isPlain(click)) return;
      click.preventDefault();
      void this.turn(Number(new URL(link.href).searchParams.get("page") ?? 1));
    });
  }

  /** Fetch the list where the filter, the window or the page changed, and mark the selected event. */
  async show() {
    const filter = this.#query();
    this.page = asked() ?? (filter === this.filter ? this.page : 1);
    this.filter = filter;
    const query = `${filter}&page=${this.page}`;
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
    this.#remember();
    this.mark();
  }

  /**
   * Turn to a page of the list, and to its begin.
   * @param {number} page
   */
  async turn(page) {
    this.page = page;
    this.#remember();
    await this.show();
    byId("events").scrollIntoView();
  }

  /**
   * Turn to the page on which the first event stands of which that holds, if another page is shown.
   * @param {(event: import("./types.js").TimelineEvent) => boolean} isMeant
   */
  async reach(isMeant) {
    const row = setup.long ? -1 : this.model.passing.findIndex(isMeant);
    const page = Math.floor(row / SIZE) + 1;
    if (row >= 0 && page !== this.page) await this.turn(page);
  }

  /** Mark the selected event. */
  mark() {
    for (const row of this.box.querySelectorAll(".entry[aria-current]")) row.removeAttribute("aria-current");
    const id = this.model.state.event;
    const row = id ? this.box.querySelector(`.entry[data-id="${CSS.escape(id)}"]`) : null;
    row?.setAttribute("aria-current", "true");
  }

  /** Keep the page in the address, which others write without it. */
  #remember() {
    const address = new URL(location.href);
    if (this.page > 1) address.searchParams.set("page", String(this.page));
    else address.searchParams.delete("page");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
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

/** The page of the list that the address asks for, if any. */
function asked() {
  return Number(new URLSearchParams(location.search).get("page")) || null;
}
