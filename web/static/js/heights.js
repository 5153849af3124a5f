import { LINE } from "./lane.js";

const SMALLEST = 35;
const HIGHEST = 150;
/** Up to so many events, so high. */
const STEPS = [
  [2, 40],
  [5, 50],
  [9, 64],
  [16, 84],
  [26, 116],
];

const DENSE = 64;

/**
 * The heights of the lanes: an empty one is a line, the others grow with what they hold, one of
 * bins needs no more than a few labels do, and together they fill the room within reason.
 * @param {number[]} counts events in view, lane by lane
 * @param {number} budget with more events a lane is drawn as bins
 * @param {number} room pixels
 * @param {number} [stretch] by how much rows of this script are higher
 */
export function heightsOf(counts, budget, room, stretch = 1) {
  const wanted = counts.map((count) => {
    if (!count) return LINE;
    if (count > budget) return DENSE * stretch;
    return (STEPS.find(([most]) => count <= most)?.[1] ?? HIGHEST) * stretch;
  });
  const lines = wanted.filter((height) => height === LINE).length * LINE;
  const rest = wanted.reduce((sum, height) => sum + height, 0) - lines;
  const factor = Math.max(0.7, Math.min(1.3, (room - lines) / (rest || 1)));
  return wanted.map((height) =>
    height === LINE ? LINE : Math.max(SMALLEST * stretch, Math.floor(height * factor)),
  );
}
