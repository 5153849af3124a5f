/** @import {TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */
import { heightOf } from "./placing.js";

const MOST_MARKS = 240;
/** A lane may be drawn as marks while so many pixels of it are there for each. */
const ROOM = 13;
/** Heads that stand closer than this hide each other. */
const NEAR = 11;
/** The heights between which a lane that gets its part of the room will be. */
const [LOW, HIGH] = [60, 300];
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
 * @param {number} room height for all of them
 * @returns {boolean[]}
 */
export function crowded(lanes, scale, room) {
  const height = Math.max(LOW, Math.min(HIGH, room / lanes.length));
  const dense = lanes.map((lane) => lane.partial || isCrowded(lane, scale, height));
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
 * @param {number} height that the lane may get
 */
function isCrowded({ events, count }, scale, height) {
  if (count < 12) return false;
  if (count * ROOM > scale.width * 2) return true;
  let hidden = 0;
  /** @type {{x: number, y: number}[]} */
  const heads = [];
  for (const { at, begin, begun, score } of events) {
    const x = at * scale.unit;
    const y = heightOf(score, height);
    // A date that leaves the day open, or a wide day, has room beside it.
    const wide = (begun - begin + 1) * scale.unit > 2 * NEAR;
    if (!wide && isTaken(heads, x, y)) hidden++;
    else heads.push({ x, y });
  }
  return hidden > events.length * HIDDEN;
}

/**
 * @param {{x: number, y: number}[]} heads in order of x
 * @param {number} x
 * @param {number} y
 */
function isTaken(heads, x, y) {
  for (let last = heads.length - 1; last >= 0 && x - heads[last].x < NEAR; last--) {
    if (Math.abs(y - heads[last].y) < NEAR) return true;
  }
  return false;
}
