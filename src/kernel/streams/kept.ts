import type { Keyring } from '../vault/keyring.ts'
import { DIRECTORY_CASE } from './decider.ts'
import type { Loaded } from './load.ts'
import type { Unit } from './units.ts'
import { snapshotOf } from './write-document.ts'

/** The stream's state as this server opened or made it last. It counts only for who finds the stream at that version, under its lock. */
export const keptState = (ring: Keyring, streamId: string): Loaded | undefined => ring.opened.get<Loaded>(streamId)?.value

/** Keeps the state that a committed command left, as plain JSON gives it back, so that the next command and the next read need not open it. */
export const keepState = (ring: Keyring, { before, after, events }: Unit): void => {
  if (before.caseId === DIRECTORY_CASE || !events.length) return
  const version = before.version + events.length
  const text = JSON.stringify(after)
  const stream: Loaded = {
    ...before,
    version,
    state: JSON.parse(text),
    snapshotVersion: snapshotOf(before, version) ?? before.snapshotVersion,
  }
  ring.opened.keep(before.id, version, stream, text.length * 2)
}
