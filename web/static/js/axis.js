/** @import {Scale} from "./scale.js" */
import { set, svg } from "./dom.js";
import { rowHeight } from "./measure.js";
import { ticks } from "./ticks.js";

/** The ticks above the lanes and their lines through them; a label stays as long as its tick. */
export class Axis {
  constructor() {
    this.labels = svg("g", { class: "axis", "aria-hidden": "true" });
    /** @type {Map<string, SVGElement>} the labels that stand there, by day and text */
    this.byText = new Map();
    this.minor = svg("path");
    this.major = svg("path", { class: "major" });
    this.grid = svg("g", { class: "grid", "aria-hidden": "true" }, this.minor, this.major);
  }

  get height() {
    return Math.max(38, rowHeight() + 14);
  }

  /**
   * @param {Scale} scale
   * @param {number} height of all lanes
   * @param {number} margin pixels beyond either end
   */
  draw(scale, height, margin) {
    const all = ticks(scale, margin);
    const paths = { major: "", minor: "" };
    const y = this.height - 8;
    const before = this.byText;
    this.byText = new Map();
    for (const { day, text, major } of all) {
      const x = scale.x(day).toFixed(1);
      paths[major ? "major" : "minor"] += `M${x} 0V${height}`;
      const key = `${day} ${text}`;
      const label = before.get(key) ?? this.labels.appendChild(svg("text", {}, text));
      before.delete(key);
      this.byText.set(key, label);
      const beyond = Number(x) < scale.left - 8 || Number(x) > scale.right + 8;
      set(label, { transform: `translate(${x} ${y})`, class: `${major ? "major" : ""}${beyond ? " beyond" : ""}` });
    }
    for (const label of before.values()) label.remove();
    set(this.minor, { d: paths.minor });
    set(this.major, { d: paths.major });
  }
}
