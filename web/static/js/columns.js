/** @import {Cause, Named, Span, TimelineEvent} from "./types.js" */
import { phrase } from "./setup.js";
import { dayOf, yearOf } from "./time.js";

/** Id of the lane for events without a partner that has one. */
export const OTHERS = "";
const FIRST_DAY = dayOf(1);
const LAST_DAY = dayOf(9999, 11, 31);

/**
 * The lanes as the server names them, and the last one as the interface does.
 * @param {Named[]} lanes
 * @returns {Named[]}
 */
export function readLanes(lanes) {
  const others = { id: OTHERS, name: phrase("others"), short: phrase("others") };
  return lanes.map((lane) => (lane.id === OTHERS ? others : lane));
}

/**
 * The events that stand in columns, and the causes among them.
 * @param {any} columns
 * @param {Named[]} lanes
 * @returns {{events: TimelineEvent[], causes: Cause[]}}
 */
export function readEvents(columns, lanes) {
  /** @type {TimelineEvent[]} */
  const events = columns.events.id.map((/** @type {string} */ _, /** @type {number} */ row) =>
    eventAt(columns, lanes, row),
  );
  const causes = columns.causes.map((/** @type {[number, number, number]} */ [cause, effect, sourced]) => ({
    cause: events[cause],
    effect: events[effect],
    sourced: Boolean(sourced),
  }));
  return { events, causes };
}

/**
 * @param {any} columns
 * @param {Named[]} lanes
 * @param {number} row
 * @returns {TimelineEvent}
 */
function eventAt({ events, kinds, actors, places, sources }, lanes, row) {
  /** @param {string} name */
  const at = (name) => events[name][row];
  const kind = kinds[at("kind")];
  // What has no begin stands at its end.
  const begun = at("begun") > FIRST_DAY ? Math.min(at("begun"), at("end")) : at("ended");
  const begin = at("begin") > FIRST_DAY ? at("begin") : begun;
  return {
    id: at("id"),
    title: at("title"),
    short: at("short"),
    foreign: Boolean(at("foreign")),
    when: at("when"),
    begin: at("begin"),
    begun: at("begun"),
    ended: at("ended"),
    end: at("end"),
    at: (begin + begun) / 2,
    open: at("open"),
    interval: Boolean(at("interval")),
    approximate: Boolean(at("approximate")),
    kind: kind.id,
    family: kind.family,
    lanes: at("lanes").map((/** @type {number} */ lane) => lanes[lane].id),
    actors: at("actors").map((/** @type {number} */ actor) => actors[actor]),
    place: at("place") < 0 ? null : places[at("place")],
    sources: at("sources").map((/** @type {number} */ source) => sources[source]),
    score: at("score"),
    weight: at("weight"),
    disputed: Boolean(at("disputed")),
  };
}

/**
 * The events of each lane, in the order given.
 * @param {TimelineEvent[]} events
 * @param {Named[]} lanes
 * @returns {Map<string, TimelineEvent[]>}
 */
export function byLane(events, lanes) {
  /** @type {Map<string, TimelineEvent[]>} */
  const found = new Map(lanes.map(({ id }) => [id, []]));
  for (const event of events) for (const id of event.lanes) found.get(id)?.push(event);
  return found;
}

/**
 * From the begin of the first year that is written to the end of the last.
 * @param {TimelineEvent[]} events
 * @returns {Span}
 */
export function domainOf(events) {
  if (!events.length) return { a: dayOf(1947), b: dayOf(2027) };
  let first = Infinity;
  let last = -Infinity;
  for (const event of events) {
    first = Math.min(first, event.at);
    last = Math.max(last, event.at, event.end < LAST_DAY ? event.end : event.at);
  }
  return { a: dayOf(yearOf(first)), b: dayOf(yearOf(last) + 1) };
}
