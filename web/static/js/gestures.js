/** @import {Model} from "./model.js" */
/** @import {View} from "./view.js" */
import { SHORTEST } from "./model.js";

const STILL = 4;

/**
 * Pan by dragging, zoom by wheel (with ctrl, or while a mark has the focus) and by pinching.
 * @param {View} view
 * @param {Model} model
 * @param {(a: number, b: number) => void} setWindow
 */
export function gestures(view, model, setWindow) {
  /** @type {Map<number, number>} */
  const pointers = new Map();
  /** @type {{x: number, gap: number, a: number, b: number} | null} */
  let start = null;
  let moved = false;

  const begin = () => {
    const [one, other] = [...pointers.values()];
    start = {
      x: other === undefined ? one : (one + other) / 2,
      gap: other === undefined ? 0 : Math.abs(one - other),
      ...model.window,
    };
  };

  view.box.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    pointers.set(event.pointerId, event.clientX);
    if (pointers.size === 1) moved = false;
    begin();
  });
  window.addEventListener("pointermove", (event) => {
    if (!start || !pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, event.clientX);
    const [one, other] = [...pointers.values()];
    const scale = view.scale.with(start);
    const x = other === undefined ? one : (one + other) / 2;
    if (Math.abs(x - start.x) > STILL || start.gap) moved = true;
    if (!moved) return;
    const stretch = start.gap && other !== undefined ? start.gap / Math.max(20, Math.abs(one - other)) : 1;
    const anchor = scale.day(start.x - view.edge);
    const length = (start.b - start.a) * stretch;
    const part = (anchor - start.a) / (start.b - start.a);
    const shift = ((x - start.x) / scale.width) * length * scale.sign;
    const a = anchor - part * length - shift;
    setWindow(a, a + length);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, (event) => {
      pointers.delete(/** @type {PointerEvent} */ (event).pointerId);
      if (pointers.size) begin();
      else start = null;
    });
  }
  view.box.addEventListener(
    "click",
    (event) => {
      if (!moved) return;
      event.preventDefault();
      event.stopPropagation();
      moved = false;
    },
    true,
  );
  view.box.addEventListener("dragstart", (event) => event.preventDefault());

  view.box.addEventListener(
    "wheel",
    (event) => {
      const { a, b } = model.window;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const scale = view.scale;
      if (sideways) {
        const days = (event.deltaX / scale.unit) * scale.sign;
        setWindow(a + days, b + days);
      } else if (event.ctrlKey || event.metaKey || view.box.contains(document.activeElement)) {
        zoom(model, Math.exp(event.deltaY * 0.0016), setWindow, scale.day(event.clientX - view.edge));
      } else return;
      event.preventDefault();
    },
    { passive: false },
  );
}

/**
 * Make the window longer or shorter by a factor; the day `at` keeps its place.
 * @param {Model} model
 * @param {number} factor
 * @param {(a: number, b: number) => void} setWindow
 * @param {number} [at] the middle where left out
 */
export function zoom(model, factor, setWindow, at) {
  const { a, b } = model.window;
  const { domain } = model.data;
  const fixed = at ?? (a + b) / 2;
  const length = Math.min(domain.b - domain.a, Math.max(SHORTEST, (b - a) * factor));
  const begin = fixed - ((fixed - a) / (b - a)) * length;
  setWindow(begin, begin + length);
}
