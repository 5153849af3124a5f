/** @import {Cause, Named, Span, State, Tally, TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */
import { Bins } from "./bins.js";
import { byLane, readLanes } from "./columns.js";
import { Part } from "./part.js";
import { setup } from "./setup.js";
import { write } from "./state.js";

/** Bins a little narrower than asked for need not be joined. */
const NEARLY = 0.8;
const PARTS = 16;
const FILTERS = 6;

/**
 * A timeline with too many events to hold: counts by month for the whole, and of each window that
 * was looked at its events, or finer counts where they are many. Answers are kept, the latest of
 * them; an answer that came too late is dropped.
 */
export class PartsOfMany {
  /**
   * @param {any} answer the first one, for that state
   * @param {State} state
   */
  constructor(answer, state) {
    /** @type {Named[]} */
    this.lanes = readLanes(answer.lanes);
    this.total = answer.total;
    /** @type {Span} */
    this.domain = { a: answer.domain[0], b: answer.domain[1] };
    /** @type {Map<string, any>} the server's answers by filter */
    this.answers = new Map();
    /** @type {AbortController | null} */
    this.request = null;
    /** As with `AllEvents`; here what was answered last stays. */
    this.unanswered = false;
    this.#adopt(answer, state);
  }

  /**
   * Take on a state's filter.
   * @param {State} state
   * @returns {Promise<boolean>} false where another state was asked for meanwhile
   */
  async take(state) {
    const filter = filterOf(state);
    if (filter === this.filter) return true;
    const answer = this.answers.get(filter) ?? (await this.#ask(queryOf(state)));
    if (answer) this.#adopt(answer, state);
    return Boolean(answer);
  }

  /**
   * Look at a state's window and at the event that is selected.
   * @param {State} state
   * @returns {Promise<boolean>} whether that told anything new
   */
  async look(state) {
    const query = queryOf(state);
    let part = this.parts.get(query);
    if (part && part === this.part) return false;
    if (!part) {
      const answer = await this.#ask(`${query || "?"}&part=window`);
      if (!answer || filterOf(state) !== this.filter) return false;
      part = new Part(answer, this.lanes);
    }
    this.#keep(query, part);
    return true;
  }

  /**
   * The event of that id, asked for where it is not known.
   * @param {string} id
   * @param {State} state
   */
  async find(id, state) {
    if (id && !this.byId.has(id)) await this.look({ ...state, event: id });
    return this.byId.get(id);
  }

  /**
   * The known events of a lane, in date order.
   * @param {string} lane
   */
  ofLane(lane) {
    return this.laneEvents.get(lane) ?? [];
  }

  /**
   * Whether the events of a lane within a window are known in part alone.
   * @param {string} lane
   * @param {Span} window
   */
  isPartial(lane, window) {
    return this.part.isOf(window) && !this.part.complete.has(lane);
  }

  /**
   * What passes the filter and may have been going on in the window; reckoned by months until the
   * server has counted it. Null for all lanes together.
   * @param {string | null} lane
   * @param {Span} window
   * @returns {Tally}
   */
  tally(lane, window) {
    const known = this.part.tally(lane, window);
    if (known) return known;
    const { up, down, even, sum } = this.monthly(lane).tally(window);
    return { up: Math.round(up), down: Math.round(down), even: Math.round(even), sum };
  }

  /**
   * Counts by month over the whole domain; null for all lanes together.
   * @param {string | null} lane
   * @returns {Bins}
   */
  monthly(lane) {
    return /** @type {Bins} */ (this.byMonth.get(lane));
  }

  /**
   * Counts of a lane by bins about so many pixels wide, the finest that are known.
   * @param {string} lane
   * @param {Scale} scale
   * @param {{size: number}} shape
   */
  binsOf(lane, scale, { size }) {
    const bins = this.part.binsOf(lane, scale.window) ?? this.monthly(lane);
    const wide = scale.unit * (bins.edges[1] - bins.edges[0]);
    return bins.joined(Math.ceil((size * NEARLY) / wide));
  }

  /**
   * Ask the server; a question still under way is given up.
   * @param {string} query
   * @returns {Promise<any>} null where it was given up or did not succeed
   */
  async #ask(query) {
    this.request?.abort();
    const request = (this.request = new AbortController());
    try {
      const response = await fetch(setup.data + query.replace("?", "&"), { signal: request.signal });
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  /**
   * Take on the answer to a filter.
   * @param {any} answer
   * @param {State} state
   */
  #adopt(answer, state) {
    const { edges, all, lanes } = answer.months;
    this.filter = filterOf(state);
    this.answers.delete(this.filter);
    this.answers.set(this.filter, answer);
    shorten(this.answers, FILTERS);
    /** @type {Map<string | null, Bins>} */
    this.byMonth = new Map([[null, Bins.read(all, edges)]]);
    this.lanes.forEach(({ id }, lane) => this.byMonth.set(id, Bins.read(lanes[lane], edges)));
    /** @type {Map<string, Part>} by query, the latest last */
    this.parts = new Map();
    this.#keep(queryOf(state), new Part(answer.window, this.lanes));
  }

  /**
   * Make a part the one that is shown, and gather what all kept ones know.
   * @param {string} query
   * @param {Part} part
   */
  #keep(query, part) {
    this.part = part;
    this.parts.delete(query);
    this.parts.set(query, part);
    shorten(this.parts, PARTS);
    /** @type {Map<string, TimelineEvent>} */
    this.byId = new Map();
    /** @type {Map<string, Cause>} */
    const causes = new Map();
    /** @type {Map<string, TimelineEvent>} */
    const passing = new Map();
    for (const one of this.parts.values()) {
      for (const event of one.events) this.byId.set(event.id, event);
      for (const event of one.passing) passing.set(event.id, event);
      for (const cause of one.causes) causes.set(`${cause.cause.id} ${cause.effect.id}`, cause);
    }
    /** @type {TimelineEvent[]} those that are known and pass the filter, in date order */
    this.passing = [...passing.values()].sort((one, other) => one.begin - other.begin || one.end - other.end);
    this.laneEvents = byLane(this.passing, this.lanes);
    /** @type {Cause[]} */
    this.causes = [...causes.values()];
  }
}

/** @param {State} state */
const queryOf = (state) => write(state, ["lang", "theme"]);

/** @param {State} state */
const filterOf = (state) => write(state, ["lang", "theme", "from", "to", "event"]);

/**
 * Drop the oldest entries.
 * @param {Map<string, unknown>} map
 * @param {number} most
 */
function shorten(map, most) {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
