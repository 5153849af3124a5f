/** @import {Model} from "./model.js" */
import { byId } from "./dom.js";
import { dayOf } from "./time.js";

const QUERY = matchMedia("(max-width: 760px)");

/** Whether the page is laid out for a phone: the list, with the overview above it. */
export const isPhone = () => QUERY.matches;

/** @param {() => void} act when the layout changes to or from that of a phone */
export const onPhoneChange = (act) => QUERY.addEventListener("change", act);

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
        const year = Number(target.querySelector("h3")?.textContent);
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
  const headings = [...byId("list").querySelectorAll("h3")];
  const target = headings.find((heading) => Number(heading.textContent) >= year) ?? headings.at(-1);
  target?.parentElement?.scrollIntoView();
}

/**
 * Scroll the list so that an event's row can be seen.
 * @param {string} id
 */
export function scrollToEvent(id) {
  const row = byId("list").querySelector(`.entry[data-id="${CSS.escape(id)}"]`);
  row?.scrollIntoView({ block: "start" });
}
