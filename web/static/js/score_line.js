/** @import {Model} from "./model.js" */
/** @import {Series} from "./mean.js" */
/** @import {Bins} from "./bins.js" */
/** @import {Scale} from "./scale.js" */
import { outline } from "./bins.js";
import { set, svg } from "./dom.js";
import { decayedMean, inShort, meanAt, turns } from "./mean.js";
import { rowHeight, textScale } from "./measure.js";
import { ScoreControls } from "./score_controls.js";
import { phrase, signed } from "./setup.js";
import { inMonths, yearOf } from "./time.js";

const MIDDLE = 44;
const UNIT = 3.6;
const TALLY = 11;
const TURN = 54;
const MONTH = 365.25 / 12;
/** Months that a bar of counts may stand for. */
const STEPS = [1, 3, 6, 12, 24];

/** The mean score of one lane over time, older events fading, beside another's or that of all. */
export class ScoreLine {
  /**
   * @param {HTMLElement} box
   * @param {Model} model
   * @param {() => void} changed
   */
  constructor(box, model, changed) {
    this.model = model;
    /** @type {(lane: string) => Series} */
    const seriesOf = (lane) => decayedMean(model.data.monthly(lane), this.controls.halfLife);
    /** @type {ScoreControls} */
    this.controls = new ScoreControls(model, changed, seriesOf);
    this.moving = svg("g");
    this.turned = svg("g");
    this.edge = 0;
    this.clip = svg("rect", { y: 0 });
    this.fixed = svg("g");
    this.cursor = svg("path", { class: "cursor" });
    const half = (/** @type {string} */ id, /** @type {number} */ y) =>
      svg("clipPath", { id }, svg("rect", { x: -9999, y, width: 29999, height: MIDDLE }));
    this.svg = svg(
      "svg",
      { role: "img" },
      svg("defs", {}, svg("clipPath", { id: "score-plot" }, this.clip), half("above", 0), half("below", MIDDLE)),
      this.fixed,
      svg("g", { "clip-path": "url(#score-plot)" }, this.moving, this.turned),
      this.cursor,
    );
    box.replaceChildren(this.controls.box, this.controls.counts, this.svg);
    this.svg.addEventListener("pointerenter", () => {
      this.edge = this.svg.getBoundingClientRect().left;
    });
    this.svg.addEventListener("pointermove", (event) => this.#read(event));
    this.svg.addEventListener("pointerleave", () => this.#read(null));
  }

  /**
   * @param {Scale} scale
   * @param {number} width
   * @param {number} margin
   */
  layout(scale, width, margin) {
    const { model, controls } = this;
    this.base = scale;
    this.width = width;
    const { lane, other } = controls.show();
    if (!lane) return;
    const months = model.data.monthly(lane.id);
    /** @type {Series} */
    this.own = decayedMean(months, controls.halfLife);
    const beside = decayedMean(model.data.monthly(other?.id ?? null), controls.halfLife);
    const height = 2 * MIDDLE + 2 * TALLY + 8;
    set(this.svg, { width, height, viewBox: `0 0 ${width} ${height}`, "aria-label": phrase("score_label", { lane: lane.name }) });
    set(this.clip, { x: scale.left, width: scale.width, height });
    this.#drawFixed(scale);
    const own = this.#path(this.own, scale, margin);
    const parts = [svg("path", { class: other ? "other" : "all", d: this.#path(beside, scale, margin).line })];
    for (const [clip, sign] of [["above", "up"], ["below", "down"]]) {
      const area = svg("path", { class: "area", d: own.area });
      const line = svg("path", { class: "mean", d: own.line });
      parts.push(svg("g", { class: sign, "clip-path": `url(#${clip})` }, area, line));
    }
    this.moving.replaceChildren(...parts, ...this.#tallies(months, scale, margin));
    this.turned.replaceChildren(...this.#turns(scale));
    for (const group of [this.moving, this.turned]) set(group, { transform: "translate(0 0)" });
    this.turned.classList.remove("none");
    this.#read(null);
    controls.say(this.own, model.window);
  }

  /**
   * Draw the line of that lane from the next layout on.
   * @param {string} lane
   */
  show(lane) {
    this.controls.lane = lane;
  }

  /** @param {Scale} scale */
  move(scale) {
    if (!this.base) return;
    const stretch = scale.unit / this.base.unit;
    const shift = scale.x(this.base.window.a) - stretch * this.base.x(this.base.window.a);
    set(this.moving, { transform: `translate(${shift.toFixed(1)} 0) scale(${stretch.toFixed(4)} 1)` });
    set(this.turned, { transform: `translate(${shift.toFixed(1)} 0)` });
    this.turned.classList.toggle("none", Math.abs(stretch - 1) > 1e-6);
  }

  /** @param {Scale} scale */
  #drawFixed(scale) {
    const at = (/** @type {number} */ score) => MIDDLE - score * UNIT;
    const x = scale.rtl ? scale.right + 8 : scale.left - 8;
    const line = (/** @type {number} */ score) => `M${scale.left} ${at(score)}h${scale.width}`;
    const names = [10, 0, -10].map((score) =>
      svg("text", { x, y: at(score) + 4, "text-anchor": "end" }, signed(score)),
    );
    const counts = svg("text", { x, y: 2 * MIDDLE + TALLY + 8, "text-anchor": "end" }, phrase("events_by_time"));
    this.fixed.replaceChildren(
      svg("path", { class: "guide", d: line(10) + line(-10) }),
      svg("path", { class: "line", d: line(0) }),
      ...names,
      counts,
    );
  }

  /**
   * Under the line how many events it rests on: mirrored counts of each step in time.
   * @param {Bins} months
   * @param {Scale} scale
   * @param {number} margin
   */
  #tallies(months, scale, margin) {
    const step = STEPS.find((count) => count * MONTH * scale.unit >= 7) ?? 60;
    const shape = { reach: TALLY, from: scale.left - margin, to: scale.right + margin };
    const { up, down } = outline(months.joined(step), scale, shape);
    const transform = `translate(0 ${2 * MIDDLE + TALLY + 4})`;
    return [svg("path", { class: "bin up", d: up, transform }), svg("path", { class: "bin down", d: down, transform })];
  }

  /**
   * The years in which the mean changed its sign for good, named where there is room.
   * @param {Scale} scale
   */
  #turns(scale) {
    let last = -Infinity;
    return turns(this.own ?? []).flatMap(({ day, up }) => {
      const x = scale.x(day);
      if (Math.abs(x - last) < TURN * textScale() || x < scale.left || x > scale.right - 20) return [];
      last = x;
      const y = up ? rowHeight() - 3 : 2 * MIDDLE - 3;
      const text = svg("text", { x: x.toFixed(1), y, class: "turn" }, `${up ? "▲" : "▼"} ${yearOf(day)}`);
      return [svg("path", { class: "turn-line", d: `M${x.toFixed(1)} ${MIDDLE}V${up ? y + 3 : y - rowHeight() + 3}` }), text];
    });
  }

  /**
   * @param {Series} series
   * @param {Scale} scale
   * @param {number} margin
   */
  #path(series, scale, margin) {
    const step = Math.max(1, Math.floor(3 / (scale.unit * 30.4)));
    const days = [scale.day(scale.left - margin), scale.day(scale.right + margin)];
    const [first, last] = [Math.min(...days), Math.max(...days)];
    // The months on either side too: a short window may hold no begin of a month.
    const from = series.findLastIndex(({ day }) => day < first);
    const to = series.findIndex(({ day }) => day > last);
    const points = series
      .slice(Math.max(0, from), to < 0 ? undefined : to + 1)
      .filter(({ mean }, index, { length }) => !Number.isNaN(mean) && (index % step === 0 || index === length - 1));
    if (!points.length) return { line: "", area: "" };
    const at = (/** @type {{day: number, mean: number}} */ { day, mean }) =>
      `${scale.x(day).toFixed(1)} ${(MIDDLE - mean * UNIT).toFixed(1)}`;
    const line = `M${points.map(at).join("L")}`;
    const x = (/** @type {number} */ index) => scale.x(points[index].day).toFixed(1);
    return { line, area: `${line}L${x(points.length - 1)} ${MIDDLE}L${x(0)} ${MIDDLE}Z` };
  }

  /**
   * Say the mean under the pointer.
   * @param {PointerEvent | null} event
   */
  #read(event) {
    if (!event || !this.base || !this.own) {
      set(this.cursor, { d: "" });
      this.controls.readout(null);
      return;
    }
    const x = event.clientX - this.edge;
    if (x < this.base.left || x > this.base.right) return;
    const day = this.base.day(x);
    set(this.cursor, { d: `M${x} 0V${2 * MIDDLE}` });
    const mean = meanAt(this.own, day);
    this.controls.readout(`${inMonths(day)}: ${inShort(mean)}`);
  }
}
