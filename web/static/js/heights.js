import { rowHeight, textScale } from "./measure.js";

/** Up to so many events, so high. */
const STEPS = [
  [2, 42],
  [5, 48],
  [9, 60],
  [16, 76],
  [26, 104],
];
const HIGHEST = 150;
/** What the bins of a lane need on either side of the line. */
const BINS = 15;
const LARGEST = 460;
/** What a level of bars adds. */
const BAR = 8;

/**
 * The heights of the lanes that hold something: they grow with what they hold, one of bins needs
 * its bars and a row of names on either side, and together they fill the room within reason.
 * @param {{count: number, bars: number, dense: boolean}[]} lanes `bars`: events that last
 * @param {number} room pixels
 */
export function heightsOf(lanes, room) {
  const smallest = 2 * rowHeight() + 14;
  const wanted = lanes.map(({ count, bars, dense }) => {
    if (dense) return 2 * (BINS + rowHeight() + 4);
    const height = STEPS.find(([most]) => count <= most)?.[1] ?? HIGHEST;
    return Math.max(smallest, height * Math.min(1.4, textScale())) + Math.min(3, bars) * BAR;
  });
  const sum = wanted.reduce((total, height) => total + height, 0);
  const few = lanes.length < 4;
  const factor = Math.max(1, Math.min(few ? 4 : 1.35, room / (sum || 1)));
  return wanted.map((height) => Math.floor(Math.min(LARGEST, height * factor)));
}
