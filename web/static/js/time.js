/** @import {Span} from "./types.js" */
import { setup } from "./setup.js";

const DAY = 86_400_000;

/** @param {number} day */
export const dateOf = (day) => new Date(Math.round(day) * DAY);

/**
 * @param {number} year
 * @param {number} [month] from 0
 * @param {number} [date]
 */
export function dayOf(year, month = 0, date = 1) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, date);
  return Math.round(moment.getTime() / DAY);
}

/** @param {number} day */
export const yearOf = (day) => dateOf(day).getUTCFullYear();

/**
 * A formatter of days in the language of the page; it is made when it is first asked.
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {(day: number) => string}
 */
export function formatter(options) {
  /** @type {Intl.DateTimeFormat | undefined} */
  let format;
  return (day) => {
    format ??= new Intl.DateTimeFormat(setup.locale, { ...options, timeZone: "UTC" });
    return format.format(dateOf(day));
  };
}

export const inWords = formatter({ day: "numeric", month: "long", year: "numeric" });

export const inMonths = formatter({ month: "long", year: "numeric" });

/**
 * The span of a plain EDTF date: a year, a month or a day. Other forms give null.
 * @param {string} text
 * @returns {Span | null}
 */
export function spanOf(text) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, date] = match.slice(1).map((part) => (part ? Number(part) : 0));
  if (!month) return { a: dayOf(year), b: dayOf(year + 1) };
  if (month > 12) return null;
  if (!date) return { a: dayOf(year, month - 1), b: dayOf(year, month) };
  const a = dayOf(year, month - 1, date);
  return dateOf(a).getUTCDate() === date ? { a, b: a + 1 } : null;
}

/**
 * The shortest EDTF date that begins on that day.
 * @param {number} day
 */
export function fromEdtf(day) {
  const text = dateOf(day).toISOString().slice(0, 10);
  return text.replace(/-01-01$/, "").replace(/(-\d\d)-01$/, "$1");
}

/**
 * The shortest EDTF date that ends on that day.
 * @param {number} day
 */
export function toEdtf(day) {
  const next = dateOf(day + 1);
  const text = dateOf(day).toISOString().slice(0, 10);
  if (next.getUTCDate() !== 1) return text;
  return next.getUTCMonth() === 0 ? text.slice(0, 4) : text.slice(0, 7);
}
