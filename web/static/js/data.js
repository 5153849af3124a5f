/** @import {State, TimelineData} from "./types.js" */
import { AllEvents } from "./all_events.js";
import { PartsOfMany } from "./parts_of_many.js";
import { setup } from "./setup.js";
import { write } from "./state.js";

/**
 * Fetch the timeline: whole where it is short, else what the state shows of it.
 * @param {State} state
 * @returns {Promise<TimelineData>}
 */
export async function load(state) {
  const address = setup.long ? setup.data + write(state, ["lang", "theme"]).replace("?", "&") : setup.data;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const answer = await response.json();
  return setup.long ? new PartsOfMany(answer, state) : new AllEvents(answer);
}
