/** @import {Box, Cause} from "./types.js" */
import { svg } from "./dom.js";

const CLEAR = 11;
const HEAD = 7;
/** Heads so near are joined by a mere line. */
const NEAR = 30;

/** The two heads of arrows: of a source's word, and of the editors' reading. */
export function arrowHeads() {
  return ["sourced", "read"].map((kind) =>
    svg(
      "marker",
      {
        id: `arrow-${kind}`,
        viewBox: "0 0 8 8",
        refX: 7,
        refY: 4,
        markerWidth: 8,
        markerHeight: 8,
        markerUnits: "userSpaceOnUse",
        orient: "auto-start-reverse",
      },
      svg("path", { d: "M0 0 8 4 0 8z", class: `arrow ${kind}` }),
    ),
  );
}

/**
 * The curve of an arrow that leaves and reaches the heads at a small distance, as the eight
 * numbers of a cubic Bézier.
 * @param {[number, number]} from
 * @param {[number, number]} to
 * @param {number} sign 1 where time runs to the right
 * @returns {number[]}
 */
export function curve([x1, y1], [x2, y2], sign) {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const out = sign * CLEAR;
  const length = Math.hypot(dx, dy);
  if (length < NEAR) {
    const [x, y] = [(dx / length) * HEAD || 0, (dy / length) * HEAD || 0];
    return [x1 + x, y1 + y, x1 + x, y1 + y, x2 - x, y2 - y, x2 - x, y2 - y];
  }
  if (Math.abs(dy) > Math.abs(dx) * 0.6) {
    const down = Math.sign(dy) * CLEAR;
    return [x1, y1 + down, x1, y1 + dy * 0.5, x2, y2 - dy * 0.5, x2, y2 - down];
  }
  const bend = sign * Math.max(14, Math.abs(dx) * 0.4);
  return [x1 + out, y1, x1 + out + bend, y1, x2 - out - bend, y2, x2 - out, y2];
}

/**
 * An arrow from cause to effect: solid where a source says so, dashed where the editors do.
 * @param {Cause} cause
 * @param {number[]} points of its curve
 */
export function arrow(cause, points) {
  const kind = cause.sourced ? "sourced" : "read";
  const [a, b, c, d, e, f, g, h] = points.map((value) => Math.round(value * 10) / 10);
  const path = svg("path", { class: `cause ${kind}`, d: `M${a} ${b}C${c} ${d} ${e} ${f} ${g} ${h}` });
  if (Math.hypot(g - a, h - b) > NEAR - 2 * HEAD) path.setAttribute("marker-end", `url(#arrow-${kind})`);
  return path;
}

/**
 * Small boxes along a curve, so that labels keep clear of it.
 * @param {number[]} points
 * @returns {Box[]}
 */
export function boxesAlong([x1, y1, x2, y2, x3, y3, x4, y4]) {
  const boxes = [];
  const steps = Math.ceil((Math.abs(x4 - x1) + Math.abs(y4 - y1)) / 8) + 6;
  for (let step = 0; step <= steps; step++) {
    const t = step / steps;
    const u = 1 - t;
    const w = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    const x = w[0] * x1 + w[1] * x2 + w[2] * x3 + w[3] * x4;
    const y = w[0] * y1 + w[1] * y2 + w[2] * y3 + w[3] * y4;
    boxes.push({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 });
  }
  return boxes;
}
