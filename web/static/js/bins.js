/** @import {TimelineEvent} from "./types.js" */
/** @import {Scale} from "./scale.js" */

/**
 * Mirrored histograms as two paths: cooperation above the line at 0, conflict below. Bars grow
 * with the square root of the count, so that single events stay visible beside crowds.
 * @param {TimelineEvent[]} events
 * @param {Scale} scale
 * @param {{size: number, reach: number, from: number, to: number}} shape width of a bin, height
 *   of the highest bar, and the range of x
 * @returns {{up: string, down: string}}
 */
export function bins(events, scale, { size, reach, from, to }) {
  const count = Math.max(1, Math.ceil((to - from) / size));
  const up = new Uint32Array(count);
  const down = new Uint32Array(count);
  for (const event of events) {
    const bin = Math.floor((scale.x(event.at) - from) / size);
    if (bin < 0 || bin >= count) continue;
    if (event.score > 0) up[bin]++;
    else if (event.score < 0) down[bin]++;
  }
  let most = 1;
  for (let bin = 0; bin < count; bin++) most = Math.max(most, up[bin], down[bin]);
  const unit = (reach - 1) / Math.sqrt(most);
  const paths = { up: "", down: "" };
  const wide = Math.max(1, size - 1);
  for (let bin = 0; bin < count; bin++) {
    const x = (from + bin * size).toFixed(1);
    if (up[bin]) paths.up += `M${x}-1h${wide}v${(-unit * Math.sqrt(up[bin])).toFixed(1)}h${-wide}z`;
    if (down[bin]) paths.down += `M${x} 1h${wide}v${(unit * Math.sqrt(down[bin])).toFixed(1)}h${-wide}z`;
  }
  return paths;
}
