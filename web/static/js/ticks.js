/** @import {Scale} from "./scale.js" */
import { dateOf, dayOf, formatter, yearOf } from "./time.js";

const ROOM = 66;
const YEAR = 365.25;
const month = formatter({ month: "short" });
const date = formatter({ day: "numeric", month: "short" });

/**
 * The ticks of the axis, from decades down to days, as many as fit.
 * @param {Scale} scale
 * @param {number} margin pixels beyond either end
 * @returns {{day: number, text: string, major: boolean}[]}
 */
export function ticks(scale, margin) {
  const { unit, window } = scale;
  const a = window.a - margin / unit;
  const b = window.b + margin / unit;
  const fits = (/** @type {number} */ days) => days * unit >= ROOM;
  if (fits(1)) return days(a, b, 1);
  for (const step of [2, 5, 10]) if (fits(step)) return days(a, b, step);
  for (const step of [1, 2, 3, 6]) if (fits(step * 30.4)) return months(a, b, step);
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => fits(years * YEAR)) ?? 200;
  const out = [];
  const last = yearOf(b);
  for (let y = Math.ceil(yearOf(a) / step) * step; y <= last; y += step) {
    out.push({ day: dayOf(y), text: String(y), major: true });
  }
  return out;
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} step
 */
function months(a, b, step) {
  const out = [];
  const last = yearOf(b);
  for (let year = yearOf(a); year <= last; year++) {
    for (let m = 0; m < 12; m += step) {
      const day = dayOf(year, m);
      out.push({ day, text: m ? month(day) : String(year), major: m === 0 });
    }
  }
  return out;
}

/**
 * Counted anew from the first of each month, without crowding the next first.
 * @param {number} a
 * @param {number} b
 * @param {number} step
 */
function days(a, b, step) {
  const out = [];
  for (let day = Math.floor(a); day <= b; day++) {
    const number = dateOf(day).getUTCDate();
    if ((number - 1) % step || (step > 1 && number > 31 - step / 2)) continue;
    const first = number === 1;
    const newYear = first && dateOf(day).getUTCMonth() === 0;
    out.push({ day, text: newYear ? String(yearOf(day)) : date(day), major: first });
  }
  return out;
}
