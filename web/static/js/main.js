/** @import {State} from "./types.js" */
import { brush } from "./brush.js";
import { load } from "./data.js";
import { byId, isPlain } from "./dom.js";
import { gestures, zoom } from "./gestures.js";
import { keyboard } from "./keyboard.js";
import { List } from "./list.js";
import { forgetWidths } from "./measure.js";
import { Model } from "./model.js";
import { Overview } from "./overview.js";
import { Panel } from "./panel.js";
import { followList, isPhone, onPhoneChange, scrollToEvent, scrollToYear } from "./phone.js";
import { ScoreLine } from "./score_line.js";
import { phrase, setup } from "./setup.js";
import { boundsOf, parse, windowOf, write } from "./state.js";
import { inWords, yearOf } from "./time.js";
import { tip } from "./tip.js";
import { toolbar } from "./toolbar.js";
import { View } from "./view.js";

const REST = 160;

const model = new Model(await load(), parse(location.search));
if (model.state.q) {
  await search();
  model.update();
}

const view = new View(byId("lanes"), model);
const overview = new Overview(byId("overview"), model);
const score = new ScoreLine(byId("score"), model, layout);
const panel = new Panel(model);
const list = new List(model, isPhone);
const tips = tip(view, (id) => model.data.byId.get(id));
const bar = toolbar(model, {
  change: (state) => void change(state),
  zoom: (factor) => zoom(model, factor, setWindow),
  allYears: () => setWindow(model.data.domain.a, model.data.domain.b),
});
const keys = keyboard(view, model, { setWindow, layout, open });
gestures(view, model, setWindow);
brush(overview, model, setWindow);
followList(model, () => overview.follow());

let frame = 0;
/** @type {number | undefined} */
let resting;

/**
 * Move the window: what stands follows in the next frame, and all is laid out anew at rest.
 * @param {number} a
 * @param {number} b
 */
function setWindow(a, b) {
  model.setWindow(a, b);
  tips.hide();
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    overview.follow();
    if (isPhone()) return;
    view.move();
    score.move(view.scale);
  });
  clearTimeout(resting);
  resting = setTimeout(rest, REST);
}

function rest() {
  if (isPhone()) {
    scrollToYear(yearOf(model.window.a));
    return;
  }
  Object.assign(model.state, boundsOf(model.window, model.data.domain));
  history.replaceState(null, "", setup.here + write(model.state));
  if (!model.state.event) void panel.show();
  layout();
  bar.show();
  void list.show();
  say();
}

function layout() {
  const width = view.width;
  if (!width) return;
  if (isPhone()) {
    overview.layout(width, 0);
    return;
  }
  view.layout();
  overview.layout(width, view.label);
  score.layout(view.base, width, view.margin);
  keys.rove();
}

/** Tell those who do not see it what is in the window now. */
function say() {
  const { a, b } = model.window;
  const fields = { from: inWords(a), to: inWords(b - 1), count: model.shown };
  byId("said").textContent = phrase("said_window", fields);
}

/** Ask the server which events hold the words searched for. */
async function search() {
  const { q } = model.state;
  if (!q) {
    model.found = null;
    return;
  }
  const response = await fetch(`${setup.ids}&q=${encodeURIComponent(q)}`);
  if (response.ok && q === model.state.q) model.found = new Set(await response.json());
}

/**
 * Take on another state, as a step that the back button undoes.
 * @param {State} state
 */
async function change(state) {
  if (write(state) === write(model.state)) return;
  history.pushState(null, "", setup.here + write(state));
  await adopt(state);
}

/**
 * Show a state, be it new or one that the reader went back to.
 * @param {State} state
 */
async function adopt(state) {
  const before = model.state;
  model.state = state;
  if (state.q !== before.q) await search();
  model.update();
  if (!isPhone()) model.window = windowOf(state, model.data.domain);
  if (state.event !== before.event) {
    if (model.selected) score.lane = model.selected.lanes[0];
  }
  // Without an event the panel shows the turning points of what the filter lets through.
  if (!state.event || state.event !== before.event) void panel.show();
  layout();
  bar.show();
  await list.show();
  say();
}

/**
 * Open an event, or none.
 * @param {string} id
 */
function open(id) {
  const state = { ...model.state, event: id };
  const event = model.data.byId.get(id);
  if (event && !isPhone() && (event.at < model.window.a || event.at >= model.window.b)) {
    const half = (model.window.b - model.window.a) / 2;
    model.setWindow(event.at - half, event.at + half);
    Object.assign(state, boundsOf(model.window, model.data.domain));
  }
  void change(state).then(() => {
    if (event) byId("said").textContent = `${event.title}. ${event.when}`;
    if (event && isPhone()) scrollToEvent(id);
    else if (event) scrollAboveSheet(id);
  });
}

/**
 * Where the panel lies over the lower part of a narrow page, bring the mark above it.
 * @param {string} id
 */
function scrollAboveSheet(id) {
  if (!matchMedia("(max-width: 1000px)").matches) return;
  const mark = view.find(id)?.mark.head.getBoundingClientRect();
  if (mark) scrollBy({ top: Math.max(0, mark.bottom - innerHeight * 0.5), behavior: "instant" });
}

document.addEventListener("click", (click) => {
  const link = /** @type {Element} */ (click.target).closest?.("a[data-event]");
  if (!link || !isPlain(click)) return;
  click.preventDefault();
  open(link.getAttribute("data-event") ?? "");
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && model.state.event && byId("panel").contains(document.activeElement)) {
    const id = model.state.event;
    open("");
    view.find(id)?.mark.link.focus();
  }
});
window.addEventListener("popstate", () => void adopt(parse(location.search)));

new ResizeObserver(([entry]) => {
  view.resize(Math.floor(entry.contentRect.width), Math.max(440, innerHeight - 384));
  layout();
}).observe(byId("lanes").parentElement ?? document.body);
onPhoneChange(() => {
  model.window = windowOf(model.state, model.data.domain);
  layout();
  void list.show();
});
void document.fonts.ready.then(() => {
  forgetWidths();
  layout();
});
if (model.selected) score.lane = model.selected.lanes[0];
bar.show();
void list.show().then(() => {
  if (isPhone() && model.selected) scrollToEvent(model.state.event);
});
document.documentElement.classList.add("ready");
