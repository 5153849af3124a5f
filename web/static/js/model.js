/** @import {Cause, Span, State, Tally, TimelineData, TimelineEvent} from "./types.js" */
import { Chain } from "./chain.js";
import { windowOf } from "./state.js";

/** The shortest window, in days. */
export const SHORTEST = 7;

/** What the page shows: the events, the reader's state, and what follows from both. */
export class Model {
  /**
   * @param {TimelineData} data
   * @param {State} state
   */
  constructor(data, state) {
    this.data = data;
    /** @type {Cause[]} those of which the chain was made */
    this.known = data.causes;
    this.state = state;
    /** @type {Span} */
    this.window = windowOf(state, data.domain);
    /** @type {Cause[]} */
    this.causes = [];
    /** @type {Set<string>} */
    this.related = new Set();
    /** @type {Set<string>} */
    this.lanesShown = new Set();
    this.chain = new Chain(data);
  }

  /**
   * Take on a state, and what follows from its filter.
   * @param {State} state
   * @returns {Promise<boolean>} false where another one was asked for meanwhile
   */
  async take(state) {
    this.state = state;
    if (!(await this.data.take(state)) || state !== this.state) return false;
    this.#update();
    return true;
  }

  /**
   * Ask for what the window and the selected event need and is not here.
   * @returns {Promise<boolean>} whether something came
   */
  async look() {
    if (!(await this.data.look(this.state))) return false;
    this.#update();
    return true;
  }

  #update() {
    const { state } = this;
    if (this.known !== this.data.causes) {
      this.known = this.data.causes;
      this.chain = new Chain(this.data);
    }
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

  /** The events at hand that pass the filter, in date order. */
  get passing() {
    return this.data.passing;
  }

  /** How many events pass the filter and may have been going on in the window. */
  get shown() {
    return countOf(this.data.tally(null, this.window));
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
    if (chosen.length) return chosen;
    return [...lanes].filter((id) => countOf(this.data.tally(id, this.data.domain)) > 0);
  }
}

/**
 * All events of a tally.
 * @param {Tally} tally
 */
export function countOf({ up, down, even }) {
  return up + down + even;
}
