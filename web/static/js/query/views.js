import { html } from "../dom.js";
import { phrase } from "../setup.js";
import { chart, charted } from "./chart.js";
import { columnsWith, read } from "./rows.js";
import { strip } from "./strip.js";

/** @import {Rows} from "./rows.js" */

/**
 * @typedef {object} View
 * @property {string} name as `view=` says it
 * @property {string} label
 * @property {number[]} columns those that it can draw; none for the table
 * @property {(rows: Rows, column: number, width: number) => {picture: SVGElement, shown: number}} [draw]
 */

/** Let the rows be seen as a timeline where they have a date, as a chart where they have a number. */
export function views() {
  const region = document.getElementById("rows");
  const table = region?.querySelector("table");
  if (!region || !table) return;
  const rows = read(table);
  /** @type {View[]} */
  const held = [
    { name: "table", label: phrase("query_table"), columns: [] },
    { name: "timeline", label: phrase("query_timeline"), columns: columnsWith(rows, (cell) => cell.begin !== null), draw: strip },
    { name: "chart", label: phrase("query_chart"), columns: charted(rows), draw: chart },
  ];
  const offered = held.filter((view) => !view.draw || view.columns.length);
  if (offered.length > 1) new Views(region, rows, offered);
}

class Views {
  /**
   * @param {HTMLElement} region
   * @param {Rows} rows
   * @param {View[]} offered the table first
   */
  constructor(region, rows, offered) {
    this.region = region;
    this.rows = rows;
    this.buttons = offered.map((view) => {
      const button = html("button", { type: "button", class: "button", "aria-pressed": "false" }, view.label);
      button.addEventListener("click", () => this.#show(view, true));
      return button;
    });
    this.offered = offered;
    this.column = /** @type {HTMLSelectElement} */ (html("select"));
    this.label = html("label", {}, phrase("query_axis"), this.column);
    this.column.addEventListener("change", () => this.#draw());
    this.status = html("p", { class: "quiet", role: "status" });
    this.picture = html("div", { class: "picture", dir: "ltr", tabindex: "0", role: "region" });
    const bar = html("div", { class: "views", role: "group", "aria-label": phrase("query_views") }, ...this.buttons, this.label);
    region.before(bar);
    region.after(this.picture, this.status);
    new ResizeObserver(() => this.#draw()).observe(region.parentElement ?? region);
    const wanted = new URLSearchParams(location.search).get("view");
    this.#show(offered.find((view) => view.name === wanted) ?? offered[0], false);
  }

  /**
   * @param {View} view
   * @param {boolean} remember in the address, so that a link shows the same
   */
  #show(view, remember) {
    this.view = view;
    this.buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(this.offered[at] === view)));
    this.column.replaceChildren(...view.columns.map((at) => html("option", { value: at }, this.rows.names[at])));
    this.label.hidden = view.columns.length < 2;
    this.region.hidden = Boolean(view.draw);
    this.picture.hidden = this.status.hidden = !view.draw;
    this.picture.setAttribute("aria-label", view.label);
    this.drawn = "";
    this.#draw();
    if (!remember) return;
    const address = new URL(location.href);
    address.searchParams.delete("view");
    if (view.draw) address.searchParams.set("view", view.name);
    history.replaceState(null, "", address);
  }

  #draw() {
    const width = this.picture.clientWidth;
    if (!this.view?.draw || !width) return;
    const key = `${width} ${this.column.value}`;
    if (this.drawn === key) return;
    this.drawn = key;
    const { picture, shown } = this.view.draw(this.rows, Number(this.column.value), width);
    this.picture.replaceChildren(picture);
    this.status.textContent = phrase("query_drawn", { shown, total: this.rows.rows.length });
  }
}
