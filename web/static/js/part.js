/** @import {Cause, Named, Span, Tally, TimelineEvent} from "./types.js" */
import { Bins } from "./bins.js";
import { readEvents } from "./columns.js";
import { within } from "./filter.js";

/** Days by which a window that the reader moved differs from the same one in an address. */
const ROUNDED = 1;

/** What the server tells of one window of a long timeline. */
export class Part {
  /**
   * @param {any} answer
   * @param {Named[]} lanes
   */
  constructor(answer, lanes) {
    const [a, b] = answer.span;
    /** @type {Span} */
    this.span = { a, b };
    const [first, last] = answer.held;
    /** @type {Span} of complete lanes, all events within are here */
    this.held = { a: first, b: last };
    /** @type {Set<string>} ids of lanes */
    this.complete = new Set(answer.complete.map((/** @type {number} */ lane) => lanes[lane].id));
    /** @type {Map<string | null, Tally>} by lane, and of all together under null */
    this.tallies = new Map([[null, answer.all]]);
    lanes.forEach(({ id }, lane) => {
      const { up, down, even, sum } = answer.tallies;
      this.tallies.set(id, { up: up[lane], down: down[lane], even: even[lane], sum: sum[lane] });
    });
    const { edges } = answer.bins;
    this.edges = Array.from({ length: edges.count + 1 }, (_, bin) => edges.a + bin * edges.size);
    /** @type {Span} */
    this.around = { a: this.edges[0], b: this.edges[edges.count] };
    /** @type {Map<string, Bins>} of the lanes that are not complete, and of others once asked for */
    this.bins = new Map();
    lanes.forEach(({ id }, lane) => {
      const columns = answer.bins.lanes[lane];
      if (columns) this.bins.set(id, Bins.read(columns, this.edges));
    });
    const { events, causes } = readEvents(answer, lanes);
    /** @type {TimelineEvent[]} */
    this.events = events;
    /** @type {Cause[]} */
    this.causes = causes;
    const beside = new Set(answer.beside);
    /** @type {TimelineEvent[]} */
    this.passing = events.filter((_, row) => !beside.has(row));
  }

  /**
   * Whether this tells of just that window.
   * @param {Span} window
   */
  isOf({ a, b }) {
    return Math.abs(a - this.span.a) <= ROUNDED && Math.abs(b - this.span.b) <= ROUNDED;
  }

  /**
   * What a lane holds within the window, where that is known exactly.
   * @param {string | null} lane
   * @param {Span} window
   * @returns {Tally | null}
   */
  tally(lane, window) {
    if (this.isOf(window)) return this.tallies.get(lane) ?? null;
    if (lane === null || !this.complete.has(lane) || !holds(this.held, window)) return null;
    return tallyOf(this.passing.filter((event) => event.lanes.includes(lane)), window);
  }

  /**
   * Finer counts of the lane than by month, where they reach over the window.
   * @param {string} lane
   * @param {Span} window
   */
  binsOf(lane, window) {
    if (!holds(this.around, window)) return null;
    if (this.complete.has(lane) && !this.bins.has(lane)) {
      const events = this.passing.filter((event) => event.lanes.includes(lane));
      this.bins.set(lane, Bins.of(events, this.edges));
    }
    return this.bins.get(lane) ?? null;
  }
}

/**
 * What of the events may have been going on in the window.
 * @param {TimelineEvent[]} events
 * @param {Span} window
 * @returns {Tally}
 */
export function tallyOf(events, window) {
  const tally = { up: 0, down: 0, even: 0, sum: 0 };
  for (const event of events) {
    if (!within(event, window)) continue;
    tally[event.score > 0 ? "up" : event.score < 0 ? "down" : "even"]++;
    tally.sum += event.score;
  }
  return tally;
}

/**
 * @param {Span} outer
 * @param {Span} inner
 */
function holds(outer, inner) {
  return outer.a <= inner.a + ROUNDED && outer.b >= inner.b - ROUNDED;
}
