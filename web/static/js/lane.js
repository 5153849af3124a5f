/** @import {Box, Named, Tally, TimelineEvent} from "./types.js" */
/** @import {Bins} from "./bins.js" */
/** @import {Label} from "./labels.js" */
/** @import {Placed} from "./placing.js" */
/** @import {Scale} from "./scale.js" */
import { outline } from "./bins.js";
import { set, svg } from "./dom.js";
import { placeLabels } from "./labels.js";
import { landmarks, rowsOf } from "./landmarks.js";
import { Mark } from "./mark.js";
import { rowHeight } from "./measure.js";
import { countOf } from "./model.js";
import { boxesOf, placeMarks } from "./placing.js";
import { phrase, signed } from "./setup.js";

const KEPT = 60;
const LONG = 32;
const REACH = 12;
/** Farther beyond the plot not even the label of a mark reaches into it. */
const FAR = 360;
/** Pixels of a bin. */
const BIN = 6;

/**
 * @typedef {object} Drawing how a lane is drawn
 * @property {Scale} scale
 * @property {number} margin pixels about the plot that are drawn too
 * @property {string} selected id of an event, or empty
 * @property {Set<string>} related ids of the events in the chain of the selected one
 * @property {(one: TimelineEvent, other: TimelineEvent) => number} rank who comes first
 */

/** One partner's lane: its name, its line, and the marks or bins upon it. */
export class Lane {
  /** @param {Named} actor */
  constructor(actor) {
    this.id = actor.id;
    this.name = actor.name;
    this.short = actor.short;
    /** @type {TimelineEvent[]} those that pass the filter, in date order */
    this.events = [];
    /** @type {TimelineEvent[]} those that are drawn as marks, in date order */
    this.shown = [];
    /** @type {Map<string, Mark>} */
    this.marks = new Map();
    /** @type {(Placed & {label?: Label | null})[]} */
    this.placed = [];
    this.dense = false;
    /** Whether it is on the screen. */
    this.seen = true;
    this.height = 0;
    this.y = 0;
    this.background = svg("rect", { class: "lane-background" });
    this.line = svg("path", { class: "line" });
    this.title = svg("text", { class: "lane-name" }, svg("title", {}, actor.name), actor.short);
    this.link = svg("a", { href: `?partner=${encodeURIComponent(actor.id)}`, tabindex: -1, "data-lane": actor.id }, this.title);
    this.subtitle = svg("text", { class: "lane-counts" });
    this.still = svg("g", { class: "lane" }, this.background, this.line, this.link, this.subtitle);
    this.up = svg("path", { class: "bin up" });
    this.down = svg("path", { class: "bin down" });
    this.bins = svg("g", {}, this.up, this.down);
    this.list = svg("g", { role: "list", "aria-label": actor.name });
    this.moving = svg("g", { class: "lane-marks" }, this.bins, this.list);
  }

  /**
   * @param {{y: number, height: number, width: number, scale: Scale, odd: boolean}} place
   */
  place({ y, height, width, scale, odd }) {
    this.y = y + height / 2;
    this.height = height;
    const row = rowHeight();
    const nameX = scale.rtl ? width - 2 : 0;
    set(this.still, { transform: `translate(0 ${y})` });
    set(this.moving, { transform: `translate(0 ${this.y})` });
    for (const group of [this.still, this.moving]) group.classList.toggle("odd", odd);
    set(this.background, { x: scale.rtl ? 0 : -8, width: width + 8, height });
    set(this.line, { d: `M${scale.left} ${height / 2 + 0.5}h${scale.width}` });
    set(this.title, { x: nameX, y: height / 2 - 2 });
    set(this.subtitle, { x: nameX, y: height / 2 + row - 2 });
  }

  /** @param {Tally} tally of the window */
  count(tally) {
    const count = countOf(tally);
    const mean = signed(Number((tally.sum / count).toFixed(1)));
    this.subtitle.textContent = phrase("lane_count", { count, mean });
  }

  /**
   * Draw bins with their landmarks, or marks, for the events about the window; labels of marks
   * come later, with `write`.
   * @param {TimelineEvent[]} events
   * @param {Drawing & {bins: ((shape: {size: number, from: number, to: number}) => Bins) | null}} how
   *   `bins` where the lane is too crowded for marks
   */
  draw(events, { scale, margin, bins, selected, related, rank }) {
    const dense = bins !== null;
    this.dense = dense;
    this.moving.classList.toggle("dense", dense);
    set(this.bins, { transform: "" });
    if (dense) {
      const { a, b } = scale.window;
      const inView = events.filter(({ at }) => at >= a && at < b).sort(rank);
      this.placed = landmarks(inView, scale, this.height, { selected, related, textsOf });
    } else {
      this.placed = placeMarks(events, scale, this.height, margin, rank);
    }
    this.#drawBins(bins, scale, margin);
    this.shown = this.placed.map(({ event }) => event);
    this.placed.forEach((placing, index) => {
      const mark = this.#mark(placing.event);
      mark.place(placing, scale, reachOf(this.placed, index));
      if (placing.event.id === selected) mark.encircle();
      mark.link.classList.toggle("selected", placing.event.id === selected);
      mark.link.classList.toggle("related", related.has(placing.event.id));
      mark.link.classList.toggle("beyond", placing.x < scale.left - 7 || placing.x > scale.right + 7);
    });
    this.#recycle();
  }

