/** @import {Box, TimelineEvent} from "./types.js" */
/** @import {Label} from "./labels.js" */
/** @import {Placed} from "./placing.js" */
/** @import {Scale} from "./scale.js" */
import { boxOf, touch } from "./labels.js";
import { rowHeight, widthOf } from "./measure.js";
import { HEAD } from "./placing.js";

const WEIGHT = 3;
const TRIED = 24;
const GAP = 10;

/** @typedef {Placed & {label: Label | null}} Landmark */

/**
 * How many rows a lane of bins keeps free on either side for its landmarks.
 * @param {number} height of the lane
 */
export function rowsOf(height) {
  return Math.max(1, Math.min(4, Math.floor((height / 2 - 18) / (rowHeight() + 4))));
}

/**
 * The turning points of a crowded lane, each in the rows outside the bins where its name finds
 * room; those of the selected event's chain stand there even without a name where their heads
 * find room, and the selected event in any case.
 * @param {TimelineEvent[]} events of the window, in the order of rank
 * @param {Scale} scale
 * @param {number} height of the lane
 * @param {{selected: string, related: Set<string>, textsOf: (event: TimelineEvent) => string[]}} choice
 * @returns {Landmark[]} in date order
 */
export function landmarks(events, scale, height, { selected, related, textsOf }) {
  const row = rowHeight() + 2;
  const rows = rowsOf(height);
  /** @type {Box[]} */
  const taken = [];
  /** @type {Landmark[]} */
  const found = [];
  let tried = 0;
  for (const event of events) {
    const tied = event.id === selected || related.has(event.id);
    if (!tied && (event.weight < WEIGHT || ++tried > TRIED)) continue;
    const placed = place(event, tied);
    if (!placed) continue;
    found.push(placed);
    taken.push(headBox(placed), stemBox(placed));
    if (placed.label) taken.push(boxOf(placed.label));
  }
  return found.sort((one, other) => one.event.at - other.event.at);

  /**
   * @param {TimelineEvent} event
   * @param {boolean} tied it or its chain is selected
   * @returns {Landmark | null}
   */
  function place(event, tied) {
    const x = scale.x(event.at);
    const out = event.score < 0 ? 1 : -1;
    const bare = (/** @type {number} */ level) => {
      const y = out * (height / 2 - row / 2 - (rows - 1 - level) * row);
      return { event, x, y, bar: null, more: 0, label: null };
    };
    /** @type {Landmark | null} */
    let nameless = event.id === selected ? bare(rows - 1) : null;
    for (let level = 0; level < rows; level++) {
      const mark = bare(level);
      if ([headBox(mark), stemBox(mark)].some((box) => taken.some((other) => touch(box, other)))) continue;
      if (tied) nameless = mark;
      for (const text of textsOf(event)) {
        const width = widthOf(text, tied);
        for (const side of [scale.sign, -scale.sign]) {
          const left = side > 0 ? x + GAP + 2 : x - GAP - 2 - width;
          const label = { text, x: left, y: mark.y, width, covers: false, far: false };
          const box = boxOf(label);
          const inside = box.left >= scale.left && box.right <= scale.right + 12;
          if (inside && !taken.some((other) => touch(box, other))) return { ...mark, label };
        }
      }
    }
    return nameless;
  }
}

/** @param {Placed} mark */
function headBox({ x, y }) {
  return { left: x - HEAD, right: x + HEAD, top: y - HEAD, bottom: y + HEAD };
}

/** @param {Placed} mark */
function stemBox({ x, y }) {
  return { left: x - 1, right: x + 1, top: Math.min(0, y), bottom: Math.max(0, y) };
}
