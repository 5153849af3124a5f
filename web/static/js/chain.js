/** @import {Cause, TimelineData} from "./types.js" */

const DEPTH = 2;

/** What led to an event and what it led to, two steps either way. */
export class Chain {
  /** @param {TimelineData} data */
  constructor(data) {
    /** @type {Map<string, Cause[]>} */
    this.before = new Map();
    /** @type {Map<string, Cause[]>} */
    this.after = new Map();
    for (const cause of data.causes) {
      add(this.before, cause.effect.id, cause);
      add(this.after, cause.cause.id, cause);
    }
  }

  /**
   * The causes within reach of an event, each once.
   * @param {string} id
   * @returns {Cause[]}
   */
  of(id) {
    const found = new Set();
    walk(this.before, id, (cause) => cause.cause.id, found);
    walk(this.after, id, (cause) => cause.effect.id, found);
    return [...found];
  }
}

/**
 * @param {Map<string, Cause[]>} map
 * @param {string} id
 * @param {Cause} cause
 */
function add(map, id, cause) {
  const list = map.get(id);
  if (list) list.push(cause);
  else map.set(id, [cause]);
}

/**
 * @param {Map<string, Cause[]>} map
 * @param {string} start
 * @param {(cause: Cause) => string} next
 * @param {Set<Cause>} found
 */
function walk(map, start, next, found) {
  let ids = [start];
  for (let depth = 0; depth < DEPTH; depth++) {
    const causes = ids.flatMap((id) => map.get(id) ?? []).filter((cause) => !found.has(cause));
    for (const cause of causes) found.add(cause);
    ids = causes.map(next);
  }
}
