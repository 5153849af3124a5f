/** @import {TimelineData, TimelineEvent, Span} from "./types.js" */
import { phrase, setup } from "./setup.js";
import { dayOf, yearOf } from "./time.js";

/** Id of the lane for events without a partner that has one. */
export const OTHERS = "";
const FIRST_DAY = dayOf(1);
const LAST_DAY = dayOf(9999, 11, 31);

/**
 * Fetch the columns and turn them into events.
 * @returns {Promise<TimelineData>}
 */
export async function load() {
  const response = await fetch(setup.data);
  if (!response.ok) throw new Error(`${setup.data} answered ${response.status}`);
  const columns = await response.json();
  const events = columns.events.id.map((/** @type {string} */ _, /** @type {number} */ row) =>
    eventAt(columns, row),
  );
  const lanes = [...columns.lanes];
  if (events.some((/** @type {TimelineEvent} */ event) => event.lanes[0] === OTHERS)) {
    lanes.push({ id: OTHERS, name: phrase("others"), short: phrase("others") });
  }
  return {
    events,
    byId: new Map(events.map((/** @type {TimelineEvent} */ event) => [event.id, event])),
    lanes,
    causes: columns.causes.map((/** @type {[number, number, number]} */ [cause, effect, sourced]) => ({
      cause: events[cause],
      effect: events[effect],
      sourced: Boolean(sourced),
    })),
    domain: domainOf(events),
  };
}

/**
 * @param {any} columns
 * @param {number} row
 * @returns {TimelineEvent}
 */
function eventAt({ events, kinds, lanes, actors, places, sources }, row) {
  /** @param {string} name */
  const at = (name) => events[name][row];
  const kind = kinds[at("kind")];
  const begin = at("begin") > FIRST_DAY ? at("begin") : at("begun");
  const ids = at("lanes").map((/** @type {number} */ lane) => lanes[lane].id);
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
    at: (begin + Math.min(at("begun"), at("end"))) / 2,
    open: at("open"),
    interval: Boolean(at("interval")),
    approximate: Boolean(at("approximate")),
    kind: kind.id,
    family: kind.family,
    lanes: ids.length ? ids : [OTHERS],
    actors: at("actors").map((/** @type {number} */ actor) => actors[actor]),
    place: at("place") < 0 ? null : places[at("place")],
    sources: at("sources").map((/** @type {number} */ source) => sources[source]),
    score: at("score"),
    weight: at("weight"),
    disputed: Boolean(at("disputed")),
  };
}

/**
 * From the begin of the first year that is written to the end of the last.
 * @param {TimelineEvent[]} events
 * @returns {Span}
 */
function domainOf(events) {
  if (!events.length) return { a: dayOf(1947), b: dayOf(2027) };
  let first = Infinity;
  let last = -Infinity;
  for (const event of events) {
    first = Math.min(first, event.at);
    last = Math.max(last, event.at, event.end < LAST_DAY ? event.end : event.at);
  }
  return { a: dayOf(yearOf(first)), b: dayOf(yearOf(last) + 1) };
}
