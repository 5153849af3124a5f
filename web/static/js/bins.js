/** @import {Span, Tally, TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */

/** Counts of events between edges in time: as the server sends them, or of events at hand. */
export class Bins {
  /** @param {ArrayLike<number>} edges days, one more than bins */
  constructor(edges) {
    const count = edges.length - 1;
    this.edges = edges;
    this.up = new Uint32Array(count);
    this.down = new Uint32Array(count);
    this.even = new Uint32Array(count);
    /** Sums of scores. */
    this.sum = new Float64Array(count);
  }

  /**
   * @param {TimelineEvent[]} events
   * @param {ArrayLike<number>} edges
   */
  static of(events, edges) {
    const bins = new Bins(edges);
    for (const { at, score } of events) {
      const bin = bins.find(at);
      if (bin < 0 || bin >= bins.sum.length) continue;
      const counts = score > 0 ? bins.up : score < 0 ? bins.down : bins.even;
      counts[bin]++;
      bins.sum[bin] += score;
    }
    return bins;
  }

  /**
   * From the columns of the server, in which each bin says how far it is from the one before.
   * @param {{gap: number[], up: number[], down: number[], even: number[], sum: number[]}} columns
   * @param {ArrayLike<number>} edges
   */
  static read({ gap, up, down, even, sum }, edges) {
    const bins = new Bins(edges);
    let bin = 0;
    gap.forEach((step, row) => {
      bin += step;
      bins.up[bin] = up[row];
      bins.down[bin] = down[row];
      bins.even[bin] = even[row];
      bins.sum[bin] = sum[row];
    });
    return bins;
  }

  /**
   * The number of the bin that holds a day; below 0 or too high where none does.
   * @param {number} day
   */
  find(day) {
    const { edges } = this;
    if (day < edges[0] || day >= edges[edges.length - 1]) return -1;
    let low = 0;
    let high = edges.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (edges[middle] <= day) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * What lies in a span of time, a bin that is cut counting by its part.
   * @param {Span} span
   * @returns {Tally}
   */
  tally({ a, b }) {
    const { edges } = this;
    const tally = { up: 0, down: 0, even: 0, sum: 0 };
    for (let bin = Math.max(0, this.find(a)); bin < this.sum.length && edges[bin] < b; bin++) {
      const width = edges[bin + 1] - edges[bin];
      const part = Math.max(0, Math.min(b, edges[bin + 1]) - Math.max(a, edges[bin])) / width;
      tally.up += this.up[bin] * part;
      tally.down += this.down[bin] * part;
      tally.even += this.even[bin] * part;
      tally.sum += this.sum[bin] * part;
    }
    return tally;
  }

  /**
   * Fewer bins, each of so many neighbours.
   * @param {number} many
   */
  joined(many) {
    if (many < 2) return this;
    const count = Math.ceil(this.sum.length / many);
    const last = this.edges.length - 1;
    const bins = new Bins(Array.from({ length: count + 1 }, (_, bin) => this.edges[Math.min(last, bin * many)]));
    this.sum.forEach((_, bin) => {
      const into = Math.floor(bin / many);
      bins.up[into] += this.up[bin];
      bins.down[into] += this.down[bin];
      bins.even[into] += this.even[bin];
      bins.sum[into] += this.sum[bin];
    });
    return bins;
  }
}

/**
 * Mirrored histograms as two paths: cooperation above the line at 0, conflict below. Bars grow
 * with the square root of the count, so that single events stay visible beside crowds.
 * @param {Bins} bins
 * @param {Scale} scale
 * @param {{reach: number, from: number, to: number, gap?: number}} shape height of the highest bar,
 *   the range of x, and how far from the line bars begin
 * @returns {{up: string, down: string}}
 */
export function outline({ edges, up, down }, scale, { reach, from, to, gap = 1 }) {
  const ends = [scale.day(from), scale.day(to)];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  let most = 1;
  for (let bin = 0; bin < up.length; bin++) {
    if (edges[bin + 1] > first && edges[bin] < last) most = Math.max(most, up[bin], down[bin]);
  }
  const unit = (reach - gap) / Math.sqrt(most);
  const paths = { up: "", down: "" };
  for (let bin = 0; bin < up.length; bin++) {
    if (edges[bin + 1] <= first || edges[bin] >= last || !(up[bin] || down[bin])) continue;
    const one = scale.x(edges[bin]);
    const other = scale.x(edges[bin + 1]);
    const x = Math.min(one, other).toFixed(1);
    const wide = Math.max(1, Math.abs(other - one) - 1).toFixed(1);
    if (up[bin]) paths.up += `M${x} ${-gap}h${wide}v${(-unit * Math.sqrt(up[bin])).toFixed(1)}h-${wide}z`;
    if (down[bin]) paths.down += `M${x} ${gap}h${wide}v${(unit * Math.sqrt(down[bin])).toFixed(1)}h-${wide}z`;
  }
  return paths;
}