  /**
   * Write the labels, clear of marks and of the boxes that arrows take.
   * @param {Box[]} arrows
   * @param {Drawing} how
   */
  write(arrows, { scale, margin, selected, related, rank }) {
    if (this.dense) {
      for (const { event, label } of this.placed) this.#mark(event).label(label ?? null);
      return;
    }
    const ordered = [...this.placed].sort((one, other) => rank(one.event, other.event));
    const [top, bottom] = [-this.height / 2, this.height / 2];
    const plot = { left: scale.left, right: scale.right + 12, top, bottom };
    const before = { left: scale.left - margin, right: scale.left - 10, top, bottom };
    const after = { left: scale.right + 16, right: scale.right + margin, top, bottom };
    const taken = this.placed.flatMap((placing) => boxesOf(placing, scale.sign));
    const wishes = ordered.map((placing) => {
      const { event, x, y, more } = placing;
      const chosen = event.id === selected;
      const tied = related.has(event.id);
      const edge = barAtEdge(placing, scale);
      const inside = edge || (x >= scale.left - 8 && x <= scale.right + 8);
      return {
        x: edge ? scale.x(scale.window.a) + 6 * scale.sign : x,
        y: edge ? edgeRow(placing) : y,
        texts: textsOf(event, more),
        bold: chosen || tied,
        must: chosen,
        radius: chosen ? 12 : tied ? 10 : 7,
        bounds: inside ? plot : x < scale.left ? before : after,
      };
    });
    const labels = placeLabels(wishes, [...taken, ...arrows], scale.sign);
    ordered.forEach(({ event }, index) => this.#mark(event).label(labels[index]));
  }

  /**
   * Follow a scale with another length of window: marks keep their size, bins are stretched.
   * @param {Scale} scale
   */
  move(scale) {
    const [from, to] = [scale.left - FAR, scale.right + FAR];
    for (const { event, bar } of this.placed) {
      const mark = this.marks.get(event.id);
      if (!mark) continue;
      const x = scale.x(mark.day);
      // Far out on the same side as before nothing of it can be seen.
      const unseen = !bar && ((x < from && mark.x < from) || (x > to && mark.x > to));
      if (!unseen) mark.moveTo(x);
    }
    if (!this.dense || !this.drawn) return;
    const stretch = scale.unit / this.drawn.unit;
    const offset = scale.x(this.drawn.window.a) - stretch * this.drawn.x(this.drawn.window.a);
    set(this.bins, { transform: `translate(${offset.toFixed(2)} 0) scale(${stretch.toFixed(4)} 1)` });
  }

  /**
   * @param {((shape: {size: number, from: number, to: number}) => Bins) | null} bins
   * @param {Scale} scale
   * @param {number} margin
   */
  #drawBins(bins, scale, margin) {
    this.drawn = scale;
    const [from, to] = [scale.left - margin, scale.right + margin];
    const reach = this.height / 2 - rowsOf(this.height) * (rowHeight() + 2) - 2;
    const { up, down } = bins
      ? outline(bins({ size: BIN, from, to }), scale, { reach, from, to })
      : { up: "", down: "" };
    set(this.up, { d: up });
    set(this.down, { d: down });
  }

  /** @param {TimelineEvent} event */
  #mark(event) {
    let mark = this.marks.get(event.id);
    if (!mark) {
      mark = new Mark(event, this.name);
      this.marks.set(event.id, mark);
    }
    if (!mark.item.parentNode) this.list.append(mark.item);
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
}

/**
 * Pixels about a head that take a click: half way to the nearest other head at most.
 * @param {Placed[]} placed in order of x
 * @param {number} index
 */
function reachOf(placed, index) {
  const { x, y } = placed[index];
  let reach = REACH;
  for (const step of [-1, 1]) {
    for (let other = placed[index + step], at = index + step; other; other = placed[(at += step)]) {
      if (Math.abs(other.x - x) > 2 * REACH && Math.abs(other.event.at - placed[index].event.at) > 1) break;
      reach = Math.min(reach, Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) / 2);
    }
  }
  return reach;
}

/**
 * Whether a bar comes in over the early edge of the plot, its head being out of sight.
 * @param {Placed} placing
 * @param {Scale} scale
 */
function barAtEdge({ x, bar }, scale) {
  const early = (scale.x(scale.window.a) - x) * scale.sign;
  return early > 8 && bar !== null && bar.to > early + 40;
}

/**
 * The row beside the bars in which the name of one stands that comes in over the edge.
 * @param {Placed} placing
 */
function edgeRow({ event, bar }) {
  const half = rowHeight() / 2;
  return event.score < 0 ? (bar?.y ?? 0) + 6 + half : (bar?.y ?? 0) - 1 - half;
}

/**
 * What may stand beside a mark, the best first; a long title may be cut short.
 * @param {TimelineEvent} event
 * @param {number} [more] events that lie under it
 */
function textsOf(event, more = 0) {
  const text = event.short ?? event.title;
  const texts = [text];
  if (text.length > LONG) {
    const cut = text.lastIndexOf(" ", LONG - 4);
    texts.push(`${text.slice(0, cut > 8 ? cut : LONG - 4).replace(/[\s,:;–-]+$/, "")}…`);
  }
  if (!more) return texts;
  const rest = phrase("more_here", { count: more });
  return [...texts.map((one) => one + phrase("comma") + rest), ...texts];
}
