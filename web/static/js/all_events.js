/** @import {Cause, Named, Span, State, Tally, TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */
import { Bins } from "./bins.js";
import { byLane, domainOf, readEvents, readLanes } from "./columns.js";
import { passes } from "./filter.js";
import { tallyOf } from "./part.js";
import { setup } from "./setup.js";
import { dayOf, yearOf } from "./time.js";

/** A timeline of which every event is here; filtered and counted on the spot. */
export class AllEvents {
  /** @param {any} answer */
  constructor(answer) {
    /** @type {Named[]} */
    this.lanes = readLanes(answer.lanes);
    const { events, causes } = readEvents(answer, this.lanes);
    /** @type {TimelineEvent[]} in date order */
    this.events = events;
    /** @type {Cause[]} */
    this.causes = causes;
    this.byId = new Map(events.map((event) => [event.id, event]));
    this.total = events.length;
    /** @type {Span} */
    this.domain = domainOf(events);
    this.months = monthsOf(this.domain);
    /** @type {TimelineEvent[]} */
    this.passing = events;
    this.asked = "";
    /** @type {Promise<Set<string> | null>} what holds the words that were asked for */
    this.answer = Promise.resolve(null);
    /** @type {Set<string> | null} ids of the events that hold the words searched for */
    this.found = null;
    /** Whether the server did not say what holds the words; then nothing passes. */
    this.unanswered = false;
    /** @type {Map<string, TimelineEvent[]>} */
    this.laneEvents = new Map();
    /** @type {Map<string | null, Bins>} */
    this.byMonth = new Map();
    /** @type {Span} the window of the tallies that are kept */
    this.tallied = { a: 0, b: 0 };
    /** @type {Map<string | null, Tally>} */
    this.tallies = new Map();
  }

  /**
   * Take on a state's filter; the words searched for are looked up by the server.
   * @param {State} state
   * @returns {Promise<boolean>} false where another state was asked for meanwhile
   */
  async take(state) {
    const { q } = state;
    if (q !== this.asked) {
      this.asked = q;
      this.answer = q ? this.#search(q) : Promise.resolve(null);
    }
    // Another state with the same words may come while their answer is under way.
    const found = await this.answer;
    if (q !== this.asked) return false;
    this.unanswered = Boolean(q) && !found;
    this.found = this.unanswered ? new Set() : found;
    if (this.unanswered) this.asked = "";
    this.passing = this.events.filter((event) => passes(event, state, this.found));
    this.laneEvents = byLane(this.passing, this.lanes);
    this.byMonth.clear();
    this.tallies.clear();
    return true;
  }

  /** Look at a window: nothing more is to be had than what is here. */
  async look() {
    return false;
  }

  /** @param {string} id */
  async find(id) {
    return this.byId.get(id);
  }

  /**
   * The events of a lane that pass the filter, in date order.
   * @param {string} lane
   */
  ofLane(lane) {
    return this.laneEvents.get(lane) ?? [];
  }

  /** Whether the events of a lane within a window are known in part alone. */
  isPartial() {
    return false;
  }

  /**
   * What passes the filter and may have been going on in the window; null for all lanes together.
   * @param {string | null} lane
   * @param {Span} window
   * @returns {Tally}
   */
  tally(lane, window) {
    if (window.a !== this.tallied.a || window.b !== this.tallied.b) {
      this.tallied = { ...window };
      this.tallies.clear();
    }
    let tally = this.tallies.get(lane);
    if (!tally) {
      tally = tallyOf(lane === null ? this.passing : this.ofLane(lane), window);
      this.tallies.set(lane, tally);
    }
    return tally;
  }

  /**
   * Counts by month over the whole domain; null for all lanes together.
   * @param {string | null} lane
   */
  monthly(lane) {
    let bins = this.byMonth.get(lane);
    if (!bins) {
      bins = Bins.of(lane === null ? this.passing : this.ofLane(lane), this.months);
      this.byMonth.set(lane, bins);
    }
    return bins;
  }

  /**
   * Counts of a lane by bins that are so many pixels wide.
   * @param {string} lane
   * @param {Scale} scale
   * @param {{size: number, from: number, to: number}} shape with the range of x
   */
  binsOf(lane, scale, { size, from, to }) {
    const edges = [];
    for (let x = from; x < to + size; x += size) edges.push(scale.day(x));
    if (scale.rtl) edges.reverse();
    return Bins.of(this.ofLane(lane), edges);
  }

  /**
   * @param {string} words
   * @returns {Promise<Set<string> | null>} null where the server does not answer
   */
  async #search(words) {
    try {
      const response = await fetch(`${setup.ids}&q=${encodeURIComponent(words)}`);
      if (response.ok) return new Set(await response.json());
    } catch {
      // As with an answer that is an error: what was found before belongs to other words.
    }
    return null;
  }
}

/**
 * The first days of the months of a span of whole years, and the day after the last.
 * @param {Span} span
 */
function monthsOf({ a, b }) {
  const edges = [];
  for (let year = yearOf(a); year < yearOf(b); year++) {
    for (let month = 0; month < 12; month++) edges.push(dayOf(year, month));
  }
  edges.push(b);
  return edges;
}
