// Draws the events with vis-timeline: one group a lane, ranges for what lasts.
const { lanes, events } = await (await fetch("/events.json")).json();
const items = events.map(({ id, title, lane, begin, end }) => ({
  id,
  content: title,
  group: lane,
  start: begin,
  ...(end ? { end } : {}),
}));
const groups = lanes.map(({ id, name }) => ({ id, content: name }));
new vis.Timeline(
  document.getElementById("timeline"),
  new vis.DataSet(items),
  new vis.DataSet(groups),
  { height: "860px" },
);
