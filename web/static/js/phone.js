/** @import {Model} from "./model.js" */
import { byId } from "./dom.js";
import { dayOf } from "./time.js";

const QUERY = matchMedia("(max-width: 760px)");
const open = byId("show-lanes");

/**
 * Whether the page is laid out for a phone: the list, with the overview above it. With its strip
 * of lanes open, a phone shows a window of time as wider screens do.
 */
export const isPhone = () => QUERY.matches && open.getAttribute("aria-expanded") !== "true";

/**
 * @param {() => void} act when the layout changes to or from that of a phone, or the strip of
 *   lanes is opened or closed
 */
export function onPhoneChange(act) {
  QUERY.addEventListener("change", act);
  open.addEventListener("click", () => {
    const now = open.getAttribute("aria-expanded") !== "true";
    open.setAttribute("aria-expanded", String(now));
    byId("viz").classList.toggle("strip", now);
    act();
  });
  const turning = byId("show-turning");
  const panel = byId("panel");
  turning.addEventListener("click", () => {
    const now = panel.classList.toggle("called");
    turning.setAttribute("aria-expanded", String(now));
    if (now) panel.focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.classList.contains("called")) return;
    closeTurning();
    turning.focus();
  });
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target !== turning && (!panel.contains(target) || target.closest("a"))) closeTurning();
  });
}

function closeTurning() {
  byId("panel").classList.remove("called");
  byId("show-turning").setAttribute("aria-expanded", "false");
}

/**
 * On a phone the brush shows which years of the list are on the screen.
 * @param {Model} model
 * @param {() => void} follow
 */
export function followList(model, follow) {
  const list = byId("list");
  /** @type {Set<number>} */
  const years = new Set();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const year = yearIn(target);
        if (isIntersecting) years.add(year);
        else years.delete(year);
      }
      if (!isPhone() || !years.size) return;
      model.setWindow(dayOf(Math.min(...years)), dayOf(Math.max(...years) + 1));
      follow();
    },
    { rootMargin: "-84px 0px -40px 0px" },
  );
  const watch = () => {
    seen.disconnect();
    years.clear();
    for (const year of list.querySelectorAll(".year")) seen.observe(year);
  };
  new MutationObserver(watch).observe(list, { childList: true });
  watch();
}

/**
 * Scroll the list to the first year that is not before the given one.
 * @param {number} year
 */
export function scrollToYear(year) {
  const sections = [...byId("list").querySelectorAll(".year")];
  const target = sections.find((section) => yearIn(section) >= year) ?? sections.at(-1);
  target?.scrollIntoView();
}

/**
 * Scroll the list so that an event's row can be seen.
 * @param {string} id
 */
export function scrollToEvent(id) {
  const row = byId("list").querySelector(`.entry[data-id="${CSS.escape(id)}"]`);
  row?.scrollIntoView({ block: "start" });
}

/**
 * The year of a section, from the heading's id: its text may be in the digits of the language.
 * @param {Element} section
 */
function yearIn(section) {
  return Number(section.querySelector("h3")?.id.slice(1));
}
