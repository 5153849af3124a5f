/** @import {Lane} from "./lane.js" */
/** @import {Scale} from "./scale.js" */

/** How far beyond the screen a lane still counts as seen. */
const NEAR = "160px 0px";

/** Which lanes are on the screen: in a frame only those follow, and the browser paints no others. */
export class Sight {
  /**
   * @param {Lane[]} lanes
   * @param {() => Scale} scale by which a lane must stand that comes into sight
   */
  constructor(lanes, scale) {
    /** @type {Set<Lane>} */
    this.hidden = new Set();
    const byElement = new Map(lanes.map((lane) => [/** @type {Element} */ (lane.background), lane]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const lane = byElement.get(target);
          if (!lane) continue;
          lane.seen = isIntersecting;
          if (!isIntersecting) continue;
          this.#show(lane);
          lane.move(scale());
        }
      },
      { rootMargin: NEAR },
    );
    for (const element of byElement.keys()) observer.observe(element);
  }

  /**
   * Let the lanes follow a scale with another length of window.
   * @param {Lane[]} lanes
   * @param {Scale} scale
   */
  follow(lanes, scale) {
    for (const lane of lanes) {
      if (lane.seen || lane.moving.contains(document.activeElement)) lane.move(scale);
      else if (!this.hidden.has(lane)) {
        this.hidden.add(lane);
        lane.moving.classList.add("none");
      }
    }
  }

  /** The picture rests: all lanes stand there again, for those who scroll and those who listen. */
  rest() {
    for (const lane of this.hidden) this.#show(lane);
  }

  /** @param {Lane} lane */
  #show(lane) {
    this.hidden.delete(lane);
    lane.moving.classList.remove("none");
  }
}
