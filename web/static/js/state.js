/** @import {Span, State} from "./types.js" */
import { setup } from "./setup.js";
import { fromEdtf, spanOf, toEdtf } from "./time.js";

const MANY = /** @type {const} */ (["partner", "kind", "family", "place", "source"]);
const ONE = /** @type {const} */ (["from", "to", "min", "max", "q", "event", "lang", "theme"]);

/**
 * The state that a query string says.
 * @param {string} query
 * @returns {State}
 */
export function parse(query) {
  const asked = new URLSearchParams(query);
  /** @type {any} */
  const state = { disputed: asked.get("disputed") === "1" };
  for (const name of MANY) state[name] = asked.getAll(name).filter(Boolean);
  for (const name of ONE) state[name] = (asked.getAll(name).pop() ?? "").trim();
  return state;
}

/**
 * The query string that says a state, with its question mark, or empty.
 * @param {State} state
 * @param {(keyof State)[]} [without] names to leave out
 */
export function write(state, without = []) {
  const query = new URLSearchParams();
  for (const name of MANY) for (const value of state[name]) query.append(name, value);
  for (const name of ["from", "to", "min", "max"]) put(name);
  if (state.disputed) query.set("disputed", "1");
  for (const name of ["q", "event", "lang", "theme"]) put(name);
  for (const name of without) query.delete(name);
  const text = query.toString();
  return text && `?${text}`;

  /** @param {string} name */
  function put(name) {
    const value = /** @type {any} */ (state)[name];
    if (value) query.set(name, value);
  }
}

/**
 * The window of time that a state asks for, within the domain.
 * @param {State} state
 * @param {Span} domain
 * @returns {Span}
 */
export function windowOf(state, domain) {
  const from = spanOf(state.from)?.a ?? (state.from ? setup.window[0] : null) ?? domain.a;
  const to = spanOf(state.to)?.b ?? (state.to ? setup.window[1] : null) ?? domain.b;
  const a = Math.max(domain.a, Math.min(from, domain.b - 1));
  return { a, b: Math.max(a + 1, Math.min(to, domain.b)) };
}

/**
 * The values of `from` and `to` for a window; empty where it reaches the end of the domain.
 * @param {Span} window
 * @param {Span} domain
 */
export function boundsOf({ a, b }, domain) {
  const from = a <= domain.a ? "" : fromEdtf(Math.round(a));
  const to = b >= domain.b ? "" : toEdtf(Math.round(b) - 1);
  return { from, to };
}
