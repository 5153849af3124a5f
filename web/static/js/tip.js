/** @import {TimelineEvent} from "./types.js" */
/** @import {View} from "./view.js" */
import { html } from "./dom.js";
import { phrase, signed, signWord } from "./setup.js";
import { headOf } from "./view.js";

const WIDTH = 300;
const BELOW = 14;

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
    const id = link?.getAttribute("data-event") ?? "";
    const found = link && view.find(id, link);
    const happened = byId(id);
    if (!found || !happened) {
      hide();
      return;
    }
    const title = html("b", {}, happened.title);
    if (happened.foreign) Object.assign(title, { lang: "en", dir: "ltr" });
    const score = `${signWord(happened.score)} ${signed(happened.score)}`;
    const under = found.mark.placed?.more ?? 0;
    const rest = under ? ` · ${phrase("more_under", { count: under })}` : "";
    box.replaceChildren(title, `${happened.when} · ${score}${rest}`);
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
