/** @import {TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */

const MOST_MARKS = 240;
/** A lane may be drawn as marks while so many pixels of it are there for each. */
const ROOM = 13;
/** Runs of marks that stand closer than this hide each other. */
const NEAR = 10;
const HIDDEN = 0.34;

/**
 * @typedef {object} Crowd what a lane holds in view
 * @property {TimelineEvent[]} events those that are known, in date order
 * @property {number} count of all
 * @property {boolean} partial whether the known ones are not all
 */

/**
 * Which lanes are too crowded for marks and are drawn as bins: those where too many marks would
 * lie on each other, and of the others the fullest, until the marks of all are few enough.
 * @param {Crowd[]} lanes
 * @param {Scale} scale
 * @returns {boolean[]}
 */
export function crowded(lanes, scale) {
  const dense = lanes.map((lane) => lane.partial || isCrowded(lane, scale));
  const byCount = lanes.map((_, index) => index).sort((one, other) => lanes[one].count - lanes[other].count);
  let marks = 0;
  for (const index of byCount) {
    if (!dense[index]) marks += lanes[index].count;
    if (marks > MOST_MARKS) dense[index] = true;
  }
  return dense;
}

/**
 * @param {Crowd} lane
 * @param {Scale} scale
 */
function isCrowded({ events, count }, scale) {
  if (count < 12) return false;
  if (count * ROOM > scale.width * 2) return true;
  let hidden = 0;
  /** @type {Record<string, number>} */
  const last = { up: -Infinity, even: -Infinity, down: -Infinity };
  for (const { at, begin, begun, score } of events) {
    const side = score > 0 ? "up" : score < 0 ? "down" : "even";
    const x = at * scale.unit;
    // A date that leaves the day open, or a wide day, has room beside it.
    const room = (begun - begin + 1) * scale.unit;
    if (x - last[side] < NEAR && room < 2 * NEAR) hidden++;
    else last[side] = x;
  }
  return hidden > events.length * HIDDEN;
}
