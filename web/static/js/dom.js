const SVG = "http://www.w3.org/2000/svg";

/**
 * A new SVG element with these attributes and children.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node | string} children
 * @returns {SVGElement}
 */
export function svg(name, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  set(element, attributes);
  element.append(...children);
  return element;
}

/**
 * A new HTML element with these attributes and children.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node | string} children
 * @returns {HTMLElement}
 */
export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  set(element, attributes);
  element.append(...children);
  return element;
}

/**
 * Set attributes that have changed: the browser would restyle an element even for an equal value.
 * @param {Element} element
 * @param {Record<string, string | number>} attributes
 */
export function set(element, attributes) {
  for (const name in attributes) {
    const value = String(attributes[name]);
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/**
 * Give an element these children in this order, without taking out those that stand right, which
 * keeps the focus.
 * @param {Element} parent
 * @param {Element[]} children
 */
export function keep(parent, children) {
  for (const child of [...parent.children]) if (!children.includes(child)) child.remove();
  children.forEach((child, index) => {
    const there = parent.children[index] ?? null;
    if (there !== child) parent.insertBefore(child, there);
  });
}

/**
 * The element of that id, which the page is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * Whether a click asks to stay on the page: not one for a new tab or window.
 * @param {MouseEvent} click
 */
export function isPlain(click) {
  return !(click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey);
}

/** When what stands in the page now was painted, and the browser has time again. */
export async function painted() {
  await new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)));
  await idle();
}

/**
 * When the browser has time.
 * @returns {Promise<{timeRemaining: () => number}>}
 */
export function idle() {
  // Safari has no such callback.
  const timer = () => new Promise((on) => setTimeout(() => on({ timeRemaining: () => 0 })));
  return window.requestIdleCallback ? new Promise((on) => requestIdleCallback(on, { timeout: 200 })) : timer();
}
