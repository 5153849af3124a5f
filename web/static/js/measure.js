import { setup } from "./setup.js";

const FAMILIES = '"Source Sans 3", "Noto Nastaliq Urdu", sans-serif';
const context = /** @type {CanvasRenderingContext2D} */ (
  document.createElement("canvas").getContext("2d")
);
/** @type {Map<string, number>} */
const widths = new Map();

/** Height of a row of labels; Nastaliq slopes and needs more. */
export const ROW = setup.rtl ? 20 : 14;

/**
 * The width of a label in pixels, without asking the document for its layout.
 * @param {string} text
 * @param {boolean} bold
 */
export function widthOf(text, bold) {
  const font = `${bold ? 600 : 400} 12px ${FAMILIES}`;
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = Math.ceil(context.measureText(text).width) + 2;
    widths.set(key, width);
  }
  return width;
}

/** Forget all widths: the fonts have changed. */
export function forgetWidths() {
  widths.clear();
}
