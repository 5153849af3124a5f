/** @import {Box, Named, TimelineEvent} from "./types.js" */
/** @import {Placed} from "./placing.js" */
/** @import {Scale} from "./scale.js" */
import { bins } from "./bins.js";
import { set, svg } from "./dom.js";
import { placeLabels } from "./labels.js";
import { Mark } from "./mark.js";
import { ROW } from "./measure.js";
import { boxesOf, placeMarks } from "./placing.js";
import { phrase, setup, signed } from "./setup.js";

export const LINE = setup.rtl ? 28 : 22;
const LANDMARKS = 4;
const LANDMARK_WEIGHT = 3;
const KEPT = 60;
const LONG = 32;

/**
 * @typedef {object} Drawing how a lane is drawn
 * @property {Scale} scale
 * @property {number} margin pixels about the plot that are drawn too
 * @property {boolean} dense as bins, with a few landmarks
 * @property {string} selected id of an event, or empty
 * @property {Set<string>} related ids of the events in the chain of the selected one
 * @property {(one: TimelineEvent, other: TimelineEvent) => number} rank who gets a label first
 */

/** One partner's lane: its name, its line, and the marks or bins upon it. */
export class Lane {
  /** @param {Named} actor */
  constructor(actor) {
    this.id = actor.id;
    this.name = actor.name;
    /** @type {TimelineEvent[]} those that pass the filter, in date order */
    this.events = [];
    /** @type {TimelineEvent[]} those that are drawn as marks, in date order */
    this.shown = [];
    /** @type {Map<string, Mark>} */
    this.marks = new Map();
    /** @type {Placed[]} */
    this.placed = [];
    this.dense = false;
    this.height = LINE;
    this.y = 0;
    this.background = svg("rect", { class: "lane-background" });
    this.line = svg("path", { class: "line" });
    this.title = svg("text", { class: "lane-name" }, svg("title", {}, actor.name), actor.short);
    this.subtitle = svg("text", { class: "lane-counts" });
    this.still = svg("g", { class: "lane" }, this.background, this.line, this.title, this.subtitle);
    this.up = svg("path", { class: "bin up" });
    this.down = svg("path", { class: "bin down" });
    this.list = svg("g", { role: "list", "aria-label": actor.name });
    this.moving = svg("g", { class: "lane-marks" }, this.up, this.down, this.list);
  }

  /**
   * @param {{y: number, height: number, width: number, scale: Scale, odd: boolean}} place
   */
  place({ y, height, width, scale, odd }) {
    this.y = y + height / 2;
    this.height = height;
    const thin = height === LINE;
    const nameX = scale.rtl ? width - 2 : 0;
    set(this.still, { transform: `translate(0 ${y})` });
    set(this.moving, { transform: `translate(0 ${this.y})` });
    for (const group of [this.still, this.moving]) group.classList.toggle("odd", odd);
    this.still.classList.toggle("thin", thin);
    set(this.background, { x: scale.rtl ? 0 : -8, width: width + 8, height });
    set(this.line, { d: `M${scale.left} ${height / 2 + 0.5}h${scale.width}` });
    set(this.title, { x: nameX, y: thin ? height / 2 + 4 : height / 2 - (height < 46 ? 2 : 3) });
    set(this.subtitle, { x: nameX, y: height / 2 + (height < 46 ? 12 : 14) });
  }

  /** @param {TimelineEvent[]} inView */
  count(inView) {
    let sum = 0;
    for (const event of inView) sum += event.score;
    const mean = inView.length ? signed(Number((sum / inView.length).toFixed(1))) : "";
    const key = inView.length === 1 ? "lane_count" : "lane_counts";
    this.subtitle.textContent = inView.length ? phrase(key, { count: inView.length, mean }) : "";
  }

  /**
   * Draw bins and marks for the events about the window; labels come later, with `write`.
   * @param {TimelineEvent[]} events
   * @param {Drawing} how
   */
  draw(events, { scale, margin, dense, selected, related }) {
    const from = scale.left - margin;
    const to = scale.right + margin;
    const paths = dense
      ? bins(events, scale, { size: 6, reach: this.height / 2 - 3, from, to })
      : { up: "", down: "" };
    set(this.up, { d: paths.up, transform: "" });
    set(this.down, { d: paths.down, transform: "" });
    this.dense = dense;
    this.moving.classList.toggle("dense", dense);
    this.shown = dense ? this.#landmarks(events, scale, selected, related) : events;
    this.placed = placeMarks(this.shown, scale, this.height, margin);
    for (const placing of this.placed) {
      const mark = this.#mark(placing.event);
      mark.place(placing, scale);
      mark.link.classList.toggle("selected", placing.event.id === selected);
      mark.link.classList.toggle("related", related.has(placing.event.id));
    }
    this.#recycle();
  }

