/**
 * How many requests for access may be sent within a day. A number that fits asks its owner, so the answer itself tells nothing; what is bounded is how
 * many desks one officer, or one agency, can put to work by guessing. Ten a day is more than an office types off letters that it holds.
 */
export const REQUESTS_A_DAY = { officer: 10, agency: 40 } as const

/** The day that requests are counted over, in milliseconds: the last 24 hours, not the calendar's day, so that midnight doubles nothing. */
export const REQUEST_DAY_MS = 24 * 3600_000

/** A number that more cases bear than this is no number of one document; the newest of them are asked for. */
export const MOST_MATCHES = 20
