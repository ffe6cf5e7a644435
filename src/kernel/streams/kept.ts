import type { Keyring } from '../vault/keyring.ts'
import { DIRECTORY_CASE } from './decider.ts'
import type { Loaded } from './load.ts'
import type { Unit } from './units.ts'
import { snapshotOf } from './stream-rows.ts'

/** The stream's state as this server opened or made it last. It counts only for who finds the stream at that version, under its lock. */
export const keptState = (ring: Keyring, streamId: string): Loaded | undefined => ring.opened.get<Loaded>(streamId)?.value

/** Keeps the state that a committed command left, so that the next command and the next read need not open it. */
export const keepState = (ring: Keyring, { before, after, events }: Unit): void => {
  if (before.caseId === DIRECTORY_CASE || !events.length) return
  const version = before.version + events.length
  const stream: Loaded = { ...before, version, state: after, snapshotVersion: snapshotOf(before, version) ?? before.snapshotVersion }
  const had = ring.opened.get(before.id)
  // Of a state that was kept only what came to it is measured: it may be long.
  const bytes = had?.version === before.version ? had.bytes + sizeOf(events.map(({ data }) => data)) : sizeOf(after)
  ring.opened.keep(before.id, version, stream, bytes)
}

/** About how many bytes something holds, as it is and, once it was read, as text. */
const sizeOf = (what: unknown): number => JSON.stringify(what).length * 4
