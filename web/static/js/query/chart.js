import { svg } from "../dom.js";
import { number } from "../setup.js";
import { columnsWith, leads, naming } from "./rows.js";

/** @import {Rows} from "./rows.js" */

const MOST = 200;
const ROW = 24;
const SIGN = 6.6;
const HEIGHT = 320;
const EDGE = { left: 56, right: 16, top: 16, bottom: 32 };

/**
 * The columns whose numbers can be drawn: where nothing else names a row, the first number does.
 * @param {Rows} rows
 */
export function charted(rows) {
  const numbers = columnsWith(rows, (cell) => cell.number !== null);
  return naming(rows).length || numbers.length < 2 ? numbers : numbers.slice(1);
}

/**
 * A line where the rows are named by another number, such as a year; else a bar each.
 * @param {Rows} rows
 * @param {number} column that of the number
 * @param {number} width in pixels
 */
export function chart(rows, column, width) {
  const held = { ...rows, rows: rows.rows.filter((row) => row[column].number !== null) };
  const [first] = columnsWith(held, (cell) => cell.number !== null);
  const names = naming(held);
  return names.length || first === column ? bars(held, column, names, width) : line(held, first, column, width);
}

/**
 * @param {Rows} held
 * @param {number} column
 * @param {number[]} names
 * @param {number} width
 */
function bars({ rows }, column, names, width) {
  const shown = rows.slice(0, MOST);
  const values = shown.map((row) => Number(row[column].number));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const start = Math.min(320, width * 0.4);
  const gap = low < 0 ? 40 : 0;
  const end = width - 64;
  const x = (/** @type {number} */ value) => start + gap + ((value - low) / (high - low || 1)) * (end - start - gap);
  const most = Math.floor(start / SIGN);
  const drawn = shown.map((row, at) => {
    const value = values[at];
    const name = names.slice(0, 2).map((each) => row[each].text).filter(Boolean).join(" · ") || row[0].text;
    const y = at * ROW + 4;
    const parts = [
      svg("title", {}, `${name}: ${value}`),
      svg("text", { x: start - 8, y: y + 13, "text-anchor": "end" }, name.length > most ? `${name.slice(0, most - 1)}…` : name),
      svg("rect", { class: value < 0 ? "down" : "up", x: Math.min(x(0), x(value)), y: y + 1, width: Math.abs(x(value) - x(0)), height: ROW - 8 }),
      svg("text", { class: "axis", x: value < 0 ? x(value) - 5 : x(value) + 5, y: y + 13, "text-anchor": value < 0 ? "end" : "start" }, number(value)),
    ];
    const href = leads(row);
    return href ? svg("a", { href, "aria-label": `${name}: ${value}` }, ...parts) : svg("g", {}, ...parts);
  });
  const height = shown.length * ROW + 8;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group" });
  picture.append(...drawn, svg("line", { class: "zero", x1: x(0), x2: x(0), y1: 0, y2: height }));
  return { picture, shown: shown.length };
}

/**
 * @param {Rows} held
 * @param {number} across
 * @param {number} column
 * @param {number} width
 */
function line({ names, rows }, across, column, width) {
  const points = rows
    .filter((row) => row[across].number !== null)
    .map((row) => [Number(row[across].number), Number(row[column].number)])
    .sort((a, b) => a[0] - b[0]);
  const first = points[0][0];
  const last = points[points.length - 1][0];
  const low = Math.min(0, ...points.map((point) => point[1]));
  const high = Math.max(0, ...points.map((point) => point[1]));
  const x = (/** @type {number} */ value) => EDGE.left + ((value - first) / (last - first || 1)) * (width - EDGE.left - EDGE.right);
  const y = (/** @type {number} */ value) => HEIGHT - EDGE.bottom - ((value - low) / (high - low || 1)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const title = `${names[column]} / ${names[across]}`;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": title });
  for (const value of ticks(low, high, 5)) {
    picture.append(svg("line", { class: value ? "grid" : "zero", x1: EDGE.left, x2: width - EDGE.right, y1: y(value), y2: y(value) }));
    picture.append(svg("text", { class: "axis", x: EDGE.left - 8, y: y(value) + 4, "text-anchor": "end" }, number(value)));
  }
  for (const value of ticks(first, last, Math.max(2, Math.floor(width / 90)))) {
    picture.append(svg("text", { class: "axis", x: x(value), y: HEIGHT - 10, "text-anchor": "middle" }, String(value)));
  }
  picture.append(svg("path", { class: "line", d: `M${points.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("L")}` }));
  picture.append(...points.map(([a, b]) => svg("circle", { class: "up", cx: x(a), cy: y(b), r: 3 }, svg("title", {}, `${a}: ${b}`))));
  return { picture, shown: points.length };
}

/**
 * Round numbers between two, about so many.
 * @param {number} low
 * @param {number} high
 * @param {number} wanted
 */
function ticks(low, high, wanted) {
  const rough = (high - low || 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? power * 10;
  const found = [];
  for (let at = Math.ceil(low / step); at * step <= high + step / 1e6; at++) found.push(Number((at * step).toPrecision(12)));
  return found;
}
