/** @import {Box} from "./types.js" */
import { ROW, widthOf } from "./measure.js";

const GAP = 10;
const NEAR = 36;
const FAR = 120;

/**
 * @typedef {object} Labelled a mark that wants a label; `y` is negative above the lane's line
 * @property {number} x
 * @property {number} y
 * @property {string[]} texts the best first
 * @property {boolean} bold
 * @property {boolean} must has a label even where it covers others
 * @property {number} radius
 * @property {Box} bounds within which the label must stand
 *
 * @typedef {object} Label
 * @property {string} text
 * @property {number} x left edge
 * @property {number} y middle
 * @property {number} width
 * @property {boolean} covers lies on something and needs a ground
 */

/**
 * Labels for the marks of a lane, given in order of importance. None touches another, nor a mark,
 * nor one of the `taken` boxes; a mark without room gets null.
 * @param {Labelled[]} marks
 * @param {Box[]} taken
 * @param {number} sign 1 where time runs to the right
 * @returns {(Label | null)[]}
 */
export function placeLabels(marks, taken, sign) {
  const boxes = [...taken];
  return marks.map((mark) => {
    const label = free(mark, boxes, sign) ?? (mark.must ? forced(mark, sign) : null);
    if (label) boxes.push(boxOf(label));
    return label;
  });
}

/**
 * @param {Labelled} mark
 * @param {Box[]} boxes
 * @param {number} sign
 * @returns {Label | null}
 */
function free(mark, boxes, sign) {
  for (const text of mark.texts) {
    const width = widthOf(text, mark.bold);
    for (const [x, y] of places(mark, width, sign)) {
      const label = { text, x, y, width, covers: false };
      const box = boxOf(label);
      if (inside(box, mark.bounds) && !boxes.some((other) => touch(box, other))) return label;
    }
  }
  return null;
}

/**
 * Where a label may stand, best first: beside the head, then a row outwards or inwards, and for
 * one that matters wider and wider about its mark.
 * @param {Labelled} mark
 * @param {number} width
 * @param {number} sign
 * @returns {Generator<[number, number]>}
 */
function* places(mark, width, sign) {
  const out = mark.y < 0 ? -1 : 1;
  const gap = Math.max(GAP, mark.radius + 3);
  const sides = [sign, -sign];
  for (const side of sides) yield [side > 0 ? mark.x + gap : mark.x - gap - width, mark.y];
  for (const row of [ROW, -ROW]) {
    const y = mark.y + out * row;
    if (y * out < ROW / 2) continue;
    for (const side of sides) yield [side > 0 ? mark.x - 4 : mark.x + 4 - width, y];
  }
  if (mark.bold) yield* farther(mark, width, gap);
}

/**
 * Places about a mark whose label matters, the nearest first.
 * @param {Labelled} mark
 * @param {number} width
 * @param {number} gap
 * @returns {[number, number][]}
 */
function farther(mark, width, gap) {
  /** @type {[number, number, number][]} */
  const found = [];
  const reach = mark.must ? FAR : NEAR;
  for (let y = mark.bounds.top + ROW / 2; y <= mark.bounds.bottom - ROW / 2; y += 4) {
    const over = Math.abs(y - mark.y) > mark.radius + ROW / 2 ? 0 : gap;
    for (let away = over; away < reach; away += 8) {
      const distance = Math.hypot(away, y - mark.y);
      if (distance > reach) continue;
      found.push([mark.x + away, y, distance], [mark.x - away - width, y, distance]);
    }
    if (!over && Math.abs(y - mark.y) < reach) found.push([mark.x - width / 2, y, Math.abs(y - mark.y) - 2]);
  }
  return found.sort((one, other) => one[2] - other[2]).map(([x, y]) => [x, y]);
}

/**
 * @param {Labelled} mark
 * @param {number} sign
 * @returns {Label}
 */
function forced(mark, sign) {
  const text = mark.texts[mark.texts.length - 1];
  const width = widthOf(text, mark.bold);
  const beside = sign > 0 ? mark.x + GAP + 3 : mark.x - GAP - 3 - width;
  const x = Math.max(mark.bounds.left + 2, Math.min(beside, mark.bounds.right - width - 2));
  return { text, x, y: mark.y, width, covers: true };
}

/**
 * @param {Label} label
 * @returns {Box}
 */
function boxOf({ x, y, width }) {
  return { left: x - 2, right: x + width + 2, top: y - ROW / 2, bottom: y + ROW / 2 };
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function touch(one, other) {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/**
 * @param {Box} box
 * @param {Box} plot
 */
function inside(box, plot) {
  return (
    box.left >= plot.left &&
    box.right <= plot.right &&
    box.top >= plot.top &&
    box.bottom <= plot.bottom
  );
}
