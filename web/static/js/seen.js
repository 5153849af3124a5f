/** @import {Lane} from "./lane.js" */
/** @import {Scale} from "./scale.js" */
import { idle } from "./dom.js";

/** How far beyond the screen a lane still counts as seen. */
const NEAR = 40;
/** So much of the screen's foot the score line covers, where it stays there (timeline.css). */
const COVERED = 120;
/** Milliseconds without which no further lane is drawn in a frame. */
const SLICE = 4;
const covers = matchMedia("(min-width: 62.6em) and (min-height: 51em)");

/**
 * Which lanes are on the screen: in a frame only those follow, the browser paints no others, and the
 * others are drawn when it has time.
 */
export class Sight {
  /**
   * @param {Lane[]} lanes
   * @param {(lane: Lane) => void} follow lets a lane that was hidden stand where it belongs
   */
  constructor(lanes, follow) {
    /** @type {Map<Lane, () => void>} what draws the lanes that wait for their turn */
    this.waiting = new Map();
    /** When no lane waits any more. */
    this.drawn = Promise.resolve();
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
          if (this.waiting.has(lane)) this.#draw(lane);
          else if (this.show(lane)) follow(lane);
        }
      },
      { rootMargin: `${NEAR}px 0px ${covers.matches ? -COVERED : NEAR}px` },
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
      if (this.sees(lane)) lane.move(scale);
      else this.hide(lane);
    }
  }

  /**
   * Whether a lane must stand right at once: on the screen, or under the reader's focus.
   * @param {Lane} lane
   */
  sees(lane) {
    return lane.seen || lane.moving.contains(document.activeElement);
  }

  /** @param {Lane} lane whose marks do not stand where they belong */
  hide(lane) {
    if (this.hidden.has(lane)) return;
    this.hidden.add(lane);
    lane.moving.classList.add("none");
  }

  /**
   * @param {Lane} lane
   * @returns {boolean} whether it was hidden
   */
  show(lane) {
    const hidden = this.hidden.delete(lane);
    if (hidden) lane.moving.classList.remove("none");
    return hidden;
  }

  /**
   * Let a lane wait for its turn.
   * @param {Lane} lane
   * @param {() => void} draw
   */
  wait(lane, draw) {
    this.hide(lane);
    this.waiting.set(lane, draw);
  }

  /** Draw the lanes that wait, one after the other, when the browser has time. */
  begin() {
    if (this.waiting.size) this.drawn = this.#drawInTime();
  }

  /** Draw all lanes that wait, at once. */
  finish() {
    for (const lane of this.waiting.keys()) this.#draw(lane);
  }

  /** Let none wait any more: they would be drawn where they stand no longer. */
  drop() {
    this.waiting.clear();
  }

  async #drawInTime() {
    while (this.waiting.size) {
      const deadline = await idle();
      do {
        const [lane] = this.waiting.keys();
        if (lane) this.#draw(lane);
      } while (this.waiting.size && deadline.timeRemaining() > SLICE);
    }
  }

  /** @param {Lane} lane */
  #draw(lane) {
    this.waiting.get(lane)?.();
    this.waiting.delete(lane);
    this.show(lane);
  }
}
