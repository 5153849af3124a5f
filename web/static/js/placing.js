/** @import {Box, TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */

export const HEAD = 7;
/** Heads nearer than this would lie on each other. */
const NEAR = 12;
const BAR = 5;

/**
 * @typedef {object} Placed where an event stands in its lane, whose line is at 0
 * @property {TimelineEvent} event
 * @property {number} x its stem and head: at its date, or within the days that the date leaves open
 * @property {number} y negative above the line; 0 for a neutral event
 * @property {Bar | null} bar what it lasts
 * @property {number} more events that would lie on it and are not drawn at this scale
 *
 * @typedef {object} Bar pixels from x towards the future; the outer two parts fade
 * @property {number} from
 * @property {number} sureFrom
 * @property {number} sureTo
 * @property {number} to
 * @property {number} y top edge
 */

/**
 * Place the events of a lane. No head lies on another and none leaves its date: what would lie on
 * a weightier head is counted there, until the reader zooms in and they come apart.
 * @param {TimelineEvent[]} events in date order
 * @param {Scale} scale
 * @param {number} height of the lane
 * @param {number} edge pixels beyond the plot that open ends run to
 * @param {(one: TimelineEvent, other: TimelineEvent) => number} rank who is placed first
 * @returns {Placed[]} those that are drawn, in date order
 */
export function placeMarks(events, scale, height, edge, rank) {
  /** @type {Placed[]} */
  const heads = [];
  for (const event of [...events].sort(rank)) {
    const y = heightOf(event.score, height);
    const free = offsets(event, scale).find((x) => !heads.some((head) => touch(head, x, y)));
    if (free !== undefined) {
      heads.push({ event, x: free, y, bar: null, more: 0 });
      continue;
    }
    const over = heads.find((head) => touch(head, scale.x(event.at), y));
    if (over) over.more++;
  }
  heads.sort((one, other) => one.event.at - other.event.at);
  /** @type {{up: number[], down: number[]}} */
  const levels = { up: [], down: [] };
  for (const head of heads) {
    const bar = barOf(head, scale, edge);
    if (!bar) continue;
    const below = head.event.score < 0;
    const level = stack(below ? levels.down : levels.up, scale, bar);
    bar.y = below ? 1 + level * (BAR + 1) : -1 - BAR - level * (BAR + 1);
    head.bar = bar;
  }
  return heads;
}

/**
 * The end of a stem: as far from the line as the score is strong, above for cooperation.
 * @param {number} score
 * @param {number} height of the lane
 */
export function heightOf(score, height) {
  if (!score) return 0;
  const reach = Math.max(8, height / 2 - HEAD - 3);
  return -Math.sign(score) * (7 + ((reach - 7) * Math.abs(score)) / 10);
}

/**
 * What a mark covers, its stem and bar too, so that no label lies on it.
 * @param {Placed} mark
 * @param {number} sign 1 where time runs to the right
 * @returns {Box[]}
 */
export function boxesOf({ x, y, bar }, sign) {
  const boxes = [
    { left: x - HEAD, right: x + HEAD, top: y - HEAD, bottom: y + HEAD },
    { left: x - 2, right: x + 2, top: Math.min(0, y), bottom: Math.max(0, y) },
  ];
  if (bar) {
    const ends = [x + sign * bar.from, x + sign * bar.to];
    boxes.push({ left: Math.min(...ends), right: Math.max(...ends), top: bar.y, bottom: bar.y + BAR });
  }
  return boxes;
}

/**
 * Where the head may stand, its own day first: a date that leaves open which day, or a day wider
 * than a head, has room beside it.
 * @param {TimelineEvent} event
 * @param {Scale} scale
 */
function offsets(event, scale) {
  const x = scale.x(event.at);
  const earliest = (event.begin - event.at) * scale.unit;
  const latest = (Math.min(event.begun, event.end) + 1 - event.at) * scale.unit;
  const out = [x];
  const most = Math.min(120, Math.max(-earliest, latest));
  for (let away = NEAR; away <= most; away += NEAR) {
    if (away <= latest) out.push(x + away * scale.sign);
    if (-away >= earliest) out.push(x - away * scale.sign);
  }
  return out;
}

/**
 * @param {Placed} head
 * @param {number} x
 * @param {number} y
 */
function touch(head, x, y) {
  return Math.abs(head.x - x) < NEAR && Math.abs(head.y - y) < NEAR;
}

/**
 * The lowest level on which the bar does not lie on an earlier one; at most three.
 * @param {number[]} levels day up to which each level is taken
 * @param {Scale} scale
 * @param {Bar & {day: number}} bar
 */
function stack(levels, scale, bar) {
  const begin = bar.day + bar.from / scale.unit;
  const free = levels.findIndex((end) => end <= begin);
  const level = free >= 0 ? free : Math.min(levels.length, 2);
  levels[level] = bar.day + bar.to / scale.unit;
  return level;
}

/**
 * @param {Placed} head
 * @param {Scale} scale
 * @param {number} edge
 * @returns {(Bar & {day: number}) | null} with the day of its head
 */
function barOf({ event, x }, scale, edge) {
  const day = scale.day(x);
  const past = (scale.window.a - day) * scale.unit - edge;
  const future = (scale.window.b - day) * scale.unit + edge;
  const within = (/** @type {number} */ way) => Math.max(past, Math.min(future, way));
  const at = (/** @type {number} */ date) => within((date - day) * scale.unit);
  const from = at(event.begin);
  const sureFrom = at(event.begun);
  if (!event.interval) {
    const to = at(event.end + 1);
    // Days that merely have a width at this scale are no span.
    if (event.begin === event.end || to - from < 12) return null;
    return { from, sureFrom: 0, sureTo: 0, to, y: 0, day };
  }
  const sureTo = event.open === "ongoing" ? future : Math.max(sureFrom, at(event.ended + 1));
  const to = event.open === "unknown" ? Math.min(future, sureTo + 64) : at(event.end + 1);
  if (to - from < 3) return null;
  return { from, sureFrom, sureTo, to: Math.max(to, sureTo), y: 0, day };
}
