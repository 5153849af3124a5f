/** @import {Box, TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */

const HEAD = 7;
const NEAR = 11;
const BAR = 5;
/** How far a head may be pushed aside, the least first. */
const ASIDE = [0, 6, -6, 12, -12, 18];

/**
 * @typedef {object} Placed where an event stands in its lane, whose line is at 0
 * @property {TimelineEvent} event
 * @property {number} x0 where its stem rises from the line
 * @property {number} x its head, pushed aside where heads would lie on each other
 * @property {number} y
 * @property {Bar | null} bar what it lasts
 *
 * @typedef {object} Bar pixels from x0 towards the future; the outer two parts fade
 * @property {number} from
 * @property {number} sureFrom
 * @property {number} sureTo
 * @property {number} to
 * @property {number} y top edge
 */

/**
 * Place the events of a lane, given in date order.
 * @param {TimelineEvent[]} events
 * @param {Scale} scale
 * @param {number} height of the lane
 * @param {number} edge pixels beyond the plot that open ends run to
 * @returns {Placed[]}
 */
export function placeMarks(events, scale, height, edge) {
  /** @type {{1: [number, number][], [-1]: [number, number][]}} */
  const heads = { 1: [], [-1]: [] };
  /** @type {{1: number[], [-1]: number[]}} */
  const levels = { 1: [], [-1]: [] };
  const reach = Math.max(8, height / 2 - HEAD - 3);
  return events.map((event) => {
    const half = event.score < 0 ? 1 : -1;
    const length = 7 + ((reach - 7) * Math.abs(event.score)) / 10;
    const x0 = scale.x(event.at);
    const free = ASIDE.find((way) => !heads[half].some(near(x0 + way * scale.sign, length))) ?? 0;
    const x = x0 + free * scale.sign;
    heads[half].push([x, length]);
    const bar = barOf(event, scale, edge);
    if (bar) bar.y = stack(levels[half], scale, event, bar) * half * (BAR + 1) + (half > 0 ? 1 : -1 - BAR);
    return { event, x0, x, y: half * length, bar };
  });
}

/**
 * What a mark covers, its stem and bar too, so that no label lies on it.
 * @param {Placed} mark
 * @param {number} sign 1 where time runs to the right
 * @returns {Box[]}
 */
export function boxesOf({ x0, x, y, bar }, sign) {
  const boxes = [
    { left: x - HEAD, right: x + HEAD, top: y - HEAD, bottom: y + HEAD },
    { left: Math.min(x0, x) - 2, right: Math.max(x0, x) + 2, top: Math.min(0, y), bottom: Math.max(0, y) },
  ];
  if (bar) {
    const ends = [x0 + sign * bar.sureFrom, x0 + sign * bar.sureTo];
    boxes.push({ left: Math.min(...ends), right: Math.max(...ends), top: bar.y, bottom: bar.y + BAR });
  }
  return boxes;
}

/**
 * @param {number} x
 * @param {number} length
 * @returns {(head: [number, number]) => boolean}
 */
function near(x, length) {
  return ([otherX, otherLength]) =>
    Math.abs(otherX - x) < NEAR && Math.abs(otherLength - length) < NEAR;
}

/**
 * The lowest level on which the bar does not lie on an earlier one; at most three.
 * @param {number[]} levels day up to which each level is taken
 * @param {Scale} scale
 * @param {TimelineEvent} event
 * @param {Bar} bar
 */
function stack(levels, scale, event, bar) {
  const begin = event.at + bar.from / scale.unit;
  const free = levels.findIndex((end) => end <= begin);
  const level = free >= 0 ? free : Math.min(levels.length, 2);
  levels[level] = event.at + bar.to / scale.unit;
  return level;
}

/**
 * @param {TimelineEvent} event
 * @param {Scale} scale
 * @param {number} edge
 * @returns {Bar | null}
 */
function barOf(event, scale, edge) {
  const past = (scale.window.a - event.at) * scale.unit - edge;
  const future = (scale.window.b - event.at) * scale.unit + edge;
  const within = (/** @type {number} */ way) => Math.max(past, Math.min(future, way));
  const at = (/** @type {number} */ day) => within((day - event.at) * scale.unit);
  const from = at(event.begin);
  const sureFrom = at(event.begun);
  if (!event.interval) {
    const to = at(event.end + 1);
    return to - from < 12 ? null : { from, sureFrom: 0, sureTo: 0, to, y: 0 };
  }
  const sureTo = event.open === "ongoing" ? future : Math.max(sureFrom, at(event.ended + 1));
  const to = event.open === "unknown" ? Math.min(future, sureTo + 64) : at(event.end + 1);
  return to - from < 3 ? null : { from, sureFrom, sureTo, to: Math.max(to, sureTo), y: 0 };
}
