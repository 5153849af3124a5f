/**
 * Shapes of the data that modules pass to each other. Days are counted from 1970-01-01.
 *
 * @typedef {object} TimelineEvent
 * @property {string} id
 * @property {string} title
 * @property {string | null} short
 * @property {boolean} foreign the title is not in the language of the page
 * @property {string} when the date in words
 * @property {number} begin first day on which it may have begun
 * @property {number} begun last day on which it may have begun
 * @property {number} ended first day on which it may have ended
 * @property {number} end last day on which it may have ended
 * @property {number} at the day at which its mark stands: the middle of `begin` and `begun`
 * @property {"ongoing" | "unknown" | null} open
 * @property {boolean} interval
 * @property {boolean} approximate
 * @property {string} kind
 * @property {string} family
 * @property {string[]} lanes
 * @property {string[]} actors
 * @property {string | null} place
 * @property {string[]} sources
 * @property {number} score from -10 to +10
 * @property {number} weight from 1 to 5
 * @property {boolean} disputed
 *
 * @typedef {object} Cause
 * @property {TimelineEvent} cause
 * @property {TimelineEvent} effect
 * @property {boolean} sourced
 *
 * @typedef {{id: string, name: string, short: string}} Named
 *
 * @typedef {import("./all_events.js").AllEvents | import("./parts_of_many.js").PartsOfMany} TimelineData
 *
 * @typedef {object} Tally events by their sign
 * @property {number} up
 * @property {number} down
 * @property {number} even
 * @property {number} sum of their scores
 *
 * @typedef {object} Span
 * @property {number} a first day
 * @property {number} b day after the last
 *
 * @typedef {object} State what the address says; names are those of the query string
 * @property {string[]} partner
 * @property {string[]} kind
 * @property {string[]} family
 * @property {string[]} place
 * @property {string[]} source
 * @property {string} from EDTF, or empty
 * @property {string} to EDTF, or empty
 * @property {string} min
 * @property {string} max
 * @property {boolean} disputed
 * @property {string} q
 * @property {string} event
 * @property {string} lang
 * @property {string} theme
 *
 * @typedef {object} Box a rectangle in the picture, by its edges
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */
export {};
