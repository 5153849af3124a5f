/** @import {Model} from "./model.js" */
/** @import {TimelineEvent} from "./types.js" */
/** @import {View} from "./view.js" */
import { byId, set } from "./dom.js";
import { zoom } from "./gestures.js";
import { SHORTEST } from "./model.js";
import { setup } from "./setup.js";

const CLEAR = 12;

/**
 * One tab stop into the lanes and arrow keys within: along a lane by time, up and down by lane.
 * @param {View} view
 * @param {Model} model
 * @param {{setWindow: (a: number, b: number) => void, layout: () => void, open: (id: string) => void}} acts
 */
export function keyboard(view, model, { setWindow, layout, open }) {
  /** @type {{lane: string, id: string}} */
  let current = { lane: "", id: "" };
  let within = false;

  document.addEventListener("focusin", (event) => {
    within = view.svg.contains(/** @type {Node} */ (event.target));
  });

  view.svg.addEventListener("focusin", (event) => {
    const link = /** @type {Element} */ (event.target).closest(".mark");
    const lane = view.visible.find((one) => link && one.list.contains(link));
    if (!link || !lane) return;
    current = { lane: lane.id, id: link.getAttribute("data-event") ?? "" };
    lane.marks.get(current.id)?.encircle();
    rove();
    uncover(link);
  });

  view.box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    view.sight.finish();
    const { a, b } = model.window;
    const forward = setup.rtl ? "ArrowLeft" : "ArrowRight";
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (event.key === "+" || event.key === "=") zoom(model, 0.7, setWindow, focused()?.at);
    else if (event.key === "-") zoom(model, 1 / 0.7, setWindow, focused()?.at);
    else if (event.key === "Escape") open("");
    else if (sideways && event.shiftKey) {
      const by = (b - a) * 0.2 * (event.key === forward ? 1 : -1);
      setWindow(a + by, b + by);
    } else if (sideways) along(event.key === forward ? 1 : -1);
    else if (event.key === "Home") along(-Infinity);
    else if (event.key === "End") along(Infinity);
    else if (event.key === "ArrowDown") across(1);
    else if (event.key === "ArrowUp") across(-1);
    else return;
    event.preventDefault();
  });

  return { rove };

  /** Give the one tab stop to the current mark, else to the selected, else to the first. */
  function rove() {
    const all = view.visible.flatMap((lane) =>
      lane.shown.map((event) => ({ lane: lane.id, id: event.id, link: lane.marks.get(event.id)?.link })),
    );
    const stop =
      all.find(({ lane, id }) => lane === current.lane && id === current.id) ??
      all.find(({ id }) => id === model.state.event) ??
      all.find(({ id }) => {
        const at = model.data.byId.get(id)?.at ?? 0;
        return at >= model.window.a && at < model.window.b;
      }) ??
      all[0];
    for (const mark of all) if (mark.link) set(mark.link, { tabindex: mark === stop ? 0 : -1 });
    // A mark that went out of view took the focus with it: the keys must go on working.
    if (within && document.activeElement === document.body) stop?.link?.focus({ preventScroll: true });
  }

  /**
   * Scroll a mark out from under the axis and the score line, which stay in sight.
   * @param {Element} link
   */
  function uncover(link) {
    const { top, bottom } = (link.querySelector(".head") ?? link).getBoundingClientRect();
    const above = byId("axis-box").getBoundingClientRect().bottom + CLEAR;
    const below = byId("score").getBoundingClientRect();
    if (top < above) scrollBy({ top: top - above, behavior: "instant" });
    else if (below.height && bottom > below.top - CLEAR) {
      scrollBy({ top: bottom - below.top + CLEAR, behavior: "instant" });
    }
  }

  function focused() {
    return view.svg.contains(document.activeElement) ? model.data.byId.get(current.id) : undefined;
  }

  function lane() {
    return view.visible.find((one) => one.id === current.lane);
  }

  /** @param {number} step */
  function along(step) {
    const here = lane();
    const events = here?.events ?? [];
    const place = events.findIndex((event) => event.id === current.id);
    const next = Math.max(0, Math.min(events.length - 1, place + step));
    if (here && place >= 0 && next !== place) focus(here.id, events[next]);
  }

  /** @param {number} step */
  function across(step) {
    const from = view.visible.findIndex((one) => one.id === current.lane);
    const at = model.data.byId.get(current.id)?.at;
    if (from < 0 || at === undefined) return;
    for (let to = from + step; to >= 0 && to < view.visible.length; to += step) {
      const { id, events } = view.visible[to];
      if (!events.length) continue;
      focus(id, events.reduce((one, two) => (Math.abs(two.at - at) < Math.abs(one.at - at) ? two : one)));
      return;
    }
  }

  /**
   * @param {string} laneId
   * @param {TimelineEvent} event
   */
  function focus(laneId, event) {
    const { a, b } = model.window;
    current = { lane: laneId, id: event.id };
    if (event.at < a || event.at >= b) {
      setWindow(event.at - (b - a) / 2, event.at + (b - a) / 2);
      layout();
    }
    const link = lane()?.marks.get(event.id)?.link;
    if (link?.isConnected) {
      link.focus();
      return;
    }
    // It lies under a weightier one: go nearer until they come apart.
    for (let half = (b - a) / 8; ; half /= 4) {
      setWindow(event.at - half, event.at + half);
      layout();
      const apart = lane()?.marks.get(event.id)?.link;
      if (apart?.isConnected) {
        apart.focus();
        return;
      }
      if (2 * half <= SHORTEST) return;
    }
  }
}
