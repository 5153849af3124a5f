/** @import {Span, TimelineEvent} from "./types.js" */

const MONTH = 365.25 / 12;

/**
 * The mean score of the events so far, month by month, an event counting half as much after each
 * half-life: `sum(score * 0.5 ** (age / halfLife)) / sum(0.5 ** (age / halfLife))`. NaN before the
 * first event. A mean, so that many visits never outweigh one strike by their number alone.
 * @param {TimelineEvent[]} events
 * @param {Span} domain
 * @param {number} halfLife years
 * @returns {{day: number, mean: number}[]}
 */
export function decayedMean(events, domain, halfLife) {
  const months = Math.ceil((domain.b - domain.a) / MONTH) + 1;
  const sums = new Float64Array(months);
  const weights = new Float64Array(months);
  for (const event of events) {
    const month = Math.ceil((event.at - domain.a) / MONTH);
    if (month < 0 || month >= months) continue;
    sums[month] += event.score;
    weights[month] += 1;
  }
  const fade = 0.5 ** (1 / (12 * halfLife));
  const out = [];
  let sum = 0;
  let weight = 0;
  for (let month = 0; month < months; month++) {
    sum = sum * fade + sums[month];
    weight = weight * fade + weights[month];
    out.push({ day: domain.a + month * MONTH, mean: weight > 1e-9 ? sum / weight : NaN });
  }
  return out;
}
