/** @import {Model} from "./model.js" */
/** @import {Series} from "./mean.js" */
import { html } from "./dom.js";
import { inShort, meanAt } from "./mean.js";
import { countOf } from "./model.js";
import { phrase, signed, tone } from "./setup.js";
import { inMonths } from "./time.js";

/** With fewer events in the window a change says little. */
const FEWEST = 10;

/** Which partners' mean scores changed most between the two ends of the window. */
export class Changes {
  /**
   * @param {Model} model
   * @param {(lane: string) => Series} seriesOf
   * @param {(lane: string) => void} choose draw the score line of that lane
   */
  constructor(model, seriesOf, choose) {
    this.model = model;
    this.seriesOf = seriesOf;
    this.choose = choose;
    this.about = html("p", { class: "quiet" });
    this.rows = html("tbody");
    const heads = ["partner", "change_from", "change_to", "change", "events"].map((key) =>
      html("th", { scope: "col" }, phrase(key)),
    );
    this.box = html(
      "details",
      { class: "pick rise changes" },
      html("summary", { class: "button" }, phrase("changes")),
      html("div", {}, this.about, html("table", {}, html("thead", {}, html("tr", {}, ...heads)), this.rows)),
    );
    this.box.addEventListener("toggle", () => this.show());
  }

  /** Reckon anew, while the table is open. */
  show() {
    if (!this.box.hasAttribute("open")) return;
    const { a, b } = this.model.window;
    this.about.textContent = phrase("changes_about", {
      from: inMonths(a),
      to: inMonths(b - 1),
      count: FEWEST,
    });
    const found = this.model.data.lanes
      .filter(({ id }) => this.model.isLaneShown(id))
      .map((lane) => {
        const count = countOf(this.model.data.tally(lane.id, this.model.window));
        const series = this.seriesOf(lane.id);
        const [from, to] = [meanAt(series, a), meanAt(series, b)];
        return { lane, count, from, to, change: to - from };
      })
      .filter(({ count, change }) => count >= FEWEST && !Number.isNaN(change))
      .sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
    this.rows.replaceChildren(
      ...found.map(({ lane, count, from, to, change }) => {
        const button = html("button", { type: "button" }, lane.short);
        button.addEventListener("click", () => {
          this.box.removeAttribute("open");
          this.choose(lane.id);
        });
        const rounded = Number(change.toFixed(1));
        return html(
          "tr",
          {},
          html("th", { scope: "row" }, button),
          html("td", {}, inShort(from)),
          html("td", {}, inShort(to)),
          html("td", { class: `score ${tone(rounded)}` }, signed(rounded)),
          html("td", {}, String(count)),
        );
      }),
    );
  }
}
