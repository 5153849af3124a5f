import { setup } from "../setup.js";

const KEYWORDS = (
  "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS VALUES BIND AS GROUP BY ORDER HAVING LIMIT OFFSET ASK CONSTRUCT " +
  "DESCRIBE COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT LANG LANGMATCHES STR STRSTARTS CONTAINS REGEX REPLACE BOUND IF " +
  "COALESCE YEAR MONTH EXISTS NOT IN DESC ASC"
).split(" ");

/**
 * @typedef {{label: string, type?: string, detail?: string, info?: string, boost?: number}} Option
 * @typedef {{prefixes: Record<string, string>, terms: [string, string, string, string][], ids: string[]}} Terms
 * @typedef {{state: any, pos: number, explicit: boolean, aborted: boolean,
 *   matchBefore(pattern: RegExp): {from: number, text: string} | null}} Context
 */

/** @type {Promise<Terms> | undefined} */
let asked;

/**
 * What may stand where the caret is: a variable of the query; after a prefix its terms or ids; else
 * keywords, prefixes and terms.
 * @param {Context} context
 * @returns {Promise<{from: number, options: Option[], filter?: boolean, validFor?: RegExp} | null>}
 */
export async function complete(context) {
  const word = context.matchBefore(/[?$]\w*|[\w-]*:[\w-]*|[A-Za-z_]\w*/);
  if (!word && !context.explicit) return null;
  const text = word?.text ?? "";
  const from = word?.from ?? context.pos;
  if (/^[?$]/.test(text)) return { from, options: variables(context, text), validFor: /^[?$]\w*$/ };
  const terms = await (asked ??= read(setup.terms));
  const [prefix, local] = text.split(":");
  if (local !== undefined && terms.ids.includes(prefix)) {
    const ids = await known(prefix, local);
    return { from, options: ids, filter: false };
  }
  const named = terms.terms.map(([label, sort, detail, info]) => ({ label, type: sort, detail, info }));
  if (local !== undefined) return { from, options: named.filter(({ label }) => label.startsWith(`${prefix}:`)) };
  if (text.length < 2 && !context.explicit) return null;
  const prefixes = Object.keys(terms.prefixes).map((name) => ({ label: `${name}:`, type: "namespace" }));
  const keywords = KEYWORDS.map((label) => ({ label, type: "keyword", boost: 1 }));
  return { from, options: [...keywords, ...prefixes, ...named], validFor: /^\w*$/ };
}

/**
 * The variables of the query, but for the one that is being written.
 * @param {Context} context
 * @param {string} written
 */
function variables(context, written) {
  const text = context.state.doc.toString();
  const found = [...text.matchAll(/[?$]\w+/g)].filter(({ index }) => index + written.length !== context.pos);
  return [...new Set(found.map(([name]) => name))].map((label) => ({ label, type: "variable" }));
}

/**
 * Ids that hold the text in themselves or in their names.
 * @param {string} prefix
 * @param {string} local
 * @returns {Promise<Option[]>}
 */
async function known(prefix, local) {
  return (await ids(prefix, local)).map(([id, name]) => ({ label: `${prefix}:${id}`, detail: name }));
}

/**
 * @param {string} prefix
 * @param {string} text
 * @returns {Promise<[string, string][]>}
 */
export async function ids(prefix, text) {
  const found = await read(`${setup.ids}&prefix=${prefix}&q=${encodeURIComponent(text)}`);
  return found.ids ?? [];
}

/**
 * The JSON at an address; nothing of what it names where the server does not answer.
 * @param {string} address
 */
async function read(address) {
  const empty = { prefixes: {}, terms: [], ids: [] };
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : empty;
  } catch {
    return empty;
  }
}