  /**
   * Write the labels, clear of marks and of the boxes that arrows take.
   * @param {Box[]} arrows
   * @param {Drawing} how
   */
  write(arrows, { scale, margin, selected, related, rank }) {
    const ordered = [...this.placed].sort((one, other) => rank(one.event, other.event));
    const [top, bottom] = [1 - this.height / 2, this.height / 2 - 1];
    const plot = { left: scale.left, right: scale.right + 12, top, bottom };
    const before = { left: scale.left - margin, right: scale.left - 10, top, bottom };
    const after = { left: scale.right + 16, right: scale.right + margin, top, bottom };
    const taken = this.placed.flatMap((placing) => boxesOf(placing, scale.sign));
    const wishes = ordered.map((placing) => {
      const { event, x, bar } = placing;
      const chosen = event.id === selected;
      const tied = related.has(event.id);
      const edge = bar && barAtEdge(placing, scale);
      const inside = edge || (x >= scale.left - 8 && x <= scale.right + 8);
      return {
        x: edge ? scale.x(scale.window.a) - 6 * scale.sign : x,
        y: edge ? Math.sign(placing.y) * (ROW / 2 + 8) : placing.y,
        texts: textsOf(event),
        bold: chosen || tied,
        must: chosen && this.height > LINE,
        radius: chosen ? 12 : tied ? 10 : 7,
        bounds: inside ? plot : x < scale.left ? before : after,
      };
    });
    const labels = placeLabels(wishes, [...taken, ...arrows], scale.sign);
    ordered.forEach(({ event }, index) => this.#mark(event).label(labels[index], this.dense));
  }

  /** @param {TimelineEvent} event */
  #mark(event) {
    let mark = this.marks.get(event.id);
    if (!mark) {
      mark = new Mark(event, this.name);
      this.marks.set(event.id, mark);
    }
    if (!mark.item.isConnected) this.list.append(mark.item);
    return mark;
  }

  /** Take marks that are not shown out of the picture, and keep the others in date order. */
  #recycle() {
    const shown = new Set(this.shown.map((event) => event.id));
    for (const [id, mark] of this.marks) {
      if (shown.has(id)) continue;
      mark.item.remove();
      if (this.marks.size > shown.size + KEPT) this.marks.delete(id);
    }
    let before = null;
    for (const event of [...this.shown].reverse()) {
      const item = /** @type {Mark} */ (this.marks.get(event.id)).item;
      if (item.nextSibling !== before) this.list.insertBefore(item, before);
      before = item;
    }
  }

  /**
   * @param {TimelineEvent[]} events
   * @param {Scale} scale
   * @param {string} selected
   * @param {Set<string>} related
   */
  #landmarks(events, { window }, selected, related) {
    const weighty = events
      .filter((event) => event.weight >= LANDMARK_WEIGHT && event.at >= window.a && event.at < window.b)
      .sort((one, other) => other.weight - one.weight || Math.abs(other.score) - Math.abs(one.score))
      .slice(0, LANDMARKS);
    const kept = new Set(weighty);
    return events.filter(
      (event) => kept.has(event) || event.id === selected || related.has(event.id),
    );
  }
}

/**
 * Whether a bar comes in over the early edge of the plot, its head being out of sight.
 * @param {Placed} placing
 * @param {Scale} scale
 */
function barAtEdge({ x0, bar }, scale) {
  const early = (scale.x(scale.window.a) - x0) * scale.sign;
  return early > 8 && bar !== null && bar.sureTo > early + 8;
}

/**
 * What may stand beside a mark, the best first; a long title may be cut short.
 * @param {TimelineEvent} event
 */
function textsOf(event) {
  const text = event.short ?? event.title;
  if (text.length <= LONG) return [text];
  const cut = text.lastIndexOf(" ", LONG - 4);
  return [text, `${text.slice(0, cut > 8 ? cut : LONG - 4).replace(/[\s,:;–-]+$/, "")}…`];
}
