import { setTimeout } from 'node:timers/promises'

/** How long who watches waits for the database, in milliseconds; Prometheus gives up after ten seconds. */
const PATIENCE_MS = 5000

/** What a question to the database gives; null where nothing comes in time, as from one that stands still. Errors are passed on. */
export const inTime = <T>(asked: Promise<T>): Promise<T | null> => Promise.race([asked, setTimeout(PATIENCE_MS, null, { ref: false })])
