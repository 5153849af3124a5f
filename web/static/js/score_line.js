/** @import {Model} from "./model.js" */
/** @import {Scale} from "./scale.js" */
import { html, set, svg } from "./dom.js";
import { within } from "./filter.js";
import { decayedMean } from "./mean.js";
import { phrase, setup, signed } from "./setup.js";

const HEIGHT = 112;
const MIDDLE = 56;
const UNIT = 4.2;
const HALF_LIVES = [1, 3, 5, 10];

/** The mean score of one lane over time, older events fading, beside that of all partners. */
export class ScoreLine {
  /**
   * @param {HTMLElement} box
   * @param {Model} model
   * @param {() => void} changed
   */
  constructor(box, model, changed) {
    this.model = model;
    /** @type {string | null} id of the lane that is drawn; null for the heaviest */
    this.lane = null;
    this.halfLife = 3;
    this.lanes = /** @type {HTMLSelectElement} */ (html("select", { "aria-label": phrase("partner") }));
    for (const { id, name } of model.data.lanes) this.lanes.append(html("option", { value: id }, name));
    const lives = /** @type {HTMLSelectElement} */ (html("select", {}));
    for (const years of HALF_LIVES) {
      const text = years === 1 ? phrase("year") : phrase("years", { count: years });
      lives.append(html("option", { value: years }, text));
    }
    lives.value = String(this.halfLife);
    lives.addEventListener("change", () => {
      this.halfLife = Number(lives.value);
      changed();
    });
    this.lanes.addEventListener("change", () => {
      this.lane = this.lanes.value;
      changed();
    });
    this.counts = html("p", { class: "quiet" });
    const life = html("label", { class: "half-life quiet" }, `${phrase("half_life")} `, lives);
    this.words = html("div", { class: "score-words" }, this.lanes, html("p", { class: "quiet" }, phrase("score_line")), life, this.counts);
    this.moving = svg("g");
    this.clip = svg("rect", { y: 0, height: HEIGHT });
    this.fixed = svg("g");
    const half = (/** @type {string} */ id, /** @type {number} */ y) =>
      svg("clipPath", { id }, svg("rect", { x: -9999, y, width: 29999, height: HEIGHT / 2 }));
    this.svg = svg(
      "svg",
      { role: "img", height: HEIGHT },
      svg("defs", {}, svg("clipPath", { id: "score-plot" }, this.clip), half("above", 0), half("below", MIDDLE)),
      this.fixed,
      svg("g", { "clip-path": "url(#score-plot)" }, this.moving),
    );
    box.replaceChildren(this.words, this.svg);
  }

  /**
   * @param {Scale} scale
   * @param {number} width
   * @param {number} margin
   */
  layout(scale, width, margin) {
    const { model } = this;
    const lane = model.data.lanes.find(({ id }) => id === this.lane) ?? model.data.lanes[0];
    if (!lane) return;
    this.lane = lane.id;
    this.lanes.value = lane.id;
    const events = model.passing.filter((event) => event.lanes.includes(lane.id));
    const inView = events.filter((event) => within(event, model.window));
    this.counts.textContent = phrase("score_counts", {
      up: inView.filter((event) => event.score > 0).length,
      down: inView.filter((event) => event.score < 0).length,
    });
    set(this.svg, { width, "aria-label": phrase("score_label", { lane: lane.name }) });
    set(this.clip, { x: scale.left, width: scale.width });
    this.#drawFixed(scale);
    const own = this.#path(decayedMean(events, model.data.domain, this.halfLife), scale, margin);
    const all = this.#path(decayedMean(model.passing, model.data.domain, this.halfLife), scale, margin);
    const parts = [svg("path", { class: "all", d: all.line })];
    for (const [clip, sign] of [["above", "up"], ["below", "down"]]) {
      const area = svg("path", { class: "area", d: own.area });
      const line = svg("path", { class: "mean", d: own.line });
      parts.push(svg("g", { class: sign, "clip-path": `url(#${clip})` }, area, line));
    }
    this.moving.replaceChildren(...parts);
    set(this.moving, { transform: "translate(0 0)" });
    this.base = scale;
  }

  /** @param {Scale} scale */
  move(scale) {
    if (!this.base) return;
    const stretch = scale.unit / this.base.unit;
    const shift = scale.x(this.base.window.a) - stretch * this.base.x(this.base.window.a);
    set(this.moving, { transform: `translate(${shift.toFixed(1)} 0) scale(${stretch.toFixed(4)} 1)` });
  }

  /** @param {Scale} scale */
  #drawFixed(scale) {
    const at = (/** @type {number} */ score) => MIDDLE - score * UNIT;
    const x = scale.rtl ? scale.right + 8 : scale.left - 8;
    const anchor = scale.rtl ? "start" : "end";
    const line = (/** @type {number} */ score) => `M${scale.left} ${at(score)}h${scale.width}`;
    const names = [10, 0, -10].map((score) =>
      svg("text", { x, y: at(score) + 4, class: "quiet", "text-anchor": setup.rtl ? "end" : anchor }, signed(score)),
    );
    this.fixed.replaceChildren(
      svg("path", { class: "guide", d: line(10) + line(-10) }),
      svg("path", { class: "line", d: line(0) }),
      ...names,
    );
  }

  /**
   * @param {{day: number, mean: number}[]} series
   * @param {Scale} scale
   * @param {number} margin
   */
  #path(series, scale, margin) {
    const step = Math.max(1, Math.floor(3 / (scale.unit * 30.4)));
    const points = series.filter(({ day, mean }, index) => {
      const x = scale.x(day);
      return index % step === 0 && !Number.isNaN(mean) && x > scale.left - margin && x < scale.right + margin;
    });
    if (!points.length) return { line: "", area: "" };
    const at = (/** @type {{day: number, mean: number}} */ { day, mean }) =>
      `${scale.x(day).toFixed(1)} ${(MIDDLE - mean * UNIT).toFixed(1)}`;
    const line = `M${points.map(at).join("L")}`;
    const x = (/** @type {number} */ index) => scale.x(points[index].day).toFixed(1);
    return { line, area: `${line}L${x(points.length - 1)} ${MIDDLE}L${x(0)} ${MIDDLE}Z` };
  }
}
