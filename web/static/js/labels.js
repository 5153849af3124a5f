/** @import {Box} from "./types.js" */
import { rowHeight, widthOf } from "./measure.js";

const GAP = 10;
/** How far from its mark a label may stand that matters, and that of the selected event. */
const NEAR = 26;
const FAR = 110;
/** From here on a thin line leads to the mark. */
const LEAD = 22;

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
 * @property {boolean} covers found no free room and lies on something
 * @property {boolean} far stands so far from its mark that a line must lead there
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
      const label = { text, x, y, width, covers: false, far: isFar(mark, x, y, width) };
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
  const out = mark.y > 0 ? 1 : -1;
  const gap = Math.max(GAP, mark.radius + 3);
  const sides = [sign, -sign];
  for (const side of sides) yield [side > 0 ? mark.x + gap : mark.x - gap - width, mark.y];
  for (const row of [rowHeight(), -rowHeight()]) {
    const y = mark.y + out * row;
    if (y * out < rowHeight() / 2) continue;
    // Outwards a label may begin above its head; inwards the stem is in the way.
    const off = row > 0 ? -4 : 5;
    for (const side of sides) yield [side > 0 ? mark.x + off : mark.x - off - width, y];
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
  for (let y = mark.bounds.top + rowHeight() / 2; y <= mark.bounds.bottom - rowHeight() / 2; y += 4) {
    const over = Math.abs(y - mark.y) > mark.radius + rowHeight() / 2 ? 0 : gap;
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
  return { text, x, y: mark.y, width, covers: true, far: false };
}

/**
 * @param {Labelled} mark
 * @param {number} x
 * @param {number} y
 * @param {number} width
 */
function isFar(mark, x, y, width) {
  const aside = Math.max(0, x - mark.x, mark.x - x - width);
  return Math.hypot(aside, y - mark.y) > LEAD;
}

/**
 * What a label covers.
 * @param {Label} label
 * @returns {Box}
 */
export function boxOf({ x, y, width }) {
  return { left: x - 2, right: x + width + 2, top: y - rowHeight() / 2, bottom: y + rowHeight() / 2 };
}

/**
 * Whether two boxes have a point in common.
 * @param {Box} one
 * @param {Box} other
 */
export function touch(one, other) {
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
