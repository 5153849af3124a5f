import { setup } from "./setup.js";

const FAMILIES = '"Source Sans 3", "Noto Nastaliq Urdu", sans-serif';
/** Of the root's font size, as in timeline.css. */
const LABEL = 0.8;
const ROOT = 15;
const context = /** @type {CanvasRenderingContext2D} */ (
  document.createElement("canvas").getContext("2d")
);
/** @type {Map<string, {font: string, text: string, width: number}>} by font and text */
const widths = new Map();
let size = ROOT;

/** By how much the reader's text is larger than usual. */
export const textScale = () => size / ROOT;

/** Height of a row of labels; Nastaliq slopes and needs more. */
export const rowHeight = () => Math.round((setup.rtl ? 22 : 14) * textScale());

/**
 * Read the size of text anew: at rest, for it asks the document for its styles.
 * @returns {boolean} whether it is another
 */
export function readTextSize() {
  const now = parseFloat(getComputedStyle(document.documentElement).fontSize) || ROOT;
  if (now === size) return false;
  widths.clear();
  size = now;
  return true;
}

/**
 * The width of a label in pixels, without asking the document for its layout.
 * @param {string} text
 * @param {boolean} bold
 */
export function widthOf(text, bold) {
  const font = `${bold ? 600 : 400} ${size * LABEL}px ${FAMILIES}`;
  const key = font + text;
  let known = widths.get(key);
  if (!known) {
    known = { font, text, width: measured(font, text) };
    widths.set(key, known);
  }
  return known.width;
}

/**
 * Forget all widths where the fonts have changed.
 * @returns {boolean} whether they have
 */
export function forgetWidths() {
  for (const { font, text, width } of widths.values()) {
    if (measured(font, text) === width) continue;
    widths.clear();
    return true;
  }
  return false;
}

/**
 * @param {string} font
 * @param {string} text
 */
function measured(font, text) {
  context.font = font;
  return Math.ceil(context.measureText(text).width) + 2;
}
