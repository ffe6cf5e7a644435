import { createHash } from 'node:crypto'
import { z } from 'zod'
import { reason } from '../problems/catalogue.ts'
import { type Change, SIGHT } from '../streams/change.ts'
import type { Decider, NewEvent } from '../streams/decider.ts'

/** Internal notes of one agency on one case: a stream that only this agency sees. */
export type NoteEvent = NewEvent & { type: 'note.added'; data: { text: string; agencyId: string } }
type NoteState = { agencyId: string | null; count: number }

/** The stream of an agency's notes on a case: derived, so that all its officers write to one. */
export const noteStreamId = (caseId: string, agencyId: string): string => {
  const h = createHash('sha256').update(`note:${caseId}:${agencyId}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`
}

export const noteDecider: Decider<NoteState, NoteEvent, null> = {
  type: 'note',
  inner: true,
  underCase: true,
  stateVersion: 1,
  events: { 'note.added': { version: 1, schema: z.object({ text: z.string(), agencyId: z.uuid() }) } },
  commands: {
    add: {
      creates: 'also',
      payload: z.object({ text: z.string().trim().min(1).max(4000) }),
      summary: { vi: 'Ghi chú nội bộ', en: 'Add an internal note' },
    },
  },
  initial: () => ({ agencyId: null, count: 0 }),
  evolve: (state, event) => ({ agencyId: event.agencyId ?? state.agencyId, count: state.count + 1 }),
  available: (_state, { actor, caseId, streamId }) => ({
    add: streamId === noteStreamId(caseId, actor.agencyId) ? true : reason('no-right'),
  }),
  decide: (_state, command, { actor }) => ({
    events: [{ type: 'note.added', data: { text: (command.payload as { text: string }).text, agencyId: actor.agencyId } }],
  }),
  project: (before, _after, event): Change[] =>
    before.count > 0
      ? []
      : [
          {
            table: 'visible',
            subjectId: event.agencyId,
            streamId: event.streamId,
            caseId: event.caseId,
            level: SIGHT.part,
            reason: 'note',
            from: event.recordedAt,
            until: null,
          },
        ],
}
