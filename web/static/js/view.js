/** @import {Span, TimelineData, TimelineEvent} from "./types.js" */
/** @import {Model} from "./model.js" */
import { arrow, arrowHeads, boxesAlong, curve } from "./arrows.js";
import { Axis } from "./axis.js";
import { set, svg } from "./dom.js";
import { within } from "./filter.js";
import { heightsOf } from "./heights.js";
import { Lane } from "./lane.js";
import { phrase, setup } from "./setup.js";
import { Scale } from "./scale.js";

const AXIS = 24;
const MOST_MARKS = 240;
const OVERSCAN = 0.4;
const EDGE = 14;

/** The lanes: laid out in full when the window rests, and only moved while it does not. */
export class View {
  /**
   * @param {HTMLElement} box
   * @param {Model} model
   */
  constructor(box, model) {
    this.box = box;
    this.model = model;
    this.lanes = model.data.lanes.map((lane) => new Lane(lane));
    /** @type {Lane[]} */
    this.visible = [];
    this.axis = new Axis();
    this.still = svg("g");
    this.moving = svg("g");
    this.arrows = svg("g", { class: "causes", "aria-hidden": "true" });
    this.clip = svg("rect");
    this.axisClip = svg("rect");
    this.axisMoving = svg("g", {}, this.axis.labels);
    const below = `translate(0 ${AXIS})`;
    this.svg = svg(
      "svg",
      {},
      svg("defs", {}, ...arrowHeads(), ...fades(), svg("clipPath", { id: "plot" }, this.clip), svg("clipPath", { id: "axis" }, this.axisClip)),
      svg("g", { "clip-path": "url(#axis)" }, this.axisMoving),
      svg("g", { transform: below }, this.still),
      svg("g", { "clip-path": "url(#plot)" }, svg("g", { transform: below }, this.moving)),
    );
    set(box, { role: "group", "aria-label": phrase("lanes") });
    box.replaceChildren(this.svg);
    /** The scale by which everything stands at present, before `moving` is moved. */
    this.base = new Scale(model.window, 0, 1, setup.rtl);
    this.width = 0;
    this.height = 0;
    this.room = 500;
  }

  /**
   * @param {number} width
   * @param {number} room height that the lanes should fill
   */
  resize(width, room) {
    this.width = width;
    this.room = room;
  }

  /** Width of the column of names. */
  get label() {
    return this.width < 620 ? 124 : 158;
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
    const zoomed = Math.abs(scale.unit / this.base.unit - 1) > 1e-6;
    if (zoomed) this.#reposition(scale);
    const shift = scale.x(this.base.window.a) - this.base.x(this.base.window.a);
    if (Math.abs(shift) > this.margin * 0.9) {
      this.layout();
      return;
    }
    const moved = `translate(${shift.toFixed(1)} 0)`;
    set(this.moving, { transform: moved });
    set(this.axisMoving, { transform: moved });
    this.svg.classList.add("moving");
  }

  /** Lay out everything for the window: heights, marks, labels, arrows. */
  layout() {
    const { model } = this;
    const scale = this.scale;
    this.base = scale;
    this.visible = this.lanes.filter((lane) => model.isLaneShown(lane.id));
    for (const lane of this.visible) lane.events = model.passing.filter((e) => e.lanes.includes(lane.id));
    const inView = this.visible.map((lane) => lane.events.filter((e) => within(e, model.window)));
    const budget = this.#budget(inView);
    const counts = inView.map((events) => events.length);
    const heights = heightsOf(counts, budget, this.room, setup.rtl ? 1.15 : 1);
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
    let y = 0;
    this.visible.forEach((lane, index) => {
      lane.place({ y, height: heights[index], width: this.width, scale, odd: index % 2 === 1 });
      lane.count(inView[index]);
      const dense = inView[index].length > budget;
      lane.draw(lane.events.filter((e) => within(e, around)), { ...how, dense });
      y += heights[index];
    });
    const curves = this.#curves();
    const boxes = curves.flatMap(({ points }) => boxesAlong(points));
    for (const lane of this.visible) {
      const own = boxes.map((box) => ({ ...box, top: box.top - lane.y, bottom: box.bottom - lane.y }));
      lane.write(own, { ...how, dense: lane.dense });
    }
    this.arrows.replaceChildren(...curves.map(({ cause, points }) => arrow(cause, points)));
    this.still.replaceChildren(...this.visible.map((lane) => lane.still));
    this.#keep([this.axis.grid, ...this.visible.map((lane) => lane.moving), this.arrows]);
    this.svg.classList.toggle("choosing", model.state.event !== "");
  }

