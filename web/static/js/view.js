/** @import {TimelineEvent} from "./types.js" */
/** @import {Model} from "./model.js" */
import { arrow, arrowHeads, boxesAlong, curve } from "./arrows.js";
import { Axis } from "./axis.js";
import { crowded } from "./crowd.js";
import { html, keep, set, svg } from "./dom.js";
import { fades } from "./fades.js";
import { within } from "./filter.js";
import { heightsOf } from "./heights.js";
import { Lane } from "./lane.js";
import { textScale } from "./measure.js";
import { countOf } from "./model.js";
import { phrase, setup } from "./setup.js";
import { Scale } from "./scale.js";
import { Sight } from "./seen.js";

const OVERSCAN = 0.4;
const EDGE = 14;
/** How far beyond the plot the axis reaches while the reader zooms. */
const AHEAD = 60;
/** Widths of the column of names: in a narrow picture, and otherwise. */
const NAMES = [92, 158];
const NARROW = 620;

/** @typedef {{lane: Lane, mark: import("./mark.js").Mark}} Found */

/** The lanes: laid out in full when the window rests, and only moved while it does not. */
export class View {
  /**
   * @param {HTMLElement} box
   * @param {HTMLElement} top where the axis stands
   * @param {Model} model
   */
  constructor(box, top, model) {
    this.box = box;
    this.model = model;
    this.lanes = model.data.lanes.map((lane) => new Lane(lane));
    /** @type {Lane[]} those that hold something in the window */
    this.visible = [];
    /** Whether arrows are drawn between all events, not only about the selected one. */
    this.allArrows = false;
    this.axis = new Axis();
    this.still = svg("g");
    this.moving = svg("g");
    this.arrows = svg("g", { class: "causes", "aria-hidden": "true" });
    this.clip = svg("rect");
    this.axisClip = svg("rect");
    this.axisMoving = svg("g", {}, this.axis.labels);
    this.axisSvg = svg(
      "svg",
      { "aria-hidden": "true" },
      svg("defs", {}, svg("clipPath", { id: "axis" }, this.axisClip)),
      svg("g", { "clip-path": "url(#axis)" }, this.axisMoving),
    );
    this.svg = svg(
      "svg",
      {},
      svg("defs", {}, ...arrowHeads(), ...fades(), svg("clipPath", { id: "plot" }, this.clip)),
      this.still,
      svg("g", { "clip-path": "url(#plot)" }, this.moving),
    );
    this.absent = html("p", { class: "absent quiet" });
    set(box, { role: "group", "aria-label": phrase("lanes") });
    box.replaceChildren(this.svg, this.absent);
    top.append(this.axisSvg);
    /** The scale by which everything stands at present, before `moving` is moved. */
    this.base = new Scale(model.window, 0, 1, setup.rtl);
    /** Where the picture begins in the page, in pixels from its left. */
    this.edge = 0;
    this.width = 0;
    this.height = 0;
    this.room = 500;
    this.begun = false;
    this.sight = new Sight(this.lanes, (lane) => lane.move(this.base));
  }

  /**
   * Take on a size.
   * @param {number} edge where the picture begins in the page, in pixels from its left
   * @param {number} width
   * @param {number} room height that the lanes should fill
   */
  resize(edge, width, room) {
    this.edge = edge;
    this.width = width;
    this.room = room;
  }

  /** Width of the column of names. */
  get label() {
    const width = NAMES[this.width < NARROW ? 0 : 1] * textScale();
    return Math.round(Math.min(width, this.width * 0.4));
  }

  /** The scale of the window that is shown now. */
  get scale() {
    const left = setup.rtl ? EDGE : this.label;
    return new Scale(this.model.window, left, this.width - this.label - EDGE, setup.rtl);
  }

  get margin() {
    return this.base.width * OVERSCAN;
  }

  /** Follow the window in this frame: shift what stands, or set marks anew where the scale is. */
  move() {
    const scale = this.scale;
    this.sight.drop();
    const zoomed = Math.abs(scale.unit / this.base.unit - 1) > 1e-6;
    if (zoomed) this.#reposition(scale);
    const shift = scale.x(this.base.window.a) - this.base.x(this.base.window.a);
    if (Math.abs(shift) > this.margin * 0.9) {
      this.layout(true);
      return;
    }
    const moved = `translate(${shift.toFixed(1)} 0)`;
    set(this.moving, { transform: moved });
    set(this.axisMoving, { transform: moved });
    for (const one of [this.box, this.svg, this.axisSvg]) one.classList.add("moving");
  }

