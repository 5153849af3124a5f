// Draws the events with TimelineJS: one slide an event, grouped by lane.
const { lanes, events } = await (await fetch("/events.json")).json();
const names = Object.fromEntries(lanes.map(({ id, name }) => [id, name]));
const slides = events.map(({ id, title, lane, begin, end }) => ({
  unique_id: id,
  text: { headline: title },
  group: names[lane],
  start_date: dateOf(begin),
  ...(end ? { end_date: dateOf(end) } : {}),
}));
new TL.Timeline("timeline", { events: slides }, {});

function dateOf(text) {
  const [year, month, day] = text.split("-").map(Number);
  return { year, month, day };
}
