import { svg } from "../dom.js";
import { leads, naming } from "./rows.js";

/** @import {Cell, Rows} from "./rows.js" */

const MOST = 500;
const TOP = 28;
const ROW = 24;
const SIGN = 6.6;
const LONGEST = 44;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];

/**
 * The rows on a line of time: each as early as its date allows, in the first row that has room.
 * @param {Rows} rows
 * @param {number} column that of the date
 * @param {number} width in pixels
 */
export function strip(rows, column, width) {
  const names = naming(rows);
  const items = rows.rows
    .filter((row) => row[column].begin !== null)
    .map((row) => ({ begin: Number(row[column].begin), end: row[column].end, name: nameOf(row, names), when: row[column].text, href: leads(row) }))
    .sort((a, b) => a.begin - b.begin)
    .slice(0, MOST);
  const first = Math.min(...items.map((item) => item.begin));
  const last = Math.max(...items.map((item) => item.end ?? item.begin), first + 30);
  const pad = (last - first) * 0.02;
  const x = (/** @type {number} */ day) => ((day - first + pad) / (last - first + 2 * pad)) * width;
  const taken = /** @type {number[]} */ ([]);
  const marks = items.map((item) => {
    const from = x(item.begin);
    const to = item.end === null ? width : Math.max(x(item.end + 1), from + 6);
    const text = item.name.length > LONGEST ? `${item.name.slice(0, LONGEST - 1)}…` : item.name;
    const long = text.length * SIGN + 8;
    const before = to + long > width;
    const left = before && from >= long ? from - long : Math.min(from, Math.max(0, width - long));
    const right = before ? to : to + long;
    let row = taken.findIndex((end) => end < left);
    if (row < 0) row = taken.length;
    taken[row] = right + 8;
    return mark({ ...item, from, to, text, before, y: TOP + row * ROW }, width);
  });
  const height = TOP + taken.length * ROW + 8;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", width, height });
  picture.append(...years(first, last, x, width, height), ...marks);
  return { picture, shown: items.length };
}

/**
 * @param {Cell[]} row
 * @param {number[]} names
 */
const nameOf = (row, names) => row[names[0]]?.text ?? "";

/**
 * @param {{from: number, to: number, y: number, text: string, name: string, when: string, href: string, before: boolean}} item
 * @param {number} width
 */
function mark({ from, to, y, text, name, when, href, before }, width) {
  const long = text.length * SIGN + 8;
  const inside = before && from < long;
  const at = inside ? { x: Math.max(4, Math.min(from, width - long)), "text-anchor": "start" } : { x: before ? from - 5 : to + 5, "text-anchor": before ? "end" : "start" };
  const parts = [
    svg("title", {}, `${when} ${name}`),
    svg("rect", { class: "span", x: from, y: y + 3, width: to - from, height: inside ? 3 : 12, rx: 2 }),
    svg("text", { ...at, y: inside ? y + 17 : y + 13 }, text),
  ];
  return href ? svg("a", { href, "aria-label": `${when}: ${name}` }, ...parts) : svg("g", {}, ...parts);
}

/**
 * Lines at whole years, as many as have room.
 * @param {number} first
 * @param {number} last
 * @param {(day: number) => number} x
 * @param {number} width
 * @param {number} height
 */
function years(first, last, x, width, height) {
  const of = (/** @type {number} */ day) => new Date(day * 86_400_000).getUTCFullYear();
  const [begin, end] = [of(first), of(last) + 1];
  const room = Math.max(2, Math.floor((x(last) - x(first)) / 64));
  const step = STEPS.find((years) => (end - begin) / years <= room) ?? 1000;
  const drawn = [];
  for (let year = Math.ceil(begin / step) * step; year <= end; year += step) {
    const at = x(Date.UTC(2000, 0, 1) / 86_400_000 + (year - 2000) * 365.2425);
    drawn.push(svg("line", { class: "grid", x1: at, x2: at, y1: 20, y2: height }));
    if (at > 16 && at < width - 16) drawn.push(svg("text", { class: "axis", x: at, y: 14, "text-anchor": "middle" }, String(year)));
  }
  return drawn;
}
