/** @import {Span} from "./types.js" */

/** Days to pixels and back: left to right, or mirrored where the page runs right to left. */
export class Scale {
  /**
   * @param {Span} window
   * @param {number} left the plot's left edge
   * @param {number} width
   * @param {boolean} rtl
   */
  constructor(window, left, width, rtl) {
    this.window = window;
    this.left = left;
    this.width = width;
    this.rtl = rtl;
    this.right = left + width;
    /** Pixels a day. */
    this.unit = width / (window.b - window.a);
    /** In which direction of the screen time runs. */
    this.sign = rtl ? -1 : 1;
  }

  /** @param {number} day */
  x(day) {
    const way = (day - this.window.a) * this.unit;
    return this.rtl ? this.right - way : this.left + way;
  }

  /** @param {number} x */
  day(x) {
    const way = this.rtl ? this.right - x : x - this.left;
    return this.window.a + way / this.unit;
  }

  /**
   * The same plot with another window.
   * @param {Span} window
   */
  with(window) {
    return new Scale(window, this.left, this.width, this.rtl);
  }
}
