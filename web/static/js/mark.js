/** @import {Label} from "./labels.js" */
/** @import {Placed} from "./placing.js" */
/** @import {Scale} from "./scale.js" */
/** @import {TimelineEvent} from "./types.js" */
import { set, svg } from "./dom.js";
import { rowHeight } from "./measure.js";
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
    this.day = event.at;
    this.y = 0;
    this.stem = svg("path", { class: "stem" });
    this.leader = svg("path", { class: "leader" });
    this.ring = svg("circle", { class: "ring", r: 10 });
    this.head = svg("path", { class: "head", d: shapeOf(event.family) });
    this.hit = svg("rect", { class: "hit" });
    this.ground = svg("rect", { class: "ground", rx: 2 });
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
      this.leader,
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
   * @param {number} reach pixels about the head that take a click, clear of its neighbours
   */
  place(placed, scale, reach) {
    const { x, y, bar } = placed;
    this.placed = placed;
    this.day = scale.day(x);
    this.y = y;
    this.moveTo(x);
    set(this.stem, { d: `M0 0V${(-y).toFixed(1)}` });
    set(this.hit, { x: -reach, y: -reach, width: 2 * reach, height: 2 * reach });
    this.#drawBar(bar, scale);
  }

  /**
   * Everything hangs on the head, by one transform, and not on the link, whose styles cost more.
   * @param {number} x
   */
  moveTo(x) {
    set(this.item, { transform: `translate(${x.toFixed(1)} ${this.y.toFixed(1)})` });
  }

  /** @param {Label | null} label */
  label(label) {
    const shown = label !== null;
    this.text.classList.toggle("none", !shown);
    this.ground.classList.toggle("none", !shown);
    this.leader.classList.toggle("none", !label?.far);
    if (!label || !this.placed) return;
    const left = label.x - this.placed.x;
    const row = rowHeight();
    if (this.text.textContent !== label.text) this.text.textContent = label.text;
    set(this.text, { x: (left + label.width / 2).toFixed(1), y: (label.y - this.y + row * 0.29).toFixed(1) });
    const box = { x: (left - 3).toFixed(1), width: label.width + 6 };
    set(this.ground, { ...box, y: (label.y - this.y - row / 2).toFixed(1), height: row });
    if (!label.far) return;
    const end = Math.max(left, Math.min(0, left + label.width));
    set(this.leader, { d: `M0 0L${end.toFixed(1)} ${(label.y - this.y).toFixed(1)}` });
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
        y: ((bar?.y ?? 0) - this.y).toFixed(1),
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
