import { byId } from "./dom.js";

/**
 * What the server tells the script: addresses, the language, and phrases in it.
 * @type {{lang: string, rtl: boolean, data: string, ids: string, here: string, event: string,
 *   window: [number | null, number | null], phrases: Record<string, string>}}
 */
export const setup = JSON.parse(byId("setup").textContent ?? "");

/**
 * A phrase in the language of the page with its fields filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [fields]
 */
export function phrase(key, fields = {}) {
  return setup.phrases[key].replace(/\{(\w+)\}/g, (_, name) => String(fields[name]));
}

/**
 * A score with its sign: `+5`, `−9.5`; a true minus, and kept together in every script.
 * @param {number} score
 */
export function signed(score) {
  const sign = score > 0 ? "+" : score < 0 ? "−" : "";
  const text = sign + Math.abs(score);
  return setup.rtl ? `\u2066${text}\u2069` : text;
}

/**
 * The word for a score's sign.
 * @param {number} score
 */
export function signWord(score) {
  return phrase(score > 0 ? "cooperation" : score < 0 ? "conflict" : "neutral");
}

/**
 * The class by which a score's sign is coloured.
 * @param {number} score
 */
export function tone(score) {
  return score > 0 ? "up" : score < 0 ? "down" : "even";
}
