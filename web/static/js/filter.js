/** @import {Span, State, TimelineEvent} from "./types.js" */

/**
 * Whether the filter lets the event through, by the rules of the server (`kb.timeline.filter`);
 * time is left to `within`, and the text to the server, which answers with ids.
 * @param {TimelineEvent} event
 * @param {State} state
 * @param {Set<string> | null} found ids of the events that hold the text, null for any
 */
export function passes(event, state, found) {
  return (
    (!state.partner.length || state.partner.some((id) => takesPart(event, id))) &&
    (!state.kind.length || state.kind.includes(event.kind)) &&
    (!state.family.length || state.family.includes(event.family)) &&
    (!state.place.length || (event.place !== null && state.place.includes(event.place))) &&
    (!state.source.length || state.source.some((id) => event.sources.includes(id))) &&
    !(event.score < number(state.min)) &&
    !(event.score > number(state.max)) &&
    (!state.disputed || event.disputed) &&
    (!found || found.has(event.id))
  );
}

/**
 * Whether the event may have been going on within the window.
 * @param {TimelineEvent} event
 * @param {Span} window
 */
export function within(event, window) {
  return event.begin < window.b && event.end >= window.a;
}

/**
 * @param {TimelineEvent} event
 * @param {string} id
 */
function takesPart(event, id) {
  return event.lanes.includes(id) || event.actors.includes(id);
}

/**
 * NaN for an absent or unusable number, with which every comparison fails.
 * @param {string} text
 */
function number(text) {
  const value = text ? Number(text.replace("−", "-")) : NaN;
  return value >= -10 && value <= 10 ? value : NaN;
}
