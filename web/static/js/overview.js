/** @import {Model} from "./model.js" */
import { outline } from "./bins.js";
import { html, set, svg } from "./dom.js";
import { phrase, setup } from "./setup.js";
import { Scale } from "./scale.js";
import { dayOf, inWords, yearOf } from "./time.js";

const TOP = 4;
const HALF = 19;
const BARS = 2 * HALF + 2;
const HEIGHT = BARS + TOP + 22;
const FUNNEL = 14;
const YEAR = 365.25;
const EDGE = 14;
const GRIPS = 22;

/** All years at a glance: mirrored bars, and a brush with two grips that sets the window. */
export class Overview {
  /**
   * @param {HTMLElement} box
   * @param {Model} model
   */
  constructor(box, model) {
    this.model = model;
    this.up = svg("path", { class: "bar up" });
    this.down = svg("path", { class: "bar down" });
    this.before = svg("rect", { class: "veil", y: 0, height: TOP + BARS + 2 });
    this.after = svg("rect", { class: "veil", y: 0, height: TOP + BARS + 2 });
    this.frame = svg("rect", { class: "frame", y: TOP - 2, height: BARS + 4, rx: 2 });
    this.funnel = svg("path", { class: "funnel" });
    this.years = svg("g", { class: "axis small", "aria-hidden": "true" });
    this.grips = [this.#grip("window_begin"), this.#grip("window_end")];
    this.svg = svg(
      "svg",
      {},
      svg("title", {}, phrase("overview")),
      this.up,
      this.down,
      this.before,
      this.after,
      this.years,
      this.funnel,
      this.frame,
      ...this.grips,
    );
    this.names = html("p", { class: "overview-names", "aria-hidden": "true" });
    this.names.append(html("span", {}, phrase("cooperation")), html("span", {}, phrase("conflict")));
    box.replaceChildren(this.names, this.svg);
    this.scale = new Scale(model.data.domain, 0, 1, setup.rtl);
  }

  /**
   * Draw the bars for a new width or a new filter.
   * @param {number} width
   * @param {number} label width of the lanes' names, 0 where they are not shown
   */
  layout(width, label) {
    const left = setup.rtl || !label ? EDGE : label;
    const plot = width - EDGE - (label || EDGE);
    this.scale = new Scale(this.model.data.domain, left, plot, setup.rtl);
    const height = HEIGHT + (label ? FUNNEL : 0);
    set(this.svg, { width, height, viewBox: `0 0 ${width} ${height}` });
    this.names.hidden = !label;
    this.#drawBars();
    this.#drawYears();
    this.follow();
  }

  /** Put the brush where the window is. */
  follow() {
    const { scale, model } = this;
    const { a, b } = model.window;
    // Whole pixels, so that in a short window most frames change nothing here.
    const ends = [Math.round(scale.x(a)), Math.round(scale.x(b))];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    set(this.before, { x: 0, width: Math.max(0, low) });
    set(this.after, { x: high, width: Math.max(0, scale.right + 10 - high) });
    set(this.frame, { x: low, width: Math.max(2, high - low) });
    const y = TOP + BARS + 2;
    const { left, right } = scale;
    const whole = b - a > (model.data.domain.b - model.data.domain.a) * 0.995;
    const d = whole || this.names.hidden ? "" : `M${low} ${y}H${high}L${right} ${HEIGHT + FUNNEL}H${left}z`;
    set(this.funnel, { d });
    // The axis beneath has the same years then.
    this.years.classList.toggle("none", whole && !this.names.hidden);
    // Grips of a short window stand beside it, so that each can be taken.
    const apart = Math.max(0, (GRIPS - (high - low)) / 2);
    ends.forEach((end, index) => {
      const x = end + (end === low ? -apart : apart);
      set(this.grips[index], { transform: `translate(${x} ${TOP + BARS / 2})` });
    });
  }

  /** Tell those who do not see it where the brush is, at rest. */
  tell() {
    const { scale } = this;
    const { a, b } = this.model.window;
    [a, b].forEach((day, index) => {
      set(this.grips[index], {
        "aria-valuemin": yearOf(scale.window.a),
        "aria-valuemax": yearOf(scale.window.b),
        "aria-valuenow": yearOf(day - index),
        "aria-valuetext": inWords(day - index),
      });
    });
  }

  /** @param {string} name */
  #grip(name) {
    return svg(
      "g",
      { class: "grip", role: "slider", tabindex: 0, "aria-label": phrase(name) },
      svg("rect", { class: "hit", x: -14, y: -24, width: 28, height: 48 }),
      svg("rect", { class: "handle", x: -4, y: -8, width: 8, height: 16, rx: 3 }),
    );
  }

  #drawBars() {
    const { scale, model } = this;
    const years = model.data.monthly(null).joined(12);
    const { up, down } = outline(years, scale, { reach: HALF + 1, from: scale.left, to: scale.right });
    const transform = `translate(0 ${TOP + BARS / 2})`;
    set(this.up, { d: up, transform });
    set(this.down, { d: down, transform });
  }

  #drawYears() {
    const { scale } = this;
    const step = scale.unit * YEAR * 10 > 44 ? 10 : 20;
    const labels = [];
    const last = yearOf(scale.window.b);
    for (let year = Math.ceil(yearOf(scale.window.a) / step) * step; year <= last; year += step) {
      const x = scale.x(dayOf(year));
      if (x < scale.left + 14 || x > scale.right - 14) continue;
      labels.push(svg("text", { x: x.toFixed(1), y: HEIGHT - 5 }, String(year)));
    }
    this.years.replaceChildren(...labels);
  }
}
