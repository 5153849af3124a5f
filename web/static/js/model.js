/** @import {Cause, Span, State, TimelineData, TimelineEvent} from "./types.js" */
import { Chain } from "./chain.js";
import { passes, within } from "./filter.js";
import { windowOf } from "./state.js";

const SHORTEST = 20;

/** What the page shows: the events, the reader's state, and what follows from both. */
export class Model {
  /**
   * @param {TimelineData} data
   * @param {State} state
   */
  constructor(data, state) {
    this.data = data;
    this.chain = new Chain(data);
    this.state = state;
    /** @type {Span} */
    this.window = windowOf(state, data.domain);
    /** @type {Set<string> | null} ids of the events that hold the words searched for */
    this.found = null;
    /** @type {TimelineEvent[]} */
    this.passing = [];
    /** @type {Cause[]} */
    this.causes = [];
    /** @type {Set<string>} */
    this.related = new Set();
    /** @type {Set<string>} */
    this.lanesShown = new Set();
    this.update();
  }

  /** Compute anew what follows from the state. */
  update() {
    const { state } = this;
    this.passing = this.data.events.filter((event) => passes(event, state, this.found));
    this.causes = state.event ? this.chain.of(state.event) : [];
    this.related = new Set(this.causes.flatMap(({ cause, effect }) => [cause.id, effect.id]));
    this.related.delete(state.event);
    this.lanesShown = new Set(this.#chosenLanes());
  }

  /** @param {string} id */
  isLaneShown(id) {
    return !this.state.partner.length || this.lanesShown.has(id);
  }

  get selected() {
    return this.data.byId.get(this.state.event) ?? null;
  }

  /** How many events pass the filter and may have been going on in the window. */
  get shown() {
    return this.passing.filter((event) => within(event, this.window)).length;
  }

  /**
   * Set the window, kept within the domain and not shorter than some days.
   * @param {number} a
   * @param {number} b
   */
  setWindow(a, b) {
    const { domain } = this.data;
    const length = Math.min(domain.b - domain.a, Math.max(SHORTEST, b - a));
    const middle = (a + b) / 2;
    const begin = Math.max(domain.a, Math.min(domain.b - length, middle - length / 2));
    this.window = { a: begin, b: begin + length };
  }

  /** Place in the order of labels: the selected first, then its chain, then by weight. */
  rank(/** @type {TimelineEvent} */ event) {
    if (event.id === this.state.event) return -1000;
    const related = this.related.has(event.id) ? -500 : 0;
    return related - event.weight * 20 - Math.abs(event.score);
  }

  /** The lanes asked for; where none of the partners has one, those of the events that pass. */
  #chosenLanes() {
    const lanes = new Set(this.data.lanes.map((lane) => lane.id));
    const chosen = this.state.partner.filter((id) => lanes.has(id));
    return chosen.length ? chosen : this.passing.flatMap((event) => event.lanes);
  }
}
