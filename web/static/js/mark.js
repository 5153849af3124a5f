/** @import {Label} from "./labels.js" */
/** @import {Placed} from "./placing.js" */
/** @import {Scale} from "./scale.js" */
/** @import {TimelineEvent} from "./types.js" */
import { set, svg } from "./dom.js";
import { rowHeight } from "./measure.js";
import { phrase, setup, signed, signWord, tone } from "./setup.js";

/** @type {Map<string, Element>} what every mark of a family begins as, to be cloned */
const patterns = new Map();

/** @param {string} family */
function patternOf(family) {
  let pattern = patterns.get(family);
  if (!pattern) {
    const d = document.querySelector(`#shape-${CSS.escape(family)} path`)?.getAttribute("d") ?? "";
    const parts = [svg("path", { class: "hit" }), svg("path", { class: "stem" }), svg("path", { class: "head", d })];
    pattern = svg("g", { role: "listitem" }, svg("a", { tabindex: -1 }, ...parts));
    patterns.set(family, pattern);
  }
  return pattern;
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
    /** Where the head stands now. */
    this.x = NaN;
    this.y = 0;
    /** @type {SVGElement[]} */
    this.bars = [];
    this.item = /** @type {SVGElement} */ (patternOf(event.family).cloneNode(true));
    this.link = /** @type {SVGElement} */ (this.item.firstChild);
    [this.hit, this.stem, this.head] = /** @type {Iterable<SVGElement>} */ (this.link.children);
    const { link } = this;
    link.setAttribute("class", `mark ${tone(event.score)}${event.approximate ? " hollow" : ""}`);
    link.setAttribute("href", setup.event + event.id);
    link.setAttribute("data-event", event.id);
    link.setAttribute("aria-label", nameOf(event, laneName));
    /** @type {{text: SVGElement, ground: SVGElement} | null} once it was named */
    this.named = null;
    /** @type {SVGElement | null} from the name to a head far off */
    this.leader = null;
    /** @type {SVGElement | null} */
    this.ring = null;
  }

  /** Give it the ring by which the focus and the selection are seen. */
  encircle() {
    if (this.ring) return;
    this.ring = svg("circle", { class: "ring", r: 10 });
    this.head.before(this.ring);
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
    if (this.y !== y) this.x = NaN;
    this.y = y;
    this.moveTo(x);
    set(this.stem, { d: `M0 0V${(-y).toFixed(1)}` });
    set(this.hit, { d: `M${-reach} ${-reach}H${reach}V${reach}H${-reach}z` });
    this.#drawBar(bar, scale);
  }

  /**
   * Everything hangs on the head, by one transform, and not on the link, whose styles cost more.
   * @param {number} x
   */
  moveTo(x) {
    const place = Math.round(x * 10) / 10;
    if (place === this.x) return;
    this.x = place;
    this.item.setAttribute("transform", `translate(${place} ${this.y.toFixed(1)})`);
  }

  /** @param {Label | null} label */
  label(label) {
    this.leader?.classList.toggle("none", !label?.far);
    for (const part of Object.values(this.named ?? {})) part.classList.toggle("none", !label);
    if (!label || !this.placed) return;
    const { text, ground } = (this.named ??= this.#name());
    const left = label.x - this.placed.x;
    const row = rowHeight();
    if (text.textContent !== label.text) text.textContent = label.text;
    set(text, { x: (left + label.width / 2).toFixed(1), y: (label.y - this.y + row * 0.29).toFixed(1) });
    const box = { x: (left - 3).toFixed(1), width: label.width + 6 };
    set(ground, { ...box, y: (label.y - this.y - row / 2).toFixed(1), height: row });
    if (!label.far) return;
    const end = Math.max(left, Math.min(0, left + label.width));
    if (!this.leader) {
      this.leader = svg("path", { class: "leader" });
      this.stem.after(this.leader);
    }
    set(this.leader, { d: `M0 0L${end.toFixed(1)} ${(label.y - this.y).toFixed(1)}` });
  }

  #name() {
    const text = svg("text", this.event.foreign ? { lang: "en" } : {});
    const ground = svg("rect", { class: "ground", rx: 2 });
    this.link.append(ground, text);
    return { text, ground };
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