  /**
   * Lay out everything for the window: heights, marks, labels, arrows.
   * @param {boolean} [unhurried] lanes off the screen are drawn when the browser has time
   */
  layout(unhurried = false) {
    const { model } = this;
    this.sight.drop();
    const scale = this.scale;
    this.base = scale;
    const held = this.lanes
      .filter((lane) => model.isLaneShown(lane.id))
      .map((lane) => {
        lane.events = model.data.ofLane(lane.id);
        const tally = model.data.tally(lane.id, model.window);
        return { lane, tally, count: countOf(tally) };
      });
    const drawn = held.filter(({ count }) => count);
    this.visible = drawn.map(({ lane }) => lane);
    this.#nameAbsent(held.filter(({ count }) => !count).map(({ lane }) => lane));
    const dense = crowded(
      drawn.map(({ lane, count }) => {
        const events = lane.events.filter((event) => within(event, model.window));
        return { events, count, partial: model.data.isPartial(lane.id, model.window) };
      }),
      scale,
      this.room,
    );
    const sizes = drawn.map(({ lane, count }, index) => {
      const bars = lane.events.filter((event) => event.interval && within(event, model.window)).length;
      return { count, bars, dense: dense[index] };
    });
    const heights = heightsOf(sizes, this.room);
    this.height = heights.reduce((sum, height) => sum + height, 0);
    this.#frame(scale);
    const far = this.margin / scale.unit;
    const around = { a: model.window.a - far, b: model.window.b + far };
    const how = {
      scale,
      margin: this.margin,
      selected: model.state.event,
      related: model.related,
      rank: (/** @type {TimelineEvent} */ one, /** @type {TimelineEvent} */ other) =>
        model.rank(one) - model.rank(other) || one.at - other.at,
    };
    const binsOf =
      (/** @type {string} */ id) => (/** @type {{size: number, from: number, to: number}} */ shape) =>
        model.data.binsOf(id, scale, shape);
    const tied = this.allArrows || model.causes.length > 0;
    /** @type {Lane[]} */
    const now = [];
    let y = 0;
    drawn.forEach(({ lane, tally }, index) => {
      if (!this.begun) lane.seen = y < this.room;
      lane.place({ y, height: heights[index], width: this.width, scale, odd: index % 2 === 1 });
      lane.count(tally);
      y += heights[index];
      const draw = () => {
        const bins = dense[index] ? binsOf(lane.id) : null;
        lane.draw(lane.events.filter((event) => within(event, around)), { ...how, bins });
      };
      if (tied || !unhurried || this.sight.sees(lane)) {
        now.push(lane);
        draw();
        this.sight.show(lane);
        return;
      }
      this.sight.wait(lane, () => {
        draw();
        lane.write([], how);
      });
    });
    this.begun = true;
    const curves = tied ? this.#curves() : [];
    const boxes = curves.flatMap(({ points }) => boxesAlong(points));
    for (const lane of now) {
      const own = boxes.map((box) => ({ ...box, top: box.top - lane.y, bottom: box.bottom - lane.y }));
      lane.write(own, how);
    }
    this.arrows.replaceChildren(...curves.map(({ cause, points }) => arrow(cause, points)));
    this.still.replaceChildren(...this.visible.map((lane) => lane.still));
    keep(this.moving, [this.axis.grid, ...this.visible.map((lane) => lane.moving), this.arrows]);
    this.svg.classList.toggle("choosing", model.state.event !== "");
    this.sight.begin();
  }

  /**
   * The lane and mark of an event, the first where it stands in several.
   * @param {string} id
   * @param {Element} [link] the mark that is meant, where it stands in several
   */
  find(id, link) {
    this.sight.finish();
    return this.#all(id).find(({ mark }) => !link || mark.link === link) ?? null;
  }

  /** @param {Lane[]} lanes that hold nothing in the window */
  #nameAbsent(lanes) {
    const names = lanes.map(({ short }) => short).join(phrase("comma"));
    const none = !this.visible.length;
    this.absent.hidden = !none && !lanes.length;
    this.absent.classList.toggle("nothing", none);
    this.absent.textContent = none ? phrase(this.model.data.unanswered ? "unreachable" : "no_events") : phrase("absent", { names });
  }

  /** @param {Scale} scale */
  #frame(scale) {
    const axis = this.axis.height;
    set(this.svg, { width: this.width, height: this.height, viewBox: `0 0 ${this.width} ${this.height || 1}` });
    set(this.axisSvg, { width: this.width, height: axis, viewBox: `0 0 ${this.width} ${axis}` });
    set(this.clip, { x: scale.left - (scale.rtl ? EDGE : 8), y: 0, width: scale.width + EDGE + 8, height: this.height });
    set(this.axisClip, { x: scale.left - 20, y: 0, width: scale.width + 40, height: axis });
    for (const one of [this.box, this.svg, this.axisSvg]) one.classList.remove("moving");
    set(this.moving, { transform: "translate(0 0)" });
    set(this.axisMoving, { transform: "translate(0 0)" });
    this.axis.draw(scale, this.height, this.margin);
  }

  /** @param {Scale} scale */
  #reposition(scale) {
    this.base = scale;
    this.axis.draw(scale, this.height, AHEAD);
    this.sight.follow(this.visible, scale);
    this.arrows.replaceChildren();
  }

  /**
   * The marks of two events in the lanes that are nearest to each other, as events may stand in
   * several lanes.
   * @param {string} from
   * @param {string} to
   */
  #nearest(from, to) {
    /** @type {[Found, Found] | null} */
    let best = null;
    for (const one of this.#all(from)) {
      for (const other of this.#all(to)) {
        const gap = Math.abs(one.lane.y - other.lane.y);
        if (!best || gap < Math.abs(best[0].lane.y - best[1].lane.y)) best = [one, other];
      }
    }
    return best;
  }

  /**
   * @param {string} id
   * @returns {Found[]}
   */
  #all(id) {
    return this.visible.flatMap((lane) => {
      const mark = lane.marks.get(id);
      return mark?.placed && mark.item.parentNode ? [{ lane, mark }] : [];
    });
  }

  /** The curves of the arrows between marks that are drawn. */
  #curves() {
    const { model } = this;
    const inView = (/** @type {TimelineEvent} */ event) => within(event, model.window);
    const causes = this.allArrows
      ? model.data.causes.filter(({ cause, effect }) => inView(cause) && inView(effect))
      : model.causes;
    return causes.flatMap((cause) => {
      const pair = this.#nearest(cause.cause.id, cause.effect.id);
      if (!pair) return [];
      return [{ cause, points: curve(headOf(pair[0]), headOf(pair[1]), this.base.sign) }];
    });
  }
}

/**
 * @param {Found} found
 * @returns {[number, number]}
 */
export function headOf({ lane, mark }) {
  const placed = /** @type {import("./placing.js").Placed} */ (mark.placed);
  return [placed.x, lane.y + placed.y];
}
