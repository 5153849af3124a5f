/** @import {TimelineEvent} from "./types.js" */
/** @import {View} from "./view.js" */
import { html } from "./dom.js";
import { signed, signWord } from "./setup.js";
import { headOf } from "./view.js";

const WIDTH = 300;
const BELOW = 38;

/**
 * Name the mark under the pointer or the focus in full.
 * @param {View} view
 * @param {(id: string) => TimelineEvent | undefined} byId
 */
export function tip(view, byId) {
  const box = html("div", { class: "tip", "aria-hidden": "true" });
  box.hidden = true;
  view.box.append(box);

  const show = (/** @type {Event} */ event) => {
    const link = /** @type {Element} */ (event.target).closest?.(".mark");
    const found = link && view.find(link.getAttribute("data-event") ?? "");
    const happened = link && byId(link.getAttribute("data-event") ?? "");
    if (!found || !happened) {
      hide();
      return;
    }
    const title = html("b", {}, happened.title);
    if (happened.foreign) Object.assign(title, { lang: "en", dir: "ltr" });
    const score = `${signWord(happened.score)} ${signed(happened.score)}`;
    box.replaceChildren(title, `${happened.when} · ${score}`);
    const [x, y] = headOf(found);
    const left = Math.max(0, Math.min(view.width - WIDTH, x - WIDTH / 3));
    box.style.setProperty("left", `${left}px`);
    box.style.setProperty("top", `${y + BELOW}px`);
    box.hidden = false;
  };
  const hide = () => {
    box.hidden = true;
  };
  view.svg.addEventListener("pointerover", show);
  view.svg.addEventListener("pointerleave", hide);
  view.svg.addEventListener("focusin", show);
  view.svg.addEventListener("focusout", hide);
  return { hide };
}
