import { byId } from "./dom.js";

/**
 * What the server tells the script: addresses, the language, and phrases in it.
 * @type {{lang: string, locale: string, rtl: boolean, long: boolean, data: string, ids: string, here: string, event: string,
 *   state: string, window: [number | null, number | null], terms: string,
 *   phrases: Record<string, string | Record<string, string>>}}
 */
export const setup = JSON.parse(byId("setup").textContent ?? "");

const plural = new Intl.PluralRules(setup.locale);
const digits = new Intl.NumberFormat(setup.locale);

/**
 * A phrase in the language of the page with its fields filled in; where it has plural forms, the
 * field `count` chooses one.
 * @param {string} key
 * @param {Record<string, string | number>} [fields]
 */
export function phrase(key, fields = {}) {
  const forms = setup.phrases[key];
  const text = typeof forms === "string" ? forms : (forms[plural.select(Number(fields.count))] ?? forms.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => number(fields[name]));
}

/**
 * A number as the language of the page writes it; a text stays as it is.
 * @param {string | number} value
 */
export function number(value) {
  return typeof value === "number" ? digits.format(value) : value;
}

/**
 * A score with its sign: `+5`, `−9.5`; a true minus, and kept together in every script.
 * @param {number} score
 */
export function signed(score) {
  const sign = score > 0 ? "+" : score < 0 ? "−" : "";
  const text = sign + number(Math.abs(score));
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
