/** @import {Lane} from "./lane.js" */

/** How far beyond the screen a lane still counts as seen. */
const NEAR = "160px 0px";

/**
 * Keep note of which lanes are on the screen, for only those need to follow in a frame.
 * @param {Lane[]} lanes
 * @param {(lane: Lane) => void} appears what a lane must do when it comes into sight
 */
export function watchSeen(lanes, appears) {
  const byElement = new Map(lanes.map((lane) => [/** @type {Element} */ (lane.background), lane]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const lane = byElement.get(target);
        if (!lane) continue;
        lane.seen = isIntersecting;
        if (isIntersecting) appears(lane);
      }
    },
    { rootMargin: NEAR },
  );
  for (const element of byElement.keys()) observer.observe(element);
}
