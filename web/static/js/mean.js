/** @import {Bins} from "./bins.js" */
import { signed } from "./setup.js";

/** Months for which a mean must keep its sign to count as turned. */
const KEPT = 12;

/** @typedef {{day: number, mean: number}[]} Series the mean at the begin of each month */

/**
 * The mean score of the events so far, month by month, an event counting half as much after each
 * half-life: `sum(score * 0.5 ** (age / halfLife)) / sum(0.5 ** (age / halfLife))`. NaN before the
 * first event. A mean, so that many visits never outweigh one strike by their number alone.
 * @param {Bins} months
 * @param {number} halfLife years
 * @returns {Series}
 */
export function decayedMean({ edges, up, down, even, sum }, halfLife) {
  const fade = 0.5 ** (1 / (12 * halfLife));
  let total = 0;
  let weight = 0;
  return Array.from(edges, (day, month) => {
    if (month) {
      total = (total + sum[month - 1]) * fade;
      weight = (weight + up[month - 1] + down[month - 1] + even[month - 1]) * fade;
    }
    return { day, mean: weight > 1e-9 ? total / weight : NaN };
  });
}

/**
 * The mean on a day, as it stood when its month began; NaN where there was no event yet.
 * @param {Series} series
 * @param {number} day
 */
export function meanAt(series, day) {
  const next = series.findIndex((month) => month.day > day);
  return series[next < 0 ? series.length - 1 : Math.max(0, next - 1)].mean;
}

/**
 * A mean to one decimal with its sign; a dash where there is none.
 * @param {number} mean
 */
export function inShort(mean) {
  return Number.isNaN(mean) ? "–" : signed(Number(mean.toFixed(1)));
}

/**
 * Where the mean turned from one side of zero to the other and stayed there for a year.
 * @param {Series} series
 * @returns {{day: number, up: boolean}[]}
 */
export function turns(series) {
  const out = [];
  let side = 0;
  for (let month = 0; month < series.length; month++) {
    const now = Math.sign(series[month].mean) || 0;
    if (!now || now === side) continue;
    const stays = series.slice(month, month + KEPT).every(({ mean }) => Math.sign(mean) === now);
    if (!stays) continue;
    if (side) out.push({ day: series[month].day, up: now > 0 });
    side = now;
  }
  return out;
}
