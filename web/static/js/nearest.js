/** @import {View} from "./view.js" */

/** Half of the 44 pixels that a finger needs. */
const REACH = 22;

/**
 * Let a finger that comes down beside a head open the nearest one.
 * @param {View} view
 * @param {(id: string) => void} open
 */
export function tapNearest(view, open) {
  view.svg.addEventListener("click", (event) => {
    const { pointerType } = /** @type {PointerEvent} */ (event);
    if (pointerType !== "touch" || /** @type {Element} */ (event.target).closest("a")) return;
    const { left, top } = view.svg.getBoundingClientRect();
    let [id, least] = ["", REACH];
    for (const lane of view.visible) {
      for (const { event: other, x, y } of lane.placed) {
        const away = Math.hypot(x + left - event.clientX, lane.y + y + top - event.clientY);
        if (away < least) [id, least] = [other.id, away];
      }
    }
    if (id) open(id);
  });
}
