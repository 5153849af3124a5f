/** @import {Model} from "./model.js" */
/** @import {Series} from "./mean.js" */
/** @import {Named, Span} from "./types.js" */
import { Changes } from "./changes.js";
import { html } from "./dom.js";
import { inShort, meanAt } from "./mean.js";
import { phrase } from "./setup.js";

const ALL = "*";
const HALF_LIVES = [1, 2, 3, 5, 10, 20];

/** What stands above the score line: whose it is, beside whose, how it fades, what it rests on. */
export class ScoreControls {
  /**
   * @param {Model} model
   * @param {() => void} changed
   * @param {(lane: string) => Series} seriesOf
   */
  constructor(model, changed, seriesOf) {
    this.model = model;
    /** @type {string | null} id of the lane that is drawn; null for the first that is shown */
    this.lane = null;
    /** Id of the lane beside which it is drawn, or all. */
    this.beside = ALL;
    this.halfLife = 3;
    this.lanes = select([]);
    this.others = select([]);
    const lives = select(HALF_LIVES.map((count) => [String(count), phrase("years", { count })]));
    lives.value = String(this.halfLife);
    lives.addEventListener("change", () => {
      this.halfLife = Number(lives.value);
      changed();
    });
    this.lanes.addEventListener("change", () => {
      this.lane = this.lanes.value;
      changed();
    });
    this.others.addEventListener("change", () => {
      this.beside = this.others.value;
      changed();
    });
    this.counts = html("p", { class: "quiet score-counts" });
    this.read = html("output", { class: "quiet score-read" });
    this.changes = new Changes(model, seriesOf, (lane) => {
      this.lane = lane;
      changed();
    });
    const summary = html("summary", { class: "button" }, phrase("score_how"));
    const how = html("details", { class: "pick rise" }, summary, html("p", { class: "explain" }, phrase("score_explained")));
    this.box = html(
      "div",
      { class: "score-words" },
      html("label", { class: "whose" }, html("span", { class: "quiet" }, `${phrase("score_line")} `), this.lanes),
      html("label", { class: "quiet" }, `${phrase("score_beside")} `, this.others),
      html("label", { class: "quiet half-life" }, `${phrase("half_life")} `, lives),
      how,
      this.changes.box,
      this.counts,
      this.read,
    );
  }

  /**
   * Offer the lanes that the filter shows.
   * @returns {{lane: Named | undefined, other: Named | undefined}} those that are drawn
   */
  show() {
    const { model } = this;
    const lanes = model.data.lanes.filter(({ id }) => model.isLaneShown(id));
    const lane = lanes.find(({ id }) => id === this.lane) ?? lanes[0];
    const beside = this.beside;
    fill(this.lanes, lanes.map(({ id, name }) => [id, name]));
    /** @type {[string, string][]} */
    const rest = model.data.lanes.filter(({ id }) => id !== lane?.id).map(({ id, name }) => [id, name]);
    fill(this.others, [[ALL, phrase("all_partners")], ...rest]);
    if (lane) this.lanes.value = lane.id;
    this.others.value = rest.some(([id]) => id === beside) ? beside : ALL;
    this.shown = lane;
    return { lane, other: model.data.lanes.find(({ id }) => id === this.others.value) };
  }

  /**
   * Say what the line comes to in the window, and how many events it rests on.
   * @param {Series} series
   * @param {Span} window
   */
  say(series, window) {
    const { model, shown } = this;
    if (!shown) return;
    const begin = meanAt(series, window.a);
    const [from, to] = [begin, meanAt(series, window.b)].map(inShort);
    const { up, down } = model.data.tally(shown.id, window);
    this.counts.textContent = phrase(Number.isNaN(begin) ? "score_counts_end" : "score_counts", { from, to, up, down });
    this.changes.show();
  }

  /** @param {string | null} text the mean under the pointer */
  readout(text) {
    this.read.textContent = text ?? "";
  }
}

/** @param {[string, string][]} options */
function select(options) {
  const field = /** @type {HTMLSelectElement} */ (html("select"));
  fill(field, options);
  return field;
}

/**
 * @param {HTMLSelectElement} field
 * @param {[string, string][]} options
 */
function fill(field, options) {
  const same = options.length === field.options.length && options.every(([value], index) => field.options[index].value === value);
  if (!same) field.replaceChildren(...options.map(([value, text]) => html("option", { value }, text)));
}
