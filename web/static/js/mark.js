/** @import {Label} from "./labels.js" */
/** @import {Placed} from "./placing.js" */
/** @import {Scale} from "./scale.js" */
/** @import {TimelineEvent} from "./types.js" */
import { set, svg } from "./dom.js";
import { ROW } from "./measure.js";
import { phrase, setup, signed, signWord, tone } from "./setup.js";

/** @type {Map<string, string>} */
const shapes = new Map();

/** @param {string} family */
function shapeOf(family) {
  let path = shapes.get(family);
  if (path === undefined) {
    path = document.querySelector(`#shape-${CSS.escape(family)} path`)?.getAttribute("d") ?? "";
    shapes.set(family, path);
  }
  return path;
}

/** One event drawn in one lane: a stem with a head, perhaps a bar, perhaps a label. */
export class Mark {
  /**
   * @param {TimelineEvent} event
   * @param {string} laneName
   */
  constructor(event, laneName) {
    this.event = event;
    /** @type {Placed | null} */
    this.placed = null;
    this.stem = svg("path", { class: "stem" });
    this.ring = svg("circle", { class: "ring", r: 10 });
    this.head = svg("path", { class: "head", d: shapeOf(event.family) });
    this.hit = svg("rect", { class: "hit", width: 22 });
    this.ground = svg("rect", { class: "ground", height: ROW + 2, rx: 2 });
    this.text = svg("text");
    if (event.foreign) set(this.text, { lang: "en" });
    /** @type {SVGElement[]} */
    this.bars = [];
    this.link = svg(
      "a",
      {
        class: `mark ${tone(event.score)}${event.approximate ? " hollow" : ""}`,
        href: setup.event + event.id,
        tabindex: -1,
        "data-event": event.id,
        "aria-label": nameOf(event, laneName),
      },
      this.hit,
      this.stem,
      this.ring,
      this.head,
      this.ground,
      this.text,
    );
    this.item = svg("g", { role: "listitem" }, this.link);
  }

  /**
   * @param {Placed} placed
   * @param {Scale} scale
   */
  place(placed, scale) {
    const { x0, x, y, bar } = placed;
    const lean = x - x0;
    this.placed = placed;
    this.moveTo(x0);
    set(this.stem, { d: `M0 0L${lean.toFixed(1)} ${y.toFixed(1)}` });
    set(this.head, { transform: `translate(${lean.toFixed(1)} ${y.toFixed(1)})` });
    set(this.ring, { cx: lean.toFixed(1), cy: y.toFixed(1) });
    set(this.hit, { x: lean - 11, y: Math.min(0, y - 11), height: Math.abs(y) + 11 });
    this.#drawBar(bar, scale);
  }

  /** @param {number} x */
  moveTo(x) {
    this.x0 = x;
    set(this.link, { transform: `translate(${x.toFixed(1)} 0)` });
  }

  /**
   * @param {Label | null} label
   * @param {boolean} grounded
   */
  label(label, grounded) {
    const shown = label !== null;
    this.text.classList.toggle("none", !shown);
    this.ground.classList.toggle("none", !shown || !(grounded || label.covers));
    if (!label || !this.placed) return;
    const left = label.x - this.placed.x0;
    if (this.text.textContent !== label.text) this.text.textContent = label.text;
    set(this.text, { x: (left + label.width / 2).toFixed(1), y: (label.y + 4).toFixed(1) });
    const top = label.y - ROW / 2 - 1;
    set(this.ground, { x: (left - 3).toFixed(1), y: top.toFixed(1), width: label.width + 6 });
  }

  /**
   * @param {Placed["bar"]} bar
   * @param {Scale} scale
   */
  #drawBar(bar, scale) {
    const parts = bar
      ? [
          ["before", bar.from, bar.sureFrom],
          ["sure", bar.sureFrom, bar.sureTo],
          ["after", bar.sureTo, bar.to],
        ].filter(([, from, to]) => Number(to) - Number(from) > 0.5)
      : [];
    while (this.bars.length > parts.length) this.bars.pop()?.remove();
    parts.forEach(([part, from, to], index) => {
      if (!this.bars[index]) {
        this.bars[index] = svg("rect", { height: 5 });
        this.link.prepend(this.bars[index]);
      }
      const width = Number(to) - Number(from);
      const x = scale.rtl ? -Number(to) : Number(from);
      set(this.bars[index], {
        class: `bar ${part}`,
        x: x.toFixed(1),
        y: bar?.y ?? 0,
        width: width.toFixed(1),
      });
    });
  }
}

/**
 * @param {TimelineEvent} event
 * @param {string} laneName
 */
function nameOf(event, laneName) {
  const parts = [event.when, laneName, event.title, `${signWord(event.score)} ${signed(event.score)}`];
  if (event.disputed) parts.push(phrase("disputed"));
  return `${parts.filter(Boolean).join(". ")}.`;
}
