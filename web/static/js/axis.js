/** @import {Scale} from "./scale.js" */
import { set, svg } from "./dom.js";
import { rowHeight } from "./measure.js";
import { ticks } from "./ticks.js";

/** The ticks above the lanes and their lines through them; nodes are used again. */
export class Axis {
  constructor() {
    this.labels = svg("g", { class: "axis", "aria-hidden": "true" });
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
    all.forEach(({ day, text, major }, index) => {
      const x = scale.x(day).toFixed(1);
      paths[major ? "major" : "minor"] += `M${x} 0V${height}`;
      const label = this.labels.children[index] ?? this.labels.appendChild(svg("text"));
      const beyond = Number(x) < scale.left - 8 || Number(x) > scale.right + 8;
      set(label, { x, y: this.height - 8, class: `${major ? "major" : ""}${beyond ? " beyond" : ""}` });
      if (label.textContent !== text) label.textContent = text;
    });
    while (this.labels.children.length > all.length) this.labels.lastChild?.remove();
    set(this.minor, { d: paths.minor });
    set(this.major, { d: paths.major });
  }
}
