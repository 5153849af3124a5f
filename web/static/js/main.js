/** @import {State} from "./types.js" */
import { brush } from "./brush.js";
import { load } from "./data.js";
import { byId, isPlain, painted } from "./dom.js";
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
const answered = load(asked);
const stage = byId("overview");
// The page is laid out while the answer is under way.
let size = stage.getBoundingClientRect();
readTextSize();
const model = new Model(await answered, asked);
await model.take(asked);

const view = new View(byId("lanes"), byId("axis-box"), model);
const overview = new Overview(stage, model);
fit();
picture(true);
// What one does with the picture comes when it is seen.
await painted();

const score = new ScoreLine(byId("score"), model, () => layout());
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
followList(model, () => {
  overview.follow();
  overview.tell();
});

let frame = 0;
/** The timer that runs while the window moves. */
let resting = 0;

/**
 * Move the window: what stands follows in the next frame, and all is laid out anew at rest.
 * @param {number} a
 * @param {number} b
 */
function setWindow(a, b) {
  model.setWindow(a, b);
  tips.hide();
  // What is under way for a window that stands no more would come in the way of the next frames;
  // it is asked for anew at rest.
  if (!isPhone()) list.request?.abort();
  if (!isPhone() && !model.state.event) panel.request?.abort();
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
  resting = 0;
  if (isPhone()) {
    overview.tell();
    const year = yearOf(model.window.a);
    void list.reach((event) => yearOf(event.at) >= year).then(() => scrollToYear(year));
    return;
  }
  Object.assign(model.state, boundsOf(model.window, model.data.domain));
  const query = write(model.state);
  history.replaceState(query, "", setup.here + query);
  if (!model.state.event) void panel.show();
  layout(true);
  bar.show();
  void list.show();
  say();
  void look();
}

/** Draw anew where the server knows more of what is in view. */
async function look() {
  if (!(await model.look())) return;
  // While the window moves again this would cost a frame, and it comes at rest in any case.
  if (resting) return;
  layout(true);
  bar.show();
}

/**
 * The years and the lanes, which come first.
 * @param {boolean} [unhurried] of the lanes those that are on the screen
 */
function picture(unhurried) {
  if (!view.width) return;
  overview.layout(view.width, isPhone() ? 0 : view.label);
  if (!isPhone()) view.layout(unhurried);
}

/** @param {boolean} [unhurried] */
function layout(unhurried) {
  picture(unhurried);
  besides();
}

/** What goes with the picture. */
function besides() {
  overview.tell();
  if (!view.width || isPhone()) return;
  score.layout(view.base, view.width, view.margin);
  roving.rove();
}

/** Lay out anew where fonts came with which the labels have other widths. */
function remeasured() {
  const changed = forgetWidths();
  if (changed) layout();
  return changed;
}

/** Take on the size of the window. */
function fit() {
  view.resize(size.left, Math.floor(size.width), Math.max(320, innerHeight - AROUND));
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

new ResizeObserver(() => {
  const before = [view.edge, view.width, view.room].join();
  size = stage.getBoundingClientRect();
  fit();
  // What is observed grows and shrinks with the lanes too.
  if (readTextSize() || before !== [view.edge, view.width, view.room].join()) layout();
}).observe(byId("viz"));
onPhoneChange(() => {
  model.window = windowOf(model.state, model.data.domain);
  layout();
  void list.show();
});
document.fonts.addEventListener("loadingdone", remeasured);
if (model.selected) score.show(model.selected.lanes[0]);
await view.sight.drawn;
if (!remeasured()) besides();
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
