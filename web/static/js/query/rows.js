/**
 * @typedef {object} Cell
 * @property {string} text
 * @property {string} href empty where it leads nowhere
 * @property {number | null} number
 * @property {number | null} begin first day that a date may touch, counted from 1970-01-01
 * @property {number | null} end last day that it may touch; null where the end is open
 *
 * @typedef {{names: string[], rows: Cell[][]}} Rows
 */
const DAY = 86_400_000;

/**
 * The rows that a table of results shows.
 * @param {HTMLTableElement} table
 * @returns {Rows}
 */
export function read(table) {
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent ?? "");
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map(cellOf));
  return { names, rows };
}

/** @param {HTMLTableCellElement} cell */
function cellOf(cell) {
  const { number, begin, end } = cell.dataset;
  return {
    text: cell.textContent ?? "",
    href: cell.querySelector("a")?.getAttribute("href") ?? "",
    number: number === undefined ? null : Number(number),
    begin: begin ? day(begin) : null,
    end: end ? day(end) : null,
  };
}

/** @param {string} iso */
const day = (iso) => Date.parse(iso) / DAY;

/**
 * The columns in which a cell at least is such.
 * @param {Rows} rows
 * @param {(cell: Cell) => boolean} test
 */
export function columnsWith({ names, rows }, test) {
  return names.map((_, column) => column).filter((column) => rows.some((row) => test(row[column])));
}

/**
 * The columns that name a row: texts, else what stands in the links.
 * @param {Rows} rows
 */
export function naming(rows) {
  const texts = columnsWith(rows, (cell) => cell.text !== "" && !cell.href && cell.number === null && cell.begin === null);
  return texts.length ? texts : columnsWith(rows, (cell) => cell.href !== "");
}

/**
 * Where the first link of a row leads.
 * @param {Cell[]} row
 */
export const leads = (row) => row.find((cell) => cell.href)?.href ?? "";