  /**
   * The lane and mark of an event, the first where it stands in several.
   * @param {string} id
   */
  find(id) {
    for (const lane of this.visible) {
      const mark = lane.marks.get(id);
      if (mark?.placed && mark.item.isConnected) return { lane, mark };
    }
    return null;
  }

  /**
   * How many marks a lane may hold before it becomes bins.
   * @param {TimelineEvent[][]} inView
   */
  #budget(inView) {
    const marks = inView.reduce((sum, events) => sum + events.length, 0);
    return marks <= MOST_MARKS ? MOST_MARKS : Math.max(6, MOST_MARKS / inView.length);
  }

  /** @param {Scale} scale */
  #frame(scale) {
    set(this.svg, { width: this.width, height: this.height + AXIS });
    const reach = { y: 0, width: scale.width + EDGE + 8, height: this.height + AXIS };
    set(this.clip, { x: scale.left - (scale.rtl ? EDGE : 8), ...reach });
    set(this.axisClip, { x: scale.left - 20, y: 0, width: scale.width + 40, height: AXIS });
    this.svg.classList.remove("moving");
    set(this.moving, { transform: "translate(0 0)" });
    set(this.axisMoving, { transform: "translate(0 0)" });
    this.axis.draw(scale, this.height, this.margin);
  }

  /**
   * Put the groups in this order without taking out those that stand right, which keeps focus.
   * @param {SVGElement[]} groups
   */
  #keep(groups) {
    for (const child of [...this.moving.children]) {
      if (!groups.includes(/** @type {SVGElement} */ (child))) child.remove();
    }
    groups.forEach((group, index) => {
      if (this.moving.children[index] !== group) {
        this.moving.insertBefore(group, this.moving.children[index] ?? null);
      }
    });
  }

  /** @param {Scale} scale */
  #reposition(scale) {
    const old = this.base;
    this.base = scale;
    this.axis.draw(scale, this.height, this.margin);
    const stretch = scale.unit / old.unit;
    for (const lane of this.visible) {
      const offset = scale.x(old.window.a) - stretch * old.x(old.window.a);
      for (const bin of [lane.up, lane.down]) {
        const matrix = `translate(${offset.toFixed(2)} 0) scale(${stretch.toFixed(4)} 1)`;
        if (bin.getAttribute("d")) this.#stretch(bin, matrix);
      }
      for (const event of lane.shown) lane.marks.get(event.id)?.moveTo(scale.x(event.at));
    }
    this.arrows.replaceChildren();
  }

  /**
   * @param {SVGElement} bin
   * @param {string} matrix
   */
  #stretch(bin, matrix) {
    const before = bin.getAttribute("transform") ?? "";
    set(bin, { transform: `${matrix} ${before}`.trim() });
  }

  /** The curves of the arrows between marks that are drawn. */
  #curves() {
    return this.model.causes.flatMap((cause) => {
      const from = this.find(cause.cause.id);
      const to = this.find(cause.effect.id);
      if (!from || !to) return [];
      return [{ cause, points: curve(headOf(from), headOf(to), this.base.sign) }];
    });
  }
}

/**
 * @param {{lane: Lane, mark: import("./mark.js").Mark}} found
 * @returns {[number, number]}
 */
export function headOf({ lane, mark }) {
  const placed = /** @type {import("./placing.js").Placed} */ (mark.placed);
  return [placed.x, lane.y + placed.y];
}

/** Gradients by which a bar fades towards an end that is not sure. */
function fades() {
  return ["up", "down", "even"].flatMap((sign) =>
    ["before", "after"].map((part) => {
      const rises = (part === "before") !== setup.rtl;
      return svg(
        "linearGradient",
        { id: `fade-${part}-${sign}`, class: sign },
        svg("stop", { offset: 0, "stop-opacity": rises ? 0 : 1 }),
        svg("stop", { offset: 1, "stop-opacity": rises ? 1 : 0 }),
      );
    }),
  );
}
