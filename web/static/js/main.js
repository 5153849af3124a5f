/** @import {State} from "./types.js" */
import { brush } from "./brush.js";
import { load } from "./data.js";
import { byId, isPlain } from "./dom.js";
import { gestures, zoom } from "./gestures.js";
import { keyboard } from "./keyboard.js";
import { keys } from "./keys.js";
import { List } from "./list.js";
import { forgetWidths, readTextSize } from "./measure.js";
import { Model } from "./model.js";
import { tapNearest } from "./nearest.js";
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
/** What stands above and below the lanes on a wide screen. */
const AROUND = 430;

// The server has read the address and left out what cannot be used; the script takes its word.
const asked = parse(setup.state);
history.replaceState(write(asked), "");
const model = new Model(await load(asked), asked);
await model.take(asked);

const view = new View(byId("lanes"), byId("axis-box"), model);
const overview = new Overview(byId("overview"), model);
const score = new ScoreLine(byId("score"), model, layout);
const panel = new Panel(model);
const list = new List(model, isPhone);
const tips = tip(view, (id) => model.data.byId.get(id));
const allYears = () => setWindow(model.data.domain.a, model.data.domain.b);
const bar = toolbar(model, {
  change: (state) => void change(state),
  zoom: (factor) => zoom(model, factor, setWindow),
  allYears,
  allArrows: drawAllArrows,
});
const roving = keyboard(view, model, { setWindow, layout, open });
keys({
  "/": () => byId("q").focus(),
  0: allYears,
  a: () => byId("all-arrows").click(),
});
gestures(view, model, setWindow);
tapNearest(view, (id) => void open(id));
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
    const year = yearOf(model.window.a);
    void list.reach((event) => yearOf(event.at) >= year).then(() => scrollToYear(year));
    return;
  }
  Object.assign(model.state, boundsOf(model.window, model.data.domain));
  const query = write(model.state);
  history.replaceState(query, "", setup.here + query);
  if (!model.state.event) void panel.show();
  layout();
  bar.show();
  void list.show();
  say();
  void look();
}

/** Draw anew where the server knows more of what is in view. */
async function look() {
  if (!(await model.look())) return;
  layout();
  bar.show();
}

function layout() {
  const width = view.width;
  if (!width) return;
  if (isPhone()) {
    readTextSize();
    overview.layout(width, 0);
    return;
  }
  view.layout();
  overview.layout(width, view.label);
  score.layout(view.base, width, view.margin);
  roving.rove();
}

/** @param {boolean} all */
function drawAllArrows(all) {
  view.allArrows = all;
  layout();
  byId("said").textContent = phrase("said_arrows", { count: view.arrows.children.length });
}

/** Tell those who do not see it what is in the window now. */
function say() {
  const { a, b } = model.window;
  const fields = { from: inWords(a), to: inWords(b - 1), count: model.shown };
  byId("said").textContent = model.data.unanswered ? phrase("unreachable") : phrase("said_window", fields);
}

/**
 * Take on another state, as a step that the back button undoes.
 * @param {State} state
 */
async function change(state) {
  const query = write(state);
  if (query === write(model.state)) return;
  history.pushState(query, "", setup.here + query);
  await adopt(state);
}

/**
 * Show a state, be it new or one that the reader went back to.
 * @param {State} state
 */
async function adopt(state) {
  const before = model.state;
  if (!(await model.take(state))) {
    if (state === model.state) byId("said").textContent = phrase("unreachable");
    return;
  }
  if (!isPhone()) model.window = windowOf(state, model.data.domain);
  if (state.event !== before.event && model.selected) score.show(model.selected.lanes[0]);
  // Without an event the panel shows the turning points of what the filter lets through.
  if (!state.event || state.event !== before.event) void panel.show();
  layout();
  bar.show();
  void look();
  await list.show();
  say();
}

/**
 * Open an event, or none.
 * @param {string} id
 */
async function open(id) {
  const event = await model.data.find(id, model.state);
  const state = { ...model.state, event: id };
  if (event && !isPhone() && (event.at < model.window.a || event.at >= model.window.b)) {
    const half = (model.window.b - model.window.a) / 2;
    model.setWindow(event.at - half, event.at + half);
    Object.assign(state, boundsOf(model.window, model.data.domain));
  }
  await change(state);
  if (event) byId("said").textContent = `${event.title}. ${event.when}`;
  if (event && isPhone()) {
    await list.reach((one) => one.id === id);
    scrollToEvent(id);
  }
  if (event && !isPhone()) scrollAboveSheet(id);
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
  const link = /** @type {Element} */ (click.target).closest?.("a[data-event], a[data-lane]");
  if (!link || !isPlain(click)) return;
  click.preventDefault();
  const lane = link.getAttribute("data-lane");
  if (lane === null) void open(link.getAttribute("data-event") ?? "");
  else if (lane) void change({ ...model.state, partner: model.state.partner.includes(lane) ? [] : [lane] });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && model.state.event && byId("panel").contains(document.activeElement)) {
    const id = model.state.event;
    void open("");
    view.find(id)?.mark.link.focus();
  }
});
window.addEventListener("popstate", ({ state }) => void adopt(parse(state ?? location.search)));

new ResizeObserver(([entry]) => {
  view.resize(Math.floor(entry.contentRect.width), Math.max(320, innerHeight - AROUND));
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
if (model.selected) score.show(model.selected.lanes[0]);
bar.show();
void list.show().then(async () => {
  if (!model.selected) return;
  if (!isPhone()) {
    scrollAboveSheet(model.state.event);
    return;
  }
  await list.reach((one) => one.id === model.state.event);
  scrollToEvent(model.state.event);
});
document.documentElement.classList.add("ready");
