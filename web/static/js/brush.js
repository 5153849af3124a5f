/** @import {Overview} from "./overview.js" */
/** @import {Model} from "./model.js" */
import { SHORTEST } from "./model.js";
import { setup } from "./setup.js";

const YEAR = 365.25;
const GRAB = 16;

/**
 * Let pointer and keys move the brush of the overview.
 * @param {Overview} overview
 * @param {Model} model
 * @param {(a: number, b: number) => void} setWindow
 */
export function brush(overview, model, setWindow) {
  /** @type {{part: "begin" | "end" | "whole", day: number, a: number, b: number} | null} */
  let drag = null;
  let edge = 0;

  const dayAt = (/** @type {PointerEvent} */ event) => overview.scale.day(event.clientX - edge);

  overview.svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    edge = overview.svg.getBoundingClientRect().left;
    const day = dayAt(event);
    let { a, b } = model.window;
    const near = GRAB / overview.scale.unit;
    const toBegin = Math.abs(day - a);
    const toEnd = Math.abs(day - b);
    let part = /** @type {"begin" | "end" | "whole"} */ ("whole");
    if (Math.min(toBegin, toEnd) < near) part = toBegin < toEnd ? "begin" : "end";
    else if (day < a || day > b) {
      const half = (b - a) / 2;
      setWindow(day - half, day + half);
      ({ a, b } = model.window);
    }
    drag = { part, day, a, b };
    overview.svg.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (part !== "whole") overview.grips[part === "begin" ? 0 : 1].focus();
  });

  overview.svg.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const by = dayAt(event) - drag.day;
    const { domain } = model.data;
    if (drag.part === "begin") setWindow(Math.max(domain.a, Math.min(drag.a + by, drag.b - SHORTEST)), drag.b);
    else if (drag.part === "end") setWindow(drag.a, Math.min(domain.b, Math.max(drag.b + by, drag.a + SHORTEST)));
    else setWindow(drag.a + by, drag.b + by);
  });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) {
    overview.svg.addEventListener(name, () => {
      drag = null;
    });
  }

  overview.grips.forEach((grip, index) => {
    grip.addEventListener("keydown", (event) => {
      const step = stepOf(event);
      if (step === null) return;
      event.preventDefault();
      const { domain } = model.data;
      const { a, b } = model.window;
      if (index === 0) setWindow(Math.max(domain.a, Math.min(b - SHORTEST, a + step)), b);
      else setWindow(a, Math.min(domain.b, Math.max(a + SHORTEST, b + step)));
    });
  });
}

/**
 * How many days a key moves a grip; null where it does not. Keys follow the screen.
 * @param {KeyboardEvent} event
 */
function stepOf(event) {
  const forward = setup.rtl ? -1 : 1;
  const far = 1000 * YEAR;
  /** @type {Record<string, number>} */
  const steps = {
    ArrowRight: forward * YEAR,
    ArrowLeft: -forward * YEAR,
    ArrowUp: YEAR,
    ArrowDown: -YEAR,
    PageUp: 10 * YEAR,
    PageDown: -10 * YEAR,
    Home: -far,
    End: far,
  };
  return steps[event.key] ?? null;
}
